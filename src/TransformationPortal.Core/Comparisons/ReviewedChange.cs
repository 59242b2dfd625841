using System.Text.RegularExpressions;

namespace TransformationPortal.Core.Comparisons;

/// <summary>Something that a correction changes: a cause with all that it changes, a text, a rating, a milestone, an entry.</summary>
/// <param name="Key">16 hexadecimal digits that follow from what it says: who confirms it has seen just this.</param>
/// <param name="Group">What kind of thing it is: <c>Figures</c>.</param>
/// <param name="Before">As it was; nothing where there was none, or where the sentence says it.</param>
/// <param name="After">As it would be.</param>
/// <param name="Names">
/// Of each thing that it changes, what a notice may call it by: a code, a title. Nothing where only who publishes can confirm it.
/// </param>
public sealed record ReviewedChange(
    string Key, string Group, string Sentence, string? Before, string? After, IReadOnlyList<IReadOnlyList<string>> Names)
{
    internal const string FiguresGroup = "Figures";
    internal const string ProjectsGroup = "Projects";
    internal const string MilestonesGroup = "Milestones";
    internal const string NamesGroup = "Names";

    /// <summary>Whether every quarter has its own, as it has its texts: beside another quarter's, they say nothing.</summary>
    public bool IsOfItsQuarter { get; init; }

    /// <summary>Whether words name it: each thing that it changes stands in them under a name of its own, whatever its case.</summary>
    public bool IsNamedIn(string? words) =>
        !string.IsNullOrWhiteSpace(words) && Names.Count > 0 && Names.All(names => names.Any(name => IsIn(words, name)));

    // As a word: neither R1 in R10 nor 2.1 in 2.1.3.
    private static bool IsIn(string words, string name) => name.Trim() is { Length: > 1 } word && Regex.IsMatch(
        words, $@"(?<![\w-]|\d\.){Regex.Escape(word)}(?![\w-]|\.\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
