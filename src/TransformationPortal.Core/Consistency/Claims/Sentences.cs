using System.Text.RegularExpressions;
using TransformationPortal.Core.Narrative;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>A sentence of a text as it was written.</summary>
/// <param name="Words">With <see cref="Sentences.FigurePlace"/> where a figure stands, and without marks of emphasis and addresses of links.</param>
/// <param name="Figures">The phrases of its figures, in order.</param>
internal sealed record Sentence(string Words, IReadOnlyList<string> Figures);

/// <summary>Takes a text apart into sentences.</summary>
internal static partial class Sentences
{
    /// <summary>Stands for a figure while the words around it are read.</summary>
    public const char FigurePlace = '\uFFFC';

    /// <summary><see cref="FigurePlace"/>, to be put into a pattern.</summary>
    public const string FigurePattern = @"\uFFFC";

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var phrases = new Queue<string>(Prose.Parse(text).Where(p => p.IsFigure).Select(p => p.Text));
        var words = Link().Replace(Prose.Words(text).Replace("**", "", StringComparison.Ordinal), "${words}");
        return [.. End().Split(words).Where(s => s.Trim().Length > 0).Select(s => new Sentence(s.Trim(), [.. s.Where(c => c == FigurePlace).Select(_ => phrases.Dequeue())]))];
    }

    // A stop after a shortened word or within a number ends nothing.
    [GeneratedRegex(@"(?<=[.!?][”’)""]?)(?<!\b(?:e\.g|i\.e|approx|no|cf|vs|incl|c)\.)\s+(?=[\p{Lu}0-9£“""\uFFFC(*])|\r?\n|;\s+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex End();

    [GeneratedRegex(@"(?<!\^)\[(?<words>[^\]]*)\]\([^)\s]*\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();
}
