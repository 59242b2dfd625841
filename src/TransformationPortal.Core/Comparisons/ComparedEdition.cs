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
    private readonly Edition other;

    internal ComparedEdition(Edition published, Edition other)
    {
        (this.published, this.other) = (published, other);
        var steps = Reorganising.Steps(other, published);
        Reorganised = [.. steps.Select(s => new Restatement(s.Reorganisation, Carried(s.Reorganisation, s.Before, s.After)))];
        Content = steps.Count == 0 ? published : steps[^1].After;
    }

    /// <summary>What it holds, under the names of the comparison.</summary>
    public Edition Content { get; }

    /// <summary>What was re-organised between this edition and the other, as far as this one does not know it.</summary>
    public IReadOnlyList<Restatement> Reorganised { get; }

    /// <summary>The name that a value of a dimension goes by in the comparison: another one where it was renamed or merged and nothing has its name now.</summary>
    public string NameNow(SavingsDimension dimension, string value) =>
        new[] { Content, other }.Any(e => e.Savings.Values(dimension).Contains(value, StringComparer.OrdinalIgnoreCase)) ? value
        : Reorganised.Select(r => r.Reorganisation).Where(r => r.Kind.EndsName() && DimensionOf(r.Grouping) == dimension)
            .Aggregate(value, (name, r) => string.Equals(name, r.From, StringComparison.OrdinalIgnoreCase) ? r.To : name);

    /// <summary>The same slice under the names that the edition was published with: its sum there is the one that is compared.</summary>
    public Slice<SavingsDimension> AsPublished(Slice<SavingsDimension> slice) =>
        Reorganised.Select(r => DimensionOf(r.Reorganisation.Grouping)).Distinct().Where(d => !slice[d].IsEmpty).Aggregate(slice, AsPublished);

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

    private static Money? Carried(Reorganisation reorganisation, Edition before, Edition after)
    {
        var key = Key(DimensionOf(reorganisation.Grouping));
        return before.SavingsLines.Zip(after.SavingsLines).Where(l => key(l.First) != key(l.Second)).SelectMany(l => l.First.Amounts)
            .Where(a => a is { Kind: SavingsKind.RevisedTarget, Pending: false }).Select(a => a.Amount).SumOrNothing();
    }

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

/// <summary>A re-organisation that an edition is restated for.</summary>
/// <param name="Carried">The revised targets, in pounds, that it put under another name; nothing where there are none.</param>
public sealed record Restatement(Reorganisation Reorganisation, Money? Carried);
