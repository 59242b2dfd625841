using System.Collections.Immutable;

namespace TransformationPortal.Core.Ledgers;

/// <summary>
/// A filter over a ledger: for each dimension the values let through (every value where a dimension is not named), on one
/// decision basis. Every figure is the sum of a slice, and the slice is the figure's address.
/// </summary>
/// <typeparam name="TDimension">The dimensions of the ledger.</typeparam>
public sealed class Slice<TDimension> : IEquatable<Slice<TDimension>>
    where TDimension : struct, Enum
{
    /// <summary>The whole ledger as it stands.</summary>
    public static Slice<TDimension> All { get; } = new(ImmutableSortedDictionary<TDimension, ImmutableArray<string>>.Empty, DecisionBasis.AsItStands);

    private Slice(ImmutableSortedDictionary<TDimension, ImmutableArray<string>> filters, DecisionBasis basis)
    {
        Filters = filters;
        Basis = basis;
    }

    /// <summary>The values let through, by dimension, in the order of the dimensions; the values in ordinal order.</summary>
    public ImmutableSortedDictionary<TDimension, ImmutableArray<string>> Filters { get; }

    public DecisionBasis Basis { get; }

    /// <summary>The same slice, with <paramref name="dimension"/> limited to <paramref name="values"/> in place of any limit it had.</summary>
    /// <exception cref="ArgumentException">There are no values: a limit that lets nothing through has no address.</exception>
    public Slice<TDimension> Where(TDimension dimension, params IEnumerable<string> values)
    {
        ImmutableArray<string> limit = [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return limit.IsEmpty
            ? throw new ArgumentException($"A limit on {dimension} needs a value to let through.", nameof(values))
            : new(Filters.SetItem(dimension, limit), Basis);
    }

    /// <summary>The same slice without a limit on <paramref name="dimension"/>.</summary>
    public Slice<TDimension> Without(TDimension dimension) => new(Filters.Remove(dimension), Basis);

    public Slice<TDimension> On(DecisionBasis basis) => new(Filters, basis);

    /// <summary>The values that <paramref name="dimension"/> is limited to; empty when it is not limited.</summary>
    public ImmutableArray<string> this[TDimension dimension] =>
        Filters.TryGetValue(dimension, out var values) ? values : [];

    public bool Equals(Slice<TDimension>? other) =>
        other is not null && Basis == other.Basis && Filters.Count == other.Filters.Count
        && Filters.Zip(other.Filters).All(p => EqualityComparer<TDimension>.Default.Equals(p.First.Key, p.Second.Key)
            && p.First.Value.SequenceEqual(p.Second.Value));

    public override bool Equals(object? obj) => Equals(obj as Slice<TDimension>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Basis);
        foreach (var (dimension, values) in Filters)
        {
            hash.Add(dimension);
            hash.Add(values.Length);
        }

        return hash.ToHashCode();
    }
}
