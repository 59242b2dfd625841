using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>One field of a report with what stands in it, as readers meet it.</summary>
internal sealed record ReportFact(ReportSection Section, string Field, string Label, string Text)
{
    /// <summary>Every field that holds something. What is not here is not in the report: changes and history are made of these.</summary>
    public static IEnumerable<ReportFact> Of(ReportContent content) =>
        Ratings(content).Concat(ReportParts.Of(ReportSection.Ratings).SelectMany(p => p.Facts(content)))
            .Concat(Story(content)).Concat(Savings(content)).Concat(Spend(content)).OfType<ReportFact>()
            .Concat(ReportParts.All.Where(p => p.Section != ReportSection.Ratings).SelectMany(p => p.Facts(content)));

    private static IEnumerable<ReportFact?> Ratings(ReportContent content)
    {
        foreach (var entry in content.Ratings)
        {
            var name = ReportWords.Rating(entry.Aspect);
            yield return Fact(ReportFields.Rag(entry.Aspect), ReportWords.Capital(name), entry.Rag?.ToString());
            yield return Fact(ReportFields.Reason(entry.Aspect), $"Reason of the {name}", entry.Reason);
        }
    }

    private static IEnumerable<ReportFact?> Story(ReportContent content)
    {
        yield return Fact(ReportFields.Progress, "Progress this period", content.Progress);
        yield return Fact(ReportFields.NextSteps, "Next steps", content.NextSteps);
        yield return Fact(ReportFields.UnchangedBecause, "Nothing has changed, because", content.UnchangedBecause);
    }

    private static IEnumerable<ReportFact?> Savings(ReportContent content)
    {
        foreach (var cell in content.Savings)
        {
            yield return Fact(ReportFields.Savings(cell.Line, cell.Year, cell.Confidence), $"{cell.Line} in {cell.Year}, {cell.Confidence}", Pounds(cell.Amount));
        }

        foreach (var explanation in content.Variances)
        {
            yield return Fact(ReportFields.Variance(explanation.Line, explanation.Year), $"Explanation of {explanation.Line} in {explanation.Year}", explanation.Text);
        }
    }

    private static IEnumerable<ReportFact?> Spend(ReportContent content) =>
        content.Spend.Select(s => Fact(ReportFields.Spend(s.CostLine), $"Spend on {s.CostLine}", Pounds(s.Amount)));

    private static ReportFact? Fact(string field, string label, string? text) =>
        string.IsNullOrEmpty(text) ? null : new(ReportFields.SectionOf(field)!.Value, field, label, text);

    // A draft may hold more decimals than are shown; two different amounts must not read alike.
    private static string? Pounds(Money? amount) => amount is not { } money ? null
        : decimal.Round(money.Pounds, 2) == money.Pounds ? ReportWords.Pounds(money) : "£" + money;
}
