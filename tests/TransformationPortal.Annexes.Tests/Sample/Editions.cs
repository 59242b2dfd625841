using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Annexes.Tests.Sample;

/// <summary>Editions that tests make files of.</summary>
internal static class Editions
{
    public static TheoryData<DecisionBasis> Bases => [DecisionBasis.AsItStands, DecisionBasis.IfAgreed];

    /// <summary>The sample as it was published.</summary>
    public static DateTime PublishedAt { get; } = new(2019, 7, 12, 9, 30, 0, DateTimeKind.Utc);

    public static EditionStamp Published { get; } = Stamp(SampleProgramme.Edition);

    /// <summary>The sample with tables of the council's own beside those by workstream.</summary>
    public static EditionStamp WithOwnTables { get; } = With(s => s with
    {
        Programme = s.Programme with { SavingsAlsoBy = [SavingsGrouping.Directorate, SavingsGrouping.Project, SavingsGrouping.AccountableOfficer] },
    });

    /// <summary>A programme with a name and years and nothing else.</summary>
    public static EditionStamp Empty { get; } = Stamp(EditionComposer.Compose(
        SampleProgramme.State with
        {
            Programme = SampleProgramme.State.Programme with { PlannedBenefitLow = null, PlannedBenefitHigh = null, RedundancyProvision = null, Provenance = null },
            Boards = [], Workstreams = [], Directorates = [], Sources = [], Activities = [], Projects = [], Ratings = [], SavingsLines = [], Targets = [], Positions = [],
            Decisions = [], Reprofiles = [], CostAreas = [], CostLines = [], Funding = [], Risks = [], Milestones = [], Dependencies = [], Benefits = [], Documents = [],
            Meetings = [], Plan = [], Stories = [],
        },
        SampleProgramme.Quarter, 1));

    public static EditionStamp Stamp(Edition edition) => new(edition, EditionJson.Seal(EditionJson.Write(edition)), EditionStatus.Published, edition.Number, PublishedAt);

    /// <summary>The sample with its state changed.</summary>
    public static EditionStamp With(Func<ProgrammeState, ProgrammeState> change, Quarter? quarter = null) =>
        Stamp(EditionComposer.Compose(change(SampleProgramme.State), quarter ?? SampleProgramme.Quarter, 1));

    /// <summary>The sample with its one decision taken.</summary>
    public static EditionStamp Decided(DecisionOutcome outcome) =>
        With(s => s with { Decisions = [.. s.Decisions.Select(d => d with { Outcome = outcome })] });
}
