using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Comparisons;

/// <summary>
/// One of two editions that are compared, under the names that both have: where the other knows a re-organisation that this one
/// does not, what it holds stands under the new names. Not a pound moves, so that what changed its name does not look changed.
/// </summary>
public sealed class ComparedEdition
{
    private readonly Edition published;

    internal ComparedEdition(Edition published, Edition other)
    {
        this.published = published;
        Reorganised = Reorganising.Unknown(other, published);
        Content = Reorganised.Count == 0 ? published : Reorganising.Under(other, published);
    }

    /// <summary>What it holds, under the names of the comparison.</summary>
    public Edition Content { get; }

    /// <summary>What was re-organised between this edition and the other, as far as this one does not know it.</summary>
    public IReadOnlyList<Reorganisation> Reorganised { get; }

    /// <summary>The name that a value of a dimension goes by in the comparison: another one where it was renamed or merged.</summary>
    public string NameNow(SavingsDimension dimension, string value) => Reorganised
        .Where(r => r.Kind != ReorganisationKind.Split && DimensionOf(r.Grouping) == dimension)
        .Aggregate(value, (name, r) => string.Equals(name, r.From, StringComparison.OrdinalIgnoreCase) ? r.To : name);

    /// <summary>The same slice under the names that the edition was published with: its sum there is the one that is compared.</summary>
    public Slice<SavingsDimension> AsPublished(Slice<SavingsDimension> slice) =>
        Reorganised.Select(r => DimensionOf(r.Grouping)).Distinct().Where(d => !slice[d].IsEmpty).Aggregate(slice, AsPublished);

    /// <summary>The pounds of revised targets that a re-organisation put under another name, as it stood in this edition; nothing where it has none.</summary>
    public Money? Carried(Reorganisation reorganisation)
    {
        var dimension = DimensionOf(reorganisation.Grouping);
        var (key, now) = (Key(dimension), Content.SavingsLines.ToDictionary(l => l.Ref, StringComparer.Ordinal));
        return published.SavingsLines.Where(l => key(l) == reorganisation.From && key(now[l.Ref]) != reorganisation.From).SelectMany(l => l.Amounts)
            .Where(a => a is { Kind: SavingsKind.RevisedTarget, Pending: false }).Select(a => a.Amount).SumOrNothing();
    }

    /// <summary>The dimension of the savings that a grouping is.</summary>
    public static SavingsDimension DimensionOf(Grouping grouping) => grouping switch
    {
        Grouping.Board => SavingsDimension.Board,
        Grouping.Workstream => SavingsDimension.Workstream,
        Grouping.Directorate => SavingsDimension.Directorate,
        Grouping.Source => SavingsDimension.Source,
        Grouping.Activity => SavingsDimension.Activity,
        _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, "Unknown grouping."),
    };

    // By the names that its lines had. Where those names held other lines too, the lines themselves are named.
    private Slice<SavingsDimension> AsPublished(Slice<SavingsDimension> slice, SavingsDimension dimension)
    {
        var (key, wanted) = (Key(dimension), slice[dimension].ToHashSet(StringComparer.Ordinal));
        var lines = Content.SavingsLines.Where(l => wanted.Contains(key(l))).Select(l => l.Ref).ToHashSet(StringComparer.Ordinal);
        var names = published.SavingsLines.Where(l => lines.Contains(l.Ref)).Select(key).ToHashSet(StringComparer.Ordinal);
        if (published.SavingsLines.Count(l => names.Contains(key(l))) == lines.Count)
        {
            return names.Count == 0 ? slice : slice.Where(dimension, names);
        }

        if (!slice[SavingsDimension.Line].IsEmpty)
        {
            lines.IntersectWith(slice[SavingsDimension.Line]);
        }

        return lines.Count == 0 ? slice : slice.Where(dimension, names).Where(SavingsDimension.Line, lines);
    }

    // Where a line stands does not depend on its amounts.
    private static Func<SavingsLine, string> Key(SavingsDimension dimension)
    {
        var (key, any) = (SavingsLedger.Keys(dimension), new SavingsAmount(SavingsKind.Position, null, null, Money.Zero, null, ""));
        return line => key(new(line, any));
    }
}
