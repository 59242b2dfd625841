using TransformationPortal.Core.Costs;
using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Reports;

namespace TransformationPortal.Registers.Mapping;

/// <summary>The implementation costs and what pays for them.</summary>
internal static class CostRowMapping
{
    public static IEnumerable<object> From(ProgrammeData data)
    {
        var areas = data[CostAreasRegister.Definition].ToDictionary(
            row => row.Get(CostAreasRegister.Code),
            row => new CostAreaEntity { Code = row.Get(CostAreasRegister.Code), Name = row.Get(CostAreasRegister.Name) },
            StringComparer.Ordinal);
        var lines = data[CostLinesRegister.Definition].ToDictionary(
            row => row.Get(CostLinesRegister.Code),
            row => new CostLineEntity
            {
                Code = row.Get(CostLinesRegister.Code),
                Area = areas[row.Get(CostLinesRegister.Area)],
                Name = row.Get(CostLinesRegister.Name),
                Note = row.Find(CostLinesRegister.Note),
            },
            StringComparer.Ordinal);
        var budgets = data[CostBudgetRegister.Definition].Select(row => new CostBudgetEntity
        {
            Line = lines[row.Get(CostBudgetRegister.Line)],
            Year = row.Get(CostBudgetRegister.Year),
            Amount = row.Get(CostBudgetRegister.Amount),
        });
        var reported = new ReportedMonths(data);
        var spend = data[SpendRegister.Definition].Where(row => !IsReported(row, reported)).Select(row => new SpendEntity
        {
            Line = lines[row.Get(SpendRegister.Line)],
            Month = row.Get(SpendRegister.Month),
            Kind = row.Get(SpendRegister.Kind),
            Amount = row.Get(SpendRegister.Amount),
            Note = row.Find(SpendRegister.Note),
        });
        var funding = data[FundingRegister.Definition].Select(row => new FundingEntity
        {
            Source = row.Get(FundingRegister.Source),
            Amount = row.Get(FundingRegister.Amount),
            Status = row.Get(FundingRegister.Status),
        });
        return areas.Values.Concat<object>(lines.Values).Concat(budgets).Concat(spend).Concat(funding);
    }

    private static bool IsReported(RegisterRow row, ReportedMonths reported) =>
        row.Get(SpendRegister.Kind) == CostKind.Actual && reported.HaveCostLine(row.Get(SpendRegister.Line), row.Get(SpendRegister.Month));
}
