using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reading;

/// <summary>Reads the cost lines with every budget, actual and commitment recorded.</summary>
internal static class CostLineReading
{
    /// <returns>The lines, and what was spent on lines that are there no more.</returns>
    public static async Task<(IReadOnlyList<CostLine> Lines, IReadOnlyList<(string Code, CostAmount Amount)> OfOthers)> ReadAsync(ProgrammeRows rows, CancellationToken ct)
    {
        var lines = await rows.ListAsync(rows.Of<CostLineEntity>().Where(l => l.RetiredOn == null).OrderBy(l => l.Id)
            .Select(l => new CostLine(l.Code, l.Area.Code, l.Name, l.Note, new List<CostAmount>())), ct);
        var budgets = await rows.ListAsync(rows.Of<CostBudgetEntity>().OrderBy(b => b.Id).Select(b => new { b.Line.Code, b.Year, b.Amount }), ct);
        var spend = await rows.ListAsync(rows.Of<SpendEntity>().OrderBy(s => s.Id).Select(s => new { s.Line.Code, s.Month, s.Kind, s.Amount, s.Note }), ct);
        var spent = spend.Select(s => (s.Code, Amount: new CostAmount(s.Kind, s.Month.FinancialYear, s.Month, s.Amount, s.Note))).ToList();
        var amounts = budgets.Select(b => (b.Code, Amount: new CostAmount(CostKind.Budget, b.Year, null, b.Amount, null))).Concat(spent)
            .ToLookup(p => p.Code, p => p.Amount, StringComparer.Ordinal);
        var there = lines.Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        return ([.. lines.Select(line => line with { Amounts = [.. amounts[line.Code]] })], [.. spent.Where(s => !there.Contains(s.Code))]);
    }

    /// <summary>The programme with amounts added to its cost lines.</summary>
    public static ProgrammeState With(ProgrammeState state, IReadOnlyList<(string Code, CostAmount Amount)> amounts)
    {
        var ofLine = amounts.ToLookup(a => a.Code, a => a.Amount, StringComparer.Ordinal);
        return amounts.Count == 0 ? state : state with { CostLines = [.. state.CostLines.Select(l => l with { Amounts = [.. l.Amounts, .. ofLine[l.Code]] })] };
    }
}
