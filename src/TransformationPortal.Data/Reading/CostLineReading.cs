using TransformationPortal.Core.Costs;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads the cost lines with every budget, actual and commitment recorded.</summary>
internal static class CostLineReading
{
    public static async Task<IReadOnlyList<CostLine>> ReadAsync(ProgrammeRows rows, CancellationToken ct)
    {
        var lines = await rows.ListAsync(rows.Of<CostLineEntity>().Where(l => l.RetiredOn == null).OrderBy(l => l.Id)
            .Select(l => new CostLine(l.Code, l.Area.Code, l.Name, l.Note, new List<CostAmount>())), ct);
        var budgets = await rows.ListAsync(rows.Of<CostBudgetEntity>().OrderBy(b => b.Id).Select(b => new { b.Line.Code, b.Year, b.Amount }), ct);
        var spend = await rows.ListAsync(rows.Of<SpendEntity>().OrderBy(s => s.Id).Select(s => new { s.Line.Code, s.Month, s.Kind, s.Amount, s.Note }), ct);
        var amounts = budgets.Select(b => (b.Code, Amount: new CostAmount(CostKind.Budget, b.Year, null, b.Amount, null)))
            .Concat(spend.Select(s => (s.Code, Amount: new CostAmount(s.Kind, s.Month.FinancialYear, s.Month, s.Amount, s.Note))))
            .ToLookup(p => p.Code, p => p.Amount, StringComparer.Ordinal);
        return [.. lines.Select(line => line with { Amounts = [.. amounts[line.Code]] })];
    }
}
