using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>Large print in a council's template: nothing is set smaller than large print is, and no line is cut off for it.</summary>
internal static class TemplateSizes
{
    // A line needs about a sixth more than the size of its type.
    private const double LineOfSize = 1.16;

    /// <param name="sizes">What the template's styles are in large print at least, in points, by their ids.</param>
    public static void Enlarge(Styles styles, Paper paper, IReadOnlyDictionary<string, double> sizes)
    {
        var run = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        (run.FontSize, run.FontSizeComplexScript) = (Size(run.FontSize?.Val?.Value, paper.Body), null);
        foreach (var style in styles.Elements<Style>())
        {
            if (sizes.TryGetValue(style.StyleId?.Value ?? "", out var least))
            {
                var properties = style.StyleRunProperties ??= new StyleRunProperties();
                (properties.FontSize, properties.FontSizeComplexScript) = (Size(properties.FontSize?.Val?.Value, least > 0 ? least : paper.Body), null);
                Loosen(style.StyleParagraphProperties?.SpacingBetweenLines, least);
            }
        }

        Enlarge(styles, paper);
    }

    /// <summary>What is set smaller by itself: in a style that papers do not name, or in what heads and ends the pages.</summary>
    public static void Enlarge(OpenXmlElement root, Paper paper)
    {
        foreach (var size in root.Descendants<FontSize>())
        {
            size.Val = Size(size.Val?.Value, Least(size, paper)).Val;
        }

        foreach (var size in root.Descendants<FontSizeComplexScript>())
        {
            size.Val = Size(size.Val?.Value, Least(size, paper)).Val;
        }

        foreach (var spacing in root.Descendants<SpacingBetweenLines>())
        {
            Loosen(spacing, Least(spacing, paper));
        }
    }

    // What only parts two pieces is no type that anybody reads.
    private static double Least(OpenXmlElement element, Paper paper) => element.Ancestors<Style>().Any(s => s.StyleName?.Val?.Value == "Spacer") ? 0 : paper.Small;

    private static FontSize Size(string? halfPoints, double least) => new()
    {
        Val = ((int)Math.Round(Math.Max(double.TryParse(halfPoints, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) ? size : 0, least * 2))).ToString(CultureInfo.InvariantCulture),
    };

    private static void Loosen(SpacingBetweenLines? spacing, double points)
    {
        if (points > 0 && spacing?.LineRule?.Value == LineSpacingRuleValues.Exact
            && double.TryParse(spacing.Line?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var line) && line < points * 20 * LineOfSize)
        {
            spacing.LineRule = LineSpacingRuleValues.AtLeast;
        }
    }
}
