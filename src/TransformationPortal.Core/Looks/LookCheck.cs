using System.Globalization;

namespace TransformationPortal.Core.Looks;

/// <summary>What is wrong with one field of the council’s look.</summary>
/// <param name="Field">One of the names in <see cref="LookFields"/>.</param>
public sealed record LookProblem(string Field, string Sentence);

/// <summary>The names of what the council’s look is made of, in pages and in its history.</summary>
public static class LookFields
{
    public const string Main = "main_colour";
    public const string Link = "link_colour";
    public const string Logo = "logo";
    public const string Alternative = "alternative_text";
    public const string Template = "word_template";
}

/// <summary>Holds typed colours against what every page needs: that text on them, or in them, can be read.</summary>
public static class LookCheck
{
    /// <summary>The contrast that WCAG 2.2 AA asks of text.</summary>
    public const double Needed = 4.5;

    private const string Expected = "a colour as six figures and letters from a to f, such as #14505c";

    // What links stand on besides white: the foot of a page, and the ground of a warning.
    private static readonly (string Name, Colour Ground)[] Grounds =
        [("white", Colour.White), ("the pale grey of the foot of each page", new(0xf2, 0xf6, 0xf7)), ("the pale yellow of a notice", new(0xff, 0xf1, 0xd6))];

    /// <summary>The colours that were typed, or every reason why they cannot be used.</summary>
    public static (LookColours? Colours, IReadOnlyList<LookProblem> Problems) Read(string? main, string? link)
    {
        var problems = new List<LookProblem>();
        var isMain = Parse(LookFields.Main, "the main colour", main, problems, out var mainColour);
        var isLink = Parse(LookFields.Link, "the colour of links", link, problems, out var linkColour);
        if (isMain && mainColour.ContrastWith(Colour.White) is var ratio && ratio < Needed)
        {
            problems.Add(new(LookFields.Main, $"White text on {mainColour} has a contrast of {Said(ratio)} to 1, and {Said(Needed)} to 1 is needed. Choose a darker main colour."));
        }

        if (isLink)
        {
            var colours = new LookColours(mainColour, linkColour);
            var worst = (isMain ? Grounds.Append(("the palest shade of the main colour", colours.MainTint)) : Grounds)
                .Select(g => (g.Item1, Ratio: linkColour.ContrastWith(g.Item2))).MinBy(g => g.Ratio);
            if (worst.Ratio < Needed)
            {
                problems.Add(new(LookFields.Link, $"Links in {linkColour} on {worst.Item1} have a contrast of {Said(worst.Ratio)} to 1, and {Said(Needed)} to 1 is needed. Choose a darker colour for links."));
            }
        }

        return problems.Count == 0 ? (new(mainColour, linkColour), []) : (null, problems);
    }

    private static bool Parse(string field, string name, string? text, List<LookProblem> problems, out Colour colour)
    {
        if (Colour.TryParse(text, out colour))
        {
            return true;
        }

        problems.Add(new(field, string.IsNullOrWhiteSpace(text) ? $"Enter {name}: {Expected}." : $"“{Short(text.Trim())}” is not a colour that is understood. Enter {name} as {Expected}."));
        return false;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // Rounded down: what falls short by a hair is not said to be enough.
    private static string Said(double ratio) => (Math.Floor(ratio * 100) / 100).ToString("0.0#", CultureInfo.InvariantCulture);
}
