using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;

namespace TransformationPortal.Data.History;

/// <summary>A register whose rows hold from days on, and how its rows stand in the programme that editions are composed from.</summary>
internal abstract class DatedRegister
{
    /// <summary>As the history has it.</summary>
    public abstract string Name { get; }

    /// <summary>The register over time.</summary>
    /// <param name="state">The programme as it is now.</param>
    /// <param name="facts">What was changed in this register, in the order in which it was recorded.</param>
    public abstract RegisterVersions Versions(
        ProgrammeState state, IReadOnlyList<RegisterFact> facts, FormerGroupingNames names);
}

/// <inheritdoc cref="DatedRegister"/>
/// <typeparam name="T">A row of the programme.</typeparam>
internal abstract class DatedRegister<T> : DatedRegister
    where T : class
{
    /// <summary>What the register was told of rows that reports speak of too.</summary>
    /// <param name="present">The rows as they are now.</param>
    /// <param name="projectOf">The project that a row belongs to; nothing where it belongs to none.</param>
    public abstract IReadOnlyList<RegisterWord<T>> Words(
        IReadOnlyList<T> present, IReadOnlyList<RegisterFact> facts, FormerGroupingNames names, Func<T, string?> projectOf);
}
