namespace TransformationPortal.Core.Editions.AsAt;

/// <summary>A change of a register that was recorded after the day an edition stands for, and held by then.</summary>
/// <param name="Register">The register's title.</param>
/// <param name="Row">The row as people name it.</param>
/// <param name="What">What changed: the column’s heading, or that the row came or went.</param>
/// <param name="From">Nothing where nothing was recorded.</param>
/// <param name="To">Nothing where nothing is recorded any more.</param>
/// <param name="HoldsFrom">Nothing where it was always so.</param>
/// <param name="Recorded">The day, in the council’s time.</param>
public sealed record LateFact(string Register, string Row, string What, string? From, string? To, DateOnly? HoldsFrom, DateOnly Recorded)
{
    /// <summary>Whether an edition for a day has it although it was recorded later.</summary>
    public bool IsLateOn(DateOnly day) => Recorded > day && (HoldsFrom is not { } from || from <= day);
}
