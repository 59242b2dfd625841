using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.History;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Names that boards, workstreams and so on went by until a re-organisation. An earlier quarter still uses them, so that none is
/// given to anything else. Pure.
/// </summary>
public static class FormerNames
{
    /// <summary>What the rows of a register are; nothing where others are not grouped by them.</summary>
    public static Grouping? GroupingOf(RegisterDefinition register) => FormerGroupingNames.GroupingOf(register.Name);

    /// <summary>What a name has become: itself where nothing else took its place.</summary>
    public static string Successor(this IEnumerable<Reorganisation> reorganisations, Grouping grouping, string name) => reorganisations
        .Where(r => r.Grouping == grouping && r.Kind.EndsName())
        .Aggregate(name, (now, r) => string.Equals(now, r.From, StringComparison.OrdinalIgnoreCase) ? r.To : now);

    /// <summary>Why a new row may not have a name; nothing where it may.</summary>
    public static string? Refusal(this IReadOnlyList<Reorganisation> reorganisations, Grouping grouping, string name) =>
        reorganisations.LastOrDefault(r => r.Grouping == grouping && r.Kind.EndsName() && string.Equals(r.From, name, StringComparison.OrdinalIgnoreCase)) is { } left
            && !string.Equals(reorganisations.Successor(grouping, name), name, StringComparison.OrdinalIgnoreCase)
            ? $"“{left.From}” {(left.Kind == ReorganisationKind.Renamed ? "became" : "went into")} “{left.To}” on {DateFormat.Long(left.On)}, and earlier quarters still use the name. {(
                reorganisations.Successor(grouping, name) is var now && now != left.To ? $"It is “{now}” now. " : "")}Use that name, or one that nothing had." : null;

    /// <summary>What is wrong with rows that would be added under a former name.</summary>
    public static IEnumerable<ImportProblem> Check(ProgrammeChanges changes, IReadOnlyList<RegisterTable> tables, IReadOnlyList<Reorganisation> reorganisations) =>
        from register in changes.Registers
        let grouping = GroupingOf(register.Register)
        where grouping is not null
        from row in register.Rows
        where row.Kind == RowChangeKind.Added
        let refusal = reorganisations.Refusal(grouping.Value, row.Name)
        where refusal is not null
        select new ImportProblem(tables.FirstOrDefault(t => t.Name == register.Register.Name)?.Source ?? register.Register.Title, row.Row, register.Register.Key[0].Name, row.Name, refusal,
            reorganisations.Successor(grouping.Value, row.Name)) { IsSentence = true };
}
