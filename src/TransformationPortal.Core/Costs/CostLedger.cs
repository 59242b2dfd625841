using System.Text.Json.Serialization;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Costs;

/// <summary>Which view of implementation cost an amount belongs to.</summary>
public enum CostKind
{
    /// <summary>The business case's budget for a year.</summary>
    Budget,

    /// <summary>Spent in a month.</summary>
    Actual,

    /// <summary>Ordered but not yet spent, as at a month: a balance, not a movement.</summary>
    Committed,
}

/// <summary>An area of implementation cost: Technology, People, Commissioned support.</summary>
public sealed record CostArea(string Code, string Name);

/// <summary>A line of the implementation budget, with its amounts in canonical order.</summary>
public sealed record CostLine(string Code, string Area, string Name, string? Note, IReadOnlyList<CostAmount> Amounts);

/// <summary>One amount of a cost line, in pounds.</summary>
/// <param name="Month">For actual and committed; a budget is for the year as a whole.</param>
public sealed record CostAmount(CostKind Kind, FinancialYear Year, ReportingMonth? Month, Money Amount, string? Note)
{
    /// <summary>The approved request that it is what is left of; nothing where it comes from no request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Request { get; init; }
}

/// <summary>An entry of the cost ledger: an amount together with the line it belongs to.</summary>
public readonly record struct CostEntry(CostLine Line, CostAmount Item);

/// <summary>What the cost ledger can be filtered and cut by.</summary>
public enum CostDimension
{
    Kind,
    Year,
    Area,
    Line,
    Month,
}

/// <summary>All implementation cost of an edition.</summary>
public sealed class CostLedger(IReadOnlyList<CostLine> lines)
    : Ledger<CostEntry, CostDimension>(
        [.. lines.SelectMany(line => line.Amounts.Select(item => new CostEntry(line, item)))], e => e.Item.Amount, _ => false)
{
    protected override Func<CostEntry, string> KeyOf(CostDimension dimension) => Keys(dimension);

    /// <summary>What gives an entry's value on a dimension, whichever ledger the entry stands in.</summary>
    internal static Func<CostEntry, string> Keys(CostDimension dimension) => dimension switch
    {
        CostDimension.Kind => e => CostKeys.Kind(e.Item.Kind),
        CostDimension.Year => e => LedgerKeys.Year(e.Item.Year),
        CostDimension.Area => e => e.Line.Area,
        CostDimension.Line => e => e.Line.Code,
        CostDimension.Month => e => e.Item.Month?.ToString() ?? LedgerKeys.None,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension of costs."),
    };

    protected override bool IsFine(CostDimension dimension) => dimension == CostDimension.Line;

    protected override IReadOnlyList<string> Declared(CostDimension dimension) =>
        dimension == CostDimension.Kind ? [.. Enum.GetValues<CostKind>().Select(CostKeys.Kind)] : [];
}

/// <summary>The values of the cost dimensions as texts.</summary>
public static class CostKeys
{
    public static string Kind(CostKind kind) => kind switch
    {
        CostKind.Budget => "budget",
        CostKind.Actual => "actual",
        CostKind.Committed => "committed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of cost."),
    };
}

/// <summary>The slices that cost figures are made of.</summary>
public static class CostSlices
{
    /// <summary>Two kinds may be added where that means something: spent or committed.</summary>
    public static Slice<CostDimension> Of(DecisionBasis basis, params IEnumerable<CostKind> kinds) =>
        Slice<CostDimension>.All.Where(CostDimension.Kind, kinds.Select(CostKeys.Kind)).On(basis);
}
