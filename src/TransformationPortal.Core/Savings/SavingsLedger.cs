using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Savings;

/// <summary>What the savings ledger can be filtered and cut by.</summary>
public enum SavingsDimension
{
    Kind,
    Year,
    Workstream,
    Confidence,
    Directorate,
    Source,
    Board,
    Activity,
    Project,
    Line,
    Decision,

    /// <summary>Whether an amount is what a closed year carried to a later one.</summary>
    Carried,
}

/// <summary>All savings of an edition. Amounts are increments: each year's new recurring saving, so that a sum over years is the annual saving at the end.</summary>
/// <param name="lines">The savings lines with their amounts.</param>
/// <param name="declared">The order in which readers expect the values of workstreams, boards and so on.</param>
public sealed class SavingsLedger(IReadOnlyList<SavingsLine> lines, Func<SavingsDimension, IReadOnlyList<string>> declared)
    : Ledger<SavingsEntry, SavingsDimension>(Entered(lines), e => e.Item.Amount, e => e.Item.Pending)
{
    protected override IReadOnlyList<string> Declared(SavingsDimension dimension) => dimension switch
    {
        SavingsDimension.Kind => [.. Enum.GetValues<SavingsKind>().Select(SavingsKeys.Kind)],
        SavingsDimension.Confidence => [.. ConfidenceFacts.Bands.Select(c => SavingsKeys.Confidence(c))],

        // A year sorts as text; what has no year yet comes last by itself, as letters follow figures.
        SavingsDimension.Year or SavingsDimension.Line or SavingsDimension.Project or SavingsDimension.Decision or SavingsDimension.Carried => [],
        _ => declared(dimension),
    };

    protected override bool IsFine(SavingsDimension dimension) => dimension is SavingsDimension.Project or SavingsDimension.Line;

    protected override Func<SavingsEntry, string> KeyOf(SavingsDimension dimension) => Keys(dimension);

    /// <summary>What gives an entry's value on a dimension, whichever ledger the entry stands in.</summary>
    internal static Func<SavingsEntry, string> Keys(SavingsDimension dimension) => dimension switch
    {
        SavingsDimension.Kind => e => SavingsKeys.Kind(e.Item.Kind),
        SavingsDimension.Year => e => LedgerKeys.Year(e.Item.Year),
        SavingsDimension.Workstream => e => e.Line.Workstream,
        SavingsDimension.Confidence => e => SavingsKeys.Confidence(e.Item.Confidence),
        SavingsDimension.Directorate => e => e.Line.Directorate,
        SavingsDimension.Source => e => e.Line.Source,
        SavingsDimension.Board => e => e.Line.Board,
        SavingsDimension.Activity => e => e.Line.Activity ?? LedgerKeys.None,
        SavingsDimension.Project => e => e.Line.Project,
        SavingsDimension.Line => e => e.Line.Ref,
        SavingsDimension.Decision => e => e.Item.Decision ?? LedgerKeys.None,
        SavingsDimension.Carried => e => SavingsKeys.Carried(e.Item.Carried),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension of savings."),
    };

    private static SavingsEntry[] Entered(IReadOnlyList<SavingsLine> lines)
    {
        var entries = new SavingsEntry[lines.Sum(line => line.Amounts.Count)];
        var next = 0;
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Amounts.Count; i++)
            {
                entries[next++] = new(line, line.Amounts[i]);
            }
        }

        return entries;
    }
}

/// <summary>The values of the savings dimensions as texts: the same in a slice, in an address and in a file.</summary>
public static class SavingsKeys
{
    public static string Kind(SavingsKind kind) => kind switch
    {
        SavingsKind.OriginalTarget => "original",
        SavingsKind.RevisedTarget => "revised",
        SavingsKind.Position => "position",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of savings amount."),
    };

    public static string Carried(bool carried) => carried ? "yes" : "no";

    public static string Confidence(Confidence? confidence) => confidence switch
    {
        null => LedgerKeys.None,
        Savings.Confidence.Delivered => nameof(Savings.Confidence.Delivered),
        Savings.Confidence.High => nameof(Savings.Confidence.High),
        Savings.Confidence.Medium => nameof(Savings.Confidence.Medium),
        Savings.Confidence.Low => nameof(Savings.Confidence.Low),
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Unknown confidence."),
    };
}

/// <summary>The slices that figures are made of.</summary>
public static class SavingsSlices
{
    public static Slice<SavingsDimension> Of(SavingsKind kind, DecisionBasis basis) =>
        Slice<SavingsDimension>.All.Where(SavingsDimension.Kind, SavingsKeys.Kind(kind)).On(basis);

    public static Slice<SavingsDimension> In(this Slice<SavingsDimension> slice, params IEnumerable<FinancialYear> years) =>
        slice.Where(SavingsDimension.Year, years.Select(y => LedgerKeys.Year(y)));

    public static Slice<SavingsDimension> At(this Slice<SavingsDimension> slice, params IEnumerable<Confidence> confidences) =>
        slice.Where(SavingsDimension.Confidence, confidences.Select(c => SavingsKeys.Confidence(c)));

    /// <summary>What a year closed with: what left it afterwards, because it was carried forward, is not taken off.</summary>
    public static Slice<SavingsDimension> AsClosed(this Slice<SavingsDimension> slice) =>
        slice.Where(SavingsDimension.Carried, SavingsKeys.Carried(false));

    /// <summary>What a closed year carried to a later one; negative, since it left.</summary>
    public static Slice<SavingsDimension> CarriedOut(this Slice<SavingsDimension> slice) =>
        slice.Where(SavingsDimension.Carried, SavingsKeys.Carried(true));
}
