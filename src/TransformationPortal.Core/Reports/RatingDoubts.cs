using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// What looks doubtful in ratings and texts: green overall with money at low confidence; better overall than the worst aspect;
/// a rating that changed while its reason stayed word for word; a text that is the same for the third month, where something
/// else of the report did change.
/// </summary>
internal static class RatingDoubts
{
    private static readonly RagAspect[] Aspects = [.. Enum.GetValues<RagAspect>().Where(a => a != RagAspect.Overall)];

    public static ReportDoubt? LowConfidence(ReportContent content)
    {
        var low = content.Savings.Where(c => c.Confidence == Confidence.Low && c.Amount > Money.Zero)
            .Select(c => $"{ReportWords.Pounds(c.Amount.OrZero())} of {c.Line} in {c.Year}").ToList();
        return low.Count == 0 || !ReportDoubts.IsGreen(content) ? null : new(
            DoubtKind.GreenWithLowConfidence, ReportSection.Ratings, ReportFields.Rag(RagAspect.Overall),
            $"The project is rated green although savings are at low confidence: {ReportDoubt.List(low)}.");
    }

    public static ReportDoubt? BetterThanWorst(ReportContent content)
    {
        if (content.Rating(RagAspect.Overall)?.Rag is not { } overall)
        {
            return null;
        }

        var worst = Aspects.Select(a => content.Rating(a)?.Rag).Max();
        if (worst is not { } rag || rag <= overall)
        {
            return null;
        }

        var named = Aspects.Where(a => content.Rating(a)?.Rag == rag).Select(a => a.ToString().ToLowerInvariant()).ToList();
        return new(
            DoubtKind.BetterThanWorstAspect, ReportSection.Ratings, ReportFields.Rag(RagAspect.Overall),
            $"The project is rated {Word(overall)} overall although its rating for {string.Join(" and for ", named)} is {Word(rag)}.");
    }

    public static ReportDoubt? ReasonKept(ReportContent content, ReportContext context)
    {
        if (context.LastApproved is not { } last)
        {
            return null;
        }

        var kept = content.Ratings
            .Where(r => r.Rag is not null && last.Rating(r.Aspect) is { Rag: not null } was && was.Rag != r.Rag && r.Reason is not null && was.Reason == r.Reason).ToList();
        return kept.Count == 0 ? null : new(
            DoubtKind.RatingChangedReasonKept, ReportSection.Ratings, ReportFields.Reason(kept[0].Aspect),
            $"Since {context.Previous[0].Month.Name} {ReportDoubt.List(kept.Select(r => $"the {ReportWords.Rating(r.Aspect)} went from {Word(last.Rating(r.Aspect)!.Rag!.Value)} to {Word(r.Rag!.Value)}"))}, "
            + "but the reason is word for word the same.");
    }

    public static ReportDoubt? SameText(ReportContent content, ReportContext context)
    {
        if (context.Previous is not [var last, var before, ..] || ReportDoubts.IsUnchanged(content, context.Previous))
        {
            return null;
        }

        var same = new (string Field, string Words, Func<ReportContent, string?> Text)[]
        {
            (ReportFields.Progress, "Progress", c => c.Progress), (ReportFields.NextSteps, "Next steps", c => c.NextSteps),
        }.Where(t => t.Text(content) is { } text && text == t.Text(last.Content) && text == t.Text(before.Content)).ToList();
        return same.Count == 0 ? null : new(
            DoubtKind.SameTextThreeMonths, ReportSection.Progress, same[0].Field,
            $"{string.Join(" and ", same.Select((t, i) => i == 0 ? t.Words : t.Words.ToLowerInvariant()))} say{(same.Count == 1 && same[0].Field == ReportFields.Progress ? "s" : "")} "
            + $"word for word what the reports for {last.Month.Name} and {before.Month.Name} said.");
    }

    private static string Word(Rag rag) => rag.ToString().ToLowerInvariant();
}
