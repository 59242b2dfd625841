namespace TransformationPortal.Data.History;

/// <summary>From when a change of a register holds.</summary>
/// <param name="Day">The first day; nothing where it was always so, and what was recorded was a mistake.</param>
public readonly record struct HoldsFrom(DateOnly? Day)
{
    /// <summary>It was always so.</summary>
    public static HoldsFrom Always => new(null);

    public static HoldsFrom On(DateOnly day) => new(day);

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsBy(DateOnly day) => Day is not { } from || from <= day;
}
