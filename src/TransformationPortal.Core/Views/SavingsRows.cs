using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>What the rows of a table of savings are: workstreams, or what the council chose beside them.</summary>
/// <param name="Dimension">The dimension of the ledger that tells the rows apart.</param>
/// <param name="KeyEnd">What a table of these rows has at the end of its key; nothing for workstreams.</param>
/// <param name="Letter">What it has after its number: <c>a</c> for the council's first; nothing for workstreams.</param>
/// <param name="Heading">What one row is, above the column of rows.</param>
internal sealed record SavingsRows(Edition Edition, SavingsDimension Dimension, string KeyEnd, string Letter, string Heading)
{
    private bool IsByOfficer { get; init; }

    /// <summary>The heading within a sentence.</summary>
    public string Words => Heading.ToLower(DateFormat.Culture);

    public static SavingsRows ByWorkstream(Edition edition) => new(edition, SavingsDimension.Workstream, "", "", SavingsDimension.Workstream.Name());

    /// <summary>Those that the edition's council chose, in its order.</summary>
    public static IEnumerable<SavingsRows> Own(Edition edition) => (edition.Programme.SavingsAlsoBy ?? []).Select((grouping, i) =>
    {
        var dimension = grouping switch
        {
            SavingsGrouping.Directorate => SavingsDimension.Directorate,
            SavingsGrouping.WorkstreamBoard => SavingsDimension.Board,
            SavingsGrouping.Source => SavingsDimension.Source,
            SavingsGrouping.Project or SavingsGrouping.AccountableOfficer => SavingsDimension.Project,
            _ => throw new ArgumentOutOfRangeException(nameof(edition), grouping, "Unknown grouping of savings."),
        };
        return new SavingsRows(edition, dimension, "-by-" + grouping.Words().ToLower(DateFormat.Culture).Replace(' ', '-'), ((char)('a' + i)).ToString(), grouping.Words())
        {
            IsByOfficer = grouping == SavingsGrouping.AccountableOfficer,
        };
    });

    public static IEnumerable<SavingsRows> All(Edition edition) => Own(edition).Prepend(ByWorkstream(edition));

    /// <summary>
    /// The rows that occur in a slice, each with the values that make it, in the order in which readers expect them. An
    /// officer's row is made of the projects that the officer answers for, and those of nobody come last.
    /// </summary>
    public IEnumerable<(string Label, IReadOnlyList<string> Values)> In(Slice<SavingsDimension> slice)
    {
        var values = Edition.Savings.Values(Dimension, slice);
        return !IsByOfficer
            ? values.Select(v => (Edition.Label(Dimension, v), (IReadOnlyList<string>)[v]))
            : values.GroupBy(v => Edition.FindProject(v) is { AccountableOfficer: { Length: > 0 } officer } ? officer : null, StringComparer.Ordinal).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key ?? "No accountable officer is recorded", (IReadOnlyList<string>)[.. g]));
    }
}
