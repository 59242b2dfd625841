using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Data.History;

/// <summary>What readers are told of a register that something was recorded in.</summary>
/// <param name="Name">As the history has it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Headings">What people call its columns, by their names.</param>
internal sealed record RecordedRegister(string Name, string Title, IReadOnlyDictionary<string, string> Headings);

/// <summary>
/// What the history must know of the registers to give them back as they were. They are declared above the database, and given
/// to it when the portal is put together.
/// </summary>
public sealed class RecordedRegisters
{
    internal RecordedRegisters(
        IReadOnlyList<RecordedRegister> all, IReadOnlyList<DatedRegister> dated,
        DatedRegister<Milestone> milestones, DatedRegister<Risk> risks, DatedRegister<Dependency> dependencies) =>
        (All, Dated, Milestones, Risks, Dependencies) = (all, dated, milestones, risks, dependencies);

    /// <summary>Every register.</summary>
    internal IReadOnlyList<RecordedRegister> All { get; }

    /// <summary>Those whose changes hold from a day, owners before what belongs to them.</summary>
    internal IReadOnlyList<DatedRegister> Dated { get; }

    internal DatedRegister<Milestone> Milestones { get; }

    internal DatedRegister<Risk> Risks { get; }

    internal DatedRegister<Dependency> Dependencies { get; }
}
