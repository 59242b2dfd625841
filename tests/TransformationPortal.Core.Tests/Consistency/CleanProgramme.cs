using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Consistency;

/// <summary>A programme in which nothing contradicts, to seed contradictions into.</summary>
internal static class CleanProgramme
{
    public static Quarter Q1 { get; } = Quarter.Parse("2019/20 Q1");

    public static ProgrammeState Clean(Func<ProgrammeBuilder, ProgrammeBuilder>? more = null)
    {
        var builder = new ProgrammeBuilder().Workstreams("Redesign").Boards("Board A").Directorates("Adults").Source("Plan").Source("Agreed before").Source("Core", isCore: true)
            .Project("TP-01").Project("TP-02", phase: ProjectPhase.Planning)
            .Line("S-01").Target("2019/20", 600_000).Position("2019/20", Confidence.Delivered, 300_000).Position("2019/20", Confidence.Low, 300_000)
            .Target("2020/21", 400_000).Position("2020/21", Confidence.High, 400_000)
            .CostArea("1", "Technology").CostArea("2", "People").CostLine("1.1", "Platform").Budget("2019/20", 500_000).Spent("2019-06", 200_000).Committed("2019-06", 100_000);
        return (more?.Invoke(builder) ?? builder).State();
    }

    public static ProgrammeState Told(ProgrammeState state, string achievement) => With(state, s => s with { Items = [new(StoryKind.Achievement, 1, achievement, null)] });

    public static ProgrammeState With(ProgrammeState state, Func<QuarterStory, QuarterStory> change) => state with { Stories = [change(new(Q1, [], [], []))] };

    public static IReadOnlyList<Finding> Findings(ProgrammeState state) => Gate.Check(state.Compose(), Standing(state), ProseText.Of(state, Q1));

    public static Finding One(FindingKind kind, ProgrammeState state, Func<Finding, bool>? which = null) => Assert.Single(Findings(state), f => f.Kind == kind && (which is null || which(f)));

    public static IEnumerable<ReportStanding> Standing(ProgrammeState state) => state.Projects.Where(p => p.Phase.IsLive()).Select(p => new ReportStanding(p.Code, ReportState.Approved, Q1.LastMonth));

    public static Money? Whole(Money? amount) => amount is { } money ? new(Math.Round(Math.Abs(money.Pounds) / 100_000m, 0) * 100_000m) : null;
}
