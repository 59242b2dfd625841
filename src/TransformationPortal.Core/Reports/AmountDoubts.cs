using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// What looks doubtful in amounts: savings that are delivered since the last approved report and nothing shows it; an amount ten
/// times that of last month, or savings of a year at twice their target or more, where the difference is £10,000 or more.
/// </summary>
internal static class AmountDoubts
{
    private const int TimesLastMonth = 10;
    private const int TimesTarget = 2;
    private static readonly Money Noticed = new(10_000m);

    public static ReportDoubt? Delivered(ReportContent content, ReportContext context)
    {
        // Where the programme demands evidence, the check asks for it: one question about one thing.
        if (context.EvidenceFor is EvidenceRule.DeliveredSavings or EvidenceRule.DeliveredSavingsAndBetterRatings)
        {
            return null;
        }

        var unshown = Evidence.NewlyDelivered(content, context).Where(d => !Evidence.IsShown(content, context, d.Field)).ToList();
        return unshown.Count == 0 ? null : new(
            DoubtKind.DeliveredWithoutEvidence, ReportSection.Savings, ReportFields.Savings(unshown[0].Line, unshown[0].Year, Confidence.Delivered),
            $"Since {context.Previous[0].Month.Name} more is delivered, and no evidence shows it: {ReportDoubt.List(unshown.Select(d => Words(d, content, context)))}.");
    }

    private static string Words(NewlyDelivered delivered, ReportContent content, ReportContext context)
    {
        var last = context.LastApproved!;
        bool Fell(Confidence band) => Amount(last, band) > Amount(content, band);
        Money Amount(ReportContent of, Confidence band) => Cell(of, delivered.Line, delivered.Year, band).OrZero();
        var from = new[] { Confidence.High, Confidence.Medium, Confidence.Low }.Where(Fell).Select(b => b.ToString().ToLowerInvariant()).ToList();
        var early = delivered.Year == context.Month.FinancialYear && context.Month.LastDay < delivered.Year.FirstDay.AddMonths(6).AddDays(-1);
        return $"{ReportWords.Pounds(delivered.Amount)} of {delivered.Line} in {delivered.Year}"
            + (from.Count == 0 ? "" : $", from {string.Join(" and ", from)}")
            + (early ? ", before the year is half over" : "");
    }

    public static ReportDoubt? Unusual(ReportContent content, ReportContext context)
    {
        List<(string Field, string Words)> found =
            [.. TenTimes(content, context), .. FarAboveTarget(content, context), .. SpendTenTimes(content, context)];
        return found.Count == 0 ? null : new(
            DoubtKind.UnusualAmount, ReportFields.SectionOf(found[0].Field)!.Value, found[0].Field,
            $"Is this right? {ReportWords.Capital(ReportDoubt.List(found.Select(f => f.Words)))}.");
    }

    private static IEnumerable<(string Field, string Words)> TenTimes(ReportContent content, ReportContext context) =>
        from last in context.Previous.Take(1)
        from cell in content.Savings
        let was = Cell(last.Content, cell.Line, cell.Year, cell.Confidence)
        where IsTenTimes(cell.Amount, was)
        select (ReportFields.Savings(cell.Line, cell.Year, cell.Confidence),
            $"{ReportWords.Pounds(cell.Amount.OrZero())} of {cell.Line} in {cell.Year} at {Word(cell.Confidence)}, where {last.Month.Name} had {ReportWords.Pounds(was.OrZero())}");

    private static IEnumerable<(string Field, string Words)> FarAboveTarget(ReportContent content, ReportContext context) =>
        from line in context.Lines
        from year in context.Years
        let total = SavingsTotal.Of(content, line, year)
        where total.Target is { } target && target > Money.Zero && total.Sum is { } sum
            && sum.Pounds >= TimesTarget * target.Pounds && sum - target >= Noticed
        select (ReportFields.Variance(line.Ref, year),
            $"{ReportWords.Pounds(total.Sum.OrZero())} of {line.Ref} in {year}, against a target of {ReportWords.Pounds(total.Target.OrZero())}");

    private static IEnumerable<(string Field, string Words)> SpendTenTimes(ReportContent content, ReportContext context) =>
        from last in context.Previous.Take(1)
        from entry in content.Spend
        let was = last.Content.Spend.FirstOrDefault(s => s.CostLine == entry.CostLine)?.Amount
        where IsTenTimes(entry.Amount, was)
        select (ReportFields.Spend(entry.CostLine),
            $"{ReportWords.Pounds(entry.Amount.OrZero())} spent on {entry.CostLine}, where {last.Month.Name} had {ReportWords.Pounds(was.OrZero())}");

    private static bool IsTenTimes(Money? now, Money? was) =>
        now is { } amount && was is { } before && before > Money.Zero && amount.Pounds >= TimesLastMonth * before.Pounds && amount - before >= Noticed;

    private static Money? Cell(ReportContent content, string line, FinancialYear year, Confidence band) =>
        content.Savings.FirstOrDefault(c => c.Line == line && c.Year == year && c.Confidence == band)?.Amount;

    private static string Word(Confidence band) => band.ToString().ToLowerInvariant();
}
