using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Consistency;

/// <summary>Names that the programme no longer uses: those that the council's words say are former ones, and those that a re-organisation replaced.</summary>
internal static partial class NameFindings
{
    public static IEnumerable<Finding> In(Edition edition, IReadOnlyList<ProseText> prose)
    {
        var former = Former(edition).ToList();
        return
            from text in former.Count == 0 ? [] : prose
            let words = Prose.Words(text.Text)
            from name in former
            where WholeWords.In(words, name.Was, StringComparison.OrdinalIgnoreCase) is { } end && !SaysFormer().IsMatch(words[..(end - name.Was.Length)])
            select new Finding(
                FindingKind.Label, FindingSeverity.ToBeSigned, $"{text.Name} says “{name.Was}”, which is now called “{name.Now}”.", text.Where, text.Name,
                $"Write “{name.Now}”, or “formerly {name.Was}” where the former name is meant.");
    }

    // A name that has come back is in use.
    private static IEnumerable<(string Was, string Now)> Former(Edition edition)
    {
        string[] used =
        [
            .. edition.Boards.Select(b => b.Name), .. edition.Workstreams.Select(w => w.Name), .. edition.Directorates.Select(d => d.Name), .. edition.Sources.Select(s => s.Name),
            .. edition.Activities.Select(a => a.Name), .. edition.Projects.Select(p => p.Name),
        ];
        return (edition.Words ?? []).Where(w => w.NowCalled is not null).Select(w => (w.Word, w.NowCalled!))
            .Concat((edition.Reorganisations ?? []).Where(r => r.Kind.EndsName()).Select(r => (r.From, r.To)))
            .Where(n => !used.Contains(n.Item1, StringComparer.OrdinalIgnoreCase)).DistinctBy(n => n.Item1, StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\b(?:former(?:ly)?|then|previously|once|old|known\s+as|called|was)\s+(?:the\s+|called\s+|known\s+as\s+)*[“""‘']?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SaysFormer();
}
