using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>A line's year in a report, added up and held against its target. All in pounds.</summary>
/// <param name="Target">The revised target; nothing where there is none.</param>
/// <param name="Sum">All bands together; nothing where none is recorded.</param>
/// <param name="Delivered">The delivered part; nothing where none is recorded.</param>
/// <param name="Explanation">Why the two differ; nothing where nobody said.</param>
public sealed record SavingsTotal(ReportSavingsLine Line, FinancialYear Year, Money? Target, Money? Sum, Money? Delivered, string? Explanation)
{
    /// <summary>What is planned above (positive) or below (negative) the target.</summary>
    public Money Variance => Sum.OrZero() - Target.OrZero();

    public bool IsExplained => !string.IsNullOrWhiteSpace(Explanation);

    public static SavingsTotal Of(ReportContent content, ReportSavingsLine line, FinancialYear year)
    {
        var cells = content.Savings.Where(c => c.Line == line.Ref && c.Year == year).ToList();
        return new(
            line,
            year,
            line.TargetFor(year),
            cells.Select(c => c.Amount).SumOrNothing(),
            cells.Where(c => c.Confidence == Confidence.Delivered).Select(c => c.Amount).SumOrNothing(),
            content.Variances.FirstOrDefault(v => v.Line == line.Ref && v.Year == year)?.Text);
    }
}
