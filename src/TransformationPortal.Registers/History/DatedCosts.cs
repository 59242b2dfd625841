using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.History;

/// <summary>Cost lines and their budgets over time. The programme that editions are composed from has the one with the other.</summary>
internal static class DatedCosts
{
    public static DeclaredDatedRegister<CostLine> Lines { get; } = new(
        CostLinesRegister.Definition, s => s.CostLines, WithCostLines,
        [
            CostLinesRegister.Code.Of((CostLine l) => l.Code),
            CostLinesRegister.Area.Of((CostLine l) => l.Area),
            CostLinesRegister.Name.Of((CostLine l) => l.Name),
            CostLinesRegister.Note.Of((CostLine l) => l.Note),
        ],
        r => new(r.Get(CostLinesRegister.Code), r.Get(CostLinesRegister.Area), r.Get(CostLinesRegister.Name), r.Find(CostLinesRegister.Note), []));

    public static DeclaredDatedRegister<CostBudget> Budget { get; } = new(
        CostBudgetRegister.Definition, Budgets, WithBudgets,
        [
            CostBudgetRegister.Line.Of((CostBudget b) => b.Line),
            CostBudgetRegister.Year.Of((CostBudget b) => b.Year),
            CostBudgetRegister.Amount.Of((CostBudget b) => b.Amount),
        ],
        r => new(r.Get(CostBudgetRegister.Line), r.Get(CostBudgetRegister.Year), r.Get(CostBudgetRegister.Amount)));

    // A line that was changed keeps its amounts; those of one that was taken out come with what belongs to it.
    private static ProgrammeState WithCostLines(ProgrammeState state, IReadOnlyList<CostLine> lines)
    {
        var amounts = state.CostLines.ToDictionary(l => l.Code, l => l.Amounts, StringComparer.Ordinal);
        return state with { CostLines = [.. lines.Select(l => l with { Amounts = amounts.GetValueOrDefault(l.Code) ?? [] })] };
    }

    private static IReadOnlyList<CostBudget> Budgets(ProgrammeState state) =>
        [.. state.CostLines.SelectMany(l => l.Amounts.Where(a => a.Kind == CostKind.Budget).Select(a => new CostBudget(l.Code, a.Year, a.Amount)))];

    private static ProgrammeState WithBudgets(ProgrammeState state, IReadOnlyList<CostBudget> budgets)
    {
        var ofLine = budgets.ToLookup(b => b.Line, b => new CostAmount(CostKind.Budget, b.Year, null, b.Amount, null), StringComparer.Ordinal);
        return state with { CostLines = [.. state.CostLines.Select(l => l with { Amounts = [.. ofLine[l.Code], .. l.Amounts.Where(a => a.Kind != CostKind.Budget)] })] };
    }

    /// <summary>A cost line's budget for a year.</summary>
    internal sealed record CostBudget(string Line, FinancialYear Year, Money Amount);
}
