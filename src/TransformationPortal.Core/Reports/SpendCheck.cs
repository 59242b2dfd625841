namespace TransformationPortal.Core.Reports;

/// <summary>Every cost line of the project says what was spent in the month; nothing spent is a 0.</summary>
internal static class SpendCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        foreach (var line in context.CostLines.Where(l => !content.Spend.Any(s => s.CostLine == l.Code && s.Amount is not null)))
        {
            findings.Missing(ReportFields.Spend(line.Code), $"Say what was spent on {line.Code} {line.Name} in {context.Month.Name}; enter 0 if nothing was.");
        }

        foreach (var entry in content.Spend.Where(s => findings.IsCode("Spend", s.CostLine)))
        {
            var field = ReportFields.Spend(entry.CostLine);
            if (!context.CostLines.Any(l => l.Code == entry.CostLine))
            {
                findings.Wrong(field, $"{entry.CostLine} is not a cost line of {context.Project.Code}: remove its amount.");
            }
            else if (entry.Amount is { } amount)
            {
                findings.Fits(field, amount, $"what was spent on {entry.CostLine}");
            }
        }

        findings.Once(content.Spend, s => s.CostLine, s => ReportFields.Spend(s.CostLine), s => $"{s.CostLine} has two amounts: keep one.");
        findings.Rows("Spend", content.Spend.Count, ReportLimits.Milestones, "amounts of spend");
    }
}
