using System.Globalization;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// Brings what was posted into its canonical shape: texts without space around them, what is empty left out, rows in a fixed
/// order, a key for every row. Two contents that mean the same are then the same.
/// </summary>
internal static class ReportTidying
{
    /// <param name="content">What was posted.</param>
    /// <param name="stored">What the report holds, whose keys are not given to other rows.</param>
    /// <param name="project">Code of the project, which new references of risks begin with.</param>
    public static ReportContent Tidy(ReportContent content, ReportContent stored, string project)
    {
        var steps = Keyed(content.PathToGreen, stored.PathToGreen, s => s.Key, (s, key) => s with { Key = key }, "P",
            s => s with { Action = Clean(s.Action), Owner = Clean(s.Owner) }, s => s is { Action: null, Owner: null, Due: null });
        var milestones = Keyed(content.Milestones, stored.Milestones, m => m.Key, (m, key) => m with { Key = key }, "M",
            m => m with { Title = Clean(m.Title), SlipReason = Clean(m.SlipReason) }, m => m is { Title: null, Baseline: null, Forecast: null, Actual: null, SlipReason: null });
        var risks = Keyed(content.Risks, stored.Risks, r => r.Key, (r, key) => r with { Key = key }, $"{project}-R",
            r => r with { Impact = Clean(r.Impact), Controls = Clean(r.Controls), FurtherAction = Clean(r.FurtherAction), ClosedBecause = Clean(r.ClosedBecause) },
            r => r is { Impact: null, InitialRating: null, Controls: null, ResidualRating: null, FurtherAction: null, Reviewed: null, Escalation: null, Closed: null, ClosedBecause: null });
        var dependencies = Keyed(content.Dependencies, stored.Dependencies, d => d.Key, (d, key) => d with { Key = key }, "N",
            d => d with { Needs = Clean(d.Needs), What = Clean(d.What), Reason = Clean(d.Reason) },
            d => d is { Needs: null, What: null, NeededBy: null, Rag: null, Reason: null });
        var decisions = Keyed(content.Decisions, stored.Decisions, d => d.Key, (d, key) => d with { Key = key }, "D",
            d => d with { What = Clean(d.What), Body = Clean(d.Body) }, d => d is { What: null, Body: null, NeededBy: null });
        var evidence = Keyed(content.Evidence, stored.Evidence, e => e.Key, (e, key) => e with { Key = key }, "E",
            e => e with { About = Clean(e.About), Title = Clean(e.Title), Address = Clean(e.Address), Document = Clean(e.Document) },
            e => e is { Title: null, Address: null, Document: null });
        var capacity = content.Capacity is { } c ? c with { HoldsUp = Clean(c.HoldsUp), Risk = Clean(c.Risk) } : null;
        return content with
        {
            Ratings = [.. content.Ratings.Select(r => r with { Reason = Clean(r.Reason) }).Where(r => r is not { Rag: null, Reason: null }).OrderBy(r => r.Aspect)],
            PathToGreen = [.. steps.OrderBy(s => s.Aspect).ThenBy(s => s.Key, CodeOrder.Instance)],
            Progress = Clean(content.Progress),
            NextSteps = Clean(content.NextSteps),
            UnchangedBecause = Clean(content.UnchangedBecause),
            Savings = [.. content.Savings.Where(s => s.Amount is not null).OrderBy(s => s.Line, CodeOrder.Instance).ThenBy(s => s.Year).ThenBy(s => s.Confidence)],
            Variances = [.. content.Variances.Select(v => v with { Text = Clean(v.Text) }).Where(v => v.Text is not null)
                .OrderBy(v => v.Line, CodeOrder.Instance).ThenBy(v => v.Year)],
            Spend = [.. content.Spend.Where(s => s.Amount is not null).OrderBy(s => s.CostLine, CodeOrder.Instance)],
            Milestones = [.. milestones.OrderBy(m => m.Baseline ?? DateOnly.MaxValue).ThenBy(m => m.Key, CodeOrder.Instance)],
            Risks = [.. risks.OrderBy(r => r.Key, CodeOrder.Instance)],
            Dependencies = [.. dependencies.OrderBy(d => d.Key, CodeOrder.Instance)],
            Capacity = capacity is null or { PostsNeeded: null, PostsFilled: null, HoldsUp: null, Risk: null } ? null : capacity,
            Decisions = [.. decisions.OrderBy(d => d.Key, CodeOrder.Instance)],
            Evidence = [.. evidence.OrderBy(e => e.Key, CodeOrder.Instance)],
        };
    }

    private static List<T> Keyed<T>(
        IReadOnlyList<T> rows, IReadOnlyList<T> stored, Func<T, string?> key, Func<T, string, T> withKey, string prefix, Func<T, T> clean, Func<T, bool> isEmpty)
    {
        var last = rows.Concat(stored).Select(r => Number(key(r), prefix)).DefaultIfEmpty(0).Max();
        return
        [
            .. rows.Select(clean).Where(r => !isEmpty(r)).Select(r => Clean(key(r)) is { } own && IsKey(own)
                ? withKey(r, own)
                : withKey(r, string.Create(CultureInfo.InvariantCulture, $"{prefix}{++last}"))),
        ];
    }

    // What a page did not make itself is no key: it would become part of the names of fields.
    private static bool IsKey(string text) => text.Length <= ReportLimits.Key && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    private static int Number(string? key, string prefix) =>
        key is not null && key.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2
            ? number
            : 0;

    private static string? Clean(string? text) => TypedText.Clean(text).Text.Trim() is { Length: > 0 } clean ? clean : null;
}
