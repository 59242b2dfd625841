using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>
/// Prose as an edition keeps it: Markdown in which every figure has become the words it gave, as a link of the scheme
/// <c>figure:</c> to what it is made of. Where a pending decision changes the figure, the link's title is what it then reads:
/// <c>[£15.0m](figure:savings?kind=revised&amp;year=2019/20 "£14.3m")</c>.
/// </summary>
public static partial class FixedProse
{
    /// <summary>The scheme of a figure's link; what follows is an address below the quarter.</summary>
    public const string Scheme = "figure:";

    /// <summary>Fixes the figures of a text as they read in the edition. A figure that gives nothing stays as it was written.</summary>
    public static string Fix(FigureReader figures, string text) => !Prose.HasFigures(text) ? text : string.Concat(Prose.Parse(text).Select(p => p.IsFigure ? Fixed(figures, p.Text) : p.Text));

    /// <summary>The words on a basis, without links: what is compared and searched.</summary>
    public static string Plain(string markdown, DecisionBasis basis) => SourceNotes.Inline(Link().Replace(markdown, m => WordsOf(m, basis)));

    /// <summary>The stretches of a fixed text on a basis: words as they are, and figures with their addresses.</summary>
    public static IEnumerable<(string Text, string? Address)> Runs(string markdown, DecisionBasis basis)
    {
        var from = 0;
        foreach (Match link in Link().Matches(markdown))
        {
            if (link.Index > from)
            {
                yield return (markdown[from..link.Index], null);
            }

            yield return (WordsOf(link, basis), link.Groups["address"].Value);
            from = link.Index + link.Length;
        }

        if (from < markdown.Length)
        {
            yield return (markdown[from..], null);
        }
    }

    private static string WordsOf(Match link, DecisionBasis basis) =>
        basis == DecisionBasis.IfAgreed && link.Groups["agreed"] is { Success: true } agreed ? agreed.Value : link.Groups["words"].Value;

    private static string Fixed(FigureReader figures, string phrase)
    {
        var stands = figures.Read(phrase, DecisionBasis.AsItStands);
        if (stands.Figure is not { } figure)
        {
            return "{" + phrase + "}";
        }

        var agreed = figures.Read(phrase, DecisionBasis.IfAgreed).Text;
        var title = agreed == stands.Text || agreed.Length == 0 ? "" : $" \"{agreed}\"";
        return $"[{stands.Text}]({Scheme}{FigureAddress.Of(figure.Source).Text(stands.FixedBasis is not null)}{title})";
    }

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\(figure:(?<address>[^)\s]*)(?: ""(?<agreed>[^""]*)"")?\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
