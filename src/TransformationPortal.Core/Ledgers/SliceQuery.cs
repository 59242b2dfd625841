using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Ledgers;

/// <summary>A slice as the name–value pairs of an address, and back. A dimension's name is its own in lower case: <c>year</c>, <c>workstream</c>.</summary>
public static class SliceQuery
{
    /// <summary>The name that the decision basis has in an address.</summary>
    public const string BasisName = "basis";

    /// <summary>The value that it has where pending decisions are taken as agreed; as it stands it is left out.</summary>
    public const string Agreed = "agreed";

    public static string NameOf<TDimension>(TDimension dimension)
        where TDimension : struct, Enum => dimension.ToString().ToLowerInvariant();

    /// <summary>The pairs, in the order of the dimensions, the basis last. A dimension with two values gives two pairs.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs<TDimension>(Slice<TDimension> slice)
        where TDimension : struct, Enum
    {
        foreach (var (dimension, values) in slice.Filters)
        {
            foreach (var value in values)
            {
                yield return new(NameOf(dimension), value);
            }
        }

        if (slice.Basis == DecisionBasis.IfAgreed)
        {
            yield return new(BasisName, Agreed);
        }
    }

    /// <summary>
    /// Reads the pairs that name a dimension; others are left to the caller. Values are matched as people compare names (<see cref="MatchingKey"/>) and
    /// must be among <paramref name="known"/>: a misspelt value would else give a wrong total that looks right.
    /// </summary>
    public static SliceReading<TDimension> Read<TDimension>(
        IEnumerable<KeyValuePair<string, string>> pairs, DecisionBasis basis, Func<TDimension, IReadOnlyCollection<string>> known)
        where TDimension : struct, Enum
    {
        var slice = Slice<TDimension>.All.On(basis);
        foreach (var named in pairs.Where(p => !string.IsNullOrEmpty(p.Value)).GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase))
        {
            if (!Enum.GetValues<TDimension>().Any(d => NameOf(d).Equals(named.Key, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var dimension = Enum.Parse<TDimension>(named.Key, ignoreCase: true);
            var values = known(dimension);
            var found = new List<string>();
            foreach (var (_, text) in named)
            {
                var value = KnownReader.Name(text, values).Value ?? KnownReader.Year(text, values);
                if (value is null)
                {
                    var name = NameOf(dimension);
                    return new(null, $"“{text}” is not a {name} of this edition.", name, values);
                }

                found.Add(value);
            }

            slice = slice.Where(dimension, found);
        }

        return new(slice, null, null, []);
    }
}

/// <summary>What came of reading a slice: the slice, or what is wrong and which values exist.</summary>
/// <param name="Slice">The slice; nothing when it could not be read.</param>
/// <param name="Problem">A sentence that says what is wrong; nothing when the slice could be read.</param>
/// <param name="Field">The name, as in <see cref="SliceQuery.NameOf"/>, of the dimension that is wrong; nothing when none is.</param>
/// <param name="Existing">The values that could stand in that field.</param>
public sealed record SliceReading<TDimension>(
    Slice<TDimension>? Slice, string? Problem, string? Field, IReadOnlyCollection<string> Existing)
    where TDimension : struct, Enum;
