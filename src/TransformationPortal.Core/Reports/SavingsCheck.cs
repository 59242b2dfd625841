using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// Amounts belong to the project's own lines and to the programme's years, and none is negative. Nothing is delivered in a year
/// that had not begun by the end of the month. Where the amounts of a line in a year do not add up to its revised target, the
/// report explains why. The target is the recorded one: what a decision would move is applied to targets and positions alike
/// when a quarter is composed, and is not entered here.
/// </summary>
internal static class SavingsCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows("Savings", content.Savings.Count, ReportLimits.SavingsCells, "amounts of savings");
        findings.Rows("Variances", content.Variances.Count, ReportLimits.SavingsCells, "explanations");
        foreach (var cell in content.Savings)
        {
            Cell(cell, context, findings);
        }

        findings.Once(content.Savings, c => $"{c.Line} {c.Year} {c.Confidence}", c => ReportFields.Savings(c.Line, c.Year, c.Confidence),
            c => $"{c.Line} has two amounts at {c.Confidence} in {c.Year}: keep one.");
        findings.Once(content.Variances, v => $"{v.Line} {v.Year}", v => ReportFields.Variance(v.Line, v.Year), v => $"{v.Line} has two explanations for {v.Year}: keep one.");
        foreach (var explanation in content.Variances.Where(v => findings.IsCode("Variances", v.Line)))
        {
            findings.Text(ReportFields.Variance(explanation.Line, explanation.Year), explanation.Text, ReportLimits.Paragraph, $"the explanation for {explanation.Line} in {explanation.Year}");
        }

        foreach (var line in context.Lines)
        {
            foreach (var year in context.Years)
            {
                Total(SavingsTotal.Of(content, line, year), findings);
            }
        }
    }

    private static void Cell(SavingsCell cell, ReportContext context, ReportFindings findings)
    {
        if (!findings.IsCode("Savings", cell.Line) || cell.Amount is not { } amount)
        {
            return;
        }

        var field = ReportFields.Savings(cell.Line, cell.Year, cell.Confidence);
        var subject = $"what {cell.Line} saves in {cell.Year} at {cell.Confidence}";
        if (!context.Lines.Any(l => l.Ref == cell.Line))
        {
            findings.Wrong(field, $"{cell.Line} is not a savings line of {context.Project.Code}: remove its amounts.");
        }
        else if (cell.Year < context.FirstYear || cell.Year > context.LastYear)
        {
            findings.Wrong(field, $"{cell.Year} lies outside the programme, which runs from {context.FirstYear} to {context.LastYear}: remove the amount.");
        }
        else if (amount < Money.Zero)
        {
            findings.Wrong(field, $"Enter {subject} as a positive amount: a saving is not negative.");
        }
        else if (cell.Confidence == Confidence.Delivered && cell.Year.FirstDay > context.Month.LastDay)
        {
            findings.Wrong(field, $"Nothing of {cell.Line} can be delivered for {cell.Year} yet: the year begins on {DateFormat.Long(cell.Year.FirstDay)}.");
        }
        else
        {
            findings.Fits(field, amount, subject);
        }
    }

    private static void Total(SavingsTotal total, ReportFindings findings)
    {
        if (total.Variance == Money.Zero || total.IsExplained)
        {
            return;
        }

        var field = ReportFields.Variance(total.Line.Ref, total.Year);
        var target = total.Target is { } amount ? $"the revised target of {ReportWords.Pounds(amount)}" : "what was asked, which is nothing";
        if (total.Delivered is { } delivered && delivered > total.Target.OrZero())
        {
            findings.Missing(field, $"{total.Line.Ref} has delivered {ReportWords.Pounds(delivered)} in {total.Year}, more than {target}: explain how.");
        }
        else if (total.Sum is not { } sum)
        {
            findings.Missing(field, $"{total.Line.Ref} has no amounts in {total.Year} against {target}: enter them, or explain why there are none.");
        }
        else
        {
            var side = total.Variance > Money.Zero ? "more" : "less";
            var by = ReportWords.Pounds(total.Variance < Money.Zero ? -total.Variance : total.Variance);
            findings.Missing(field, $"{total.Line.Ref} adds up to {ReportWords.Pounds(sum)} in {total.Year}, {by} {side} than {target}: explain the difference.");
        }
    }
}
