using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.History;

/// <summary>The days that a change of a register most likely holds from.</summary>
/// <param name="Today">The council's day; what is not said holds from it.</param>
/// <param name="Ended">The last two quarters that have ended, the newest first, and whether each is published.</param>
public sealed record HoldsFromDates(DateOnly Today, IReadOnlyList<(Quarter Quarter, bool IsPublished)> Ended);
