using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>A programme that nobody thought of, and a seed for what else a law draws by lot.</summary>
internal sealed record RandomProgramme(ProgrammeState State, int Seed)
{
    public Edition Edition => State.Compose();

    /// <summary>The same draws each time it is asked for.</summary>
    public Random Lot => new(Seed);

    /// <summary>The rows, so that a broken law can be read.</summary>
    public override string ToString() => string.Join('\n', (IEnumerable<object>)
    [
        $"seed {Seed}", .. State.Projects, .. State.SavingsLines, .. State.Targets, .. State.Positions, .. State.Decisions, .. State.Reprofiles,
        .. State.CostLines.SelectMany(l => l.Amounts.Select(a => (object)(l.Code, a))), .. State.Ratings,
    ]);
}

internal static class Lots
{
    /// <summary>A slice that limits about a third of the dimensions to values that occur, now and then with one that no entry has.</summary>
    public static Slice<TDimension> SliceOf<TEntry, TDimension>(this Random lot, Ledger<TEntry, TDimension> ledger, string? unheardOf = "unheard of")
        where TDimension : struct, Enum
    {
        var slice = Slice<TDimension>.All.On(lot.Next(2) == 0 ? DecisionBasis.AsItStands : DecisionBasis.IfAgreed);
        foreach (var dimension in Enum.GetValues<TDimension>().Where(_ => lot.Next(3) == 0))
        {
            var values = lot.Shuffled(unheardOf is null ? ledger.Values(dimension) : ledger.Values(dimension).Append(unheardOf));
            slice = values.Count == 0 ? slice : slice.Where(dimension, values.Take(1 + lot.Next(values.Count)));
        }

        return slice;
    }

    public static TDimension DimensionOf<TDimension>(this Random lot)
        where TDimension : struct, Enum
    {
        var dimensions = Enum.GetValues<TDimension>();
        return dimensions[lot.Next(dimensions.Length)];
    }

    public static IReadOnlyList<T> Shuffled<T>(this Random lot, IEnumerable<T> rows)
    {
        T[] shuffled = [.. rows];
        lot.Shuffle(shuffled);
        return shuffled;
    }
}
