using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>Programmes that several tests read.</summary>
internal static class ProgrammeStates
{
    /// <summary>A programme of four years that has been set up and in which nothing is recorded yet.</summary>
    public static ProgrammeState Empty() => new ProgrammeBuilder().State();

    /// <summary>
    /// Six lines in four projects over four years, each figure small enough to check by hand. It holds every case that the
    /// finance tables tell apart: a recorded zero, a blank, an amount carried forward, a superseded and a later position, and
    /// one re-profile each that is pending (with no year to go to), agreed and refused.
    /// </summary>
    public static ProgrammeState Small() => SmallBuilder().State();

    public static ProgrammeBuilder SmallBuilder() => Frame()
        .Line("S-01", "TP-01", "Savings agreed before", "Agreed before", "Adults", "Agreed before")
        .Target("2018/19", 1_000_000)
        .Position("2018/19", Confidence.Delivered, 900_000, "2019-03")
        .Line("S-02", "TP-02", "Fewer systems", "Redesign", "Children", "Core", "Provision cycle")
        .Target("2019/20", 400_000).Target("2020/21", 600_000)
        .Position("2019/20", Confidence.Low, 400_000, "2019-05") // superseded by June's
        .Position("2019/20", Confidence.High, 300_000).Position("2019/20", Confidence.Medium, 100_000).Position("2020/21", Confidence.High, 600_000)
        .Position("2019/20", Confidence.Delivered, 400_000, "2019-07") // not known yet in June
        .Line("S-03", "TP-03", "Still to be found", "Redesign", "Adults", "Core", "Still to be scoped")
        .Target("2020/21", 1_500_000).Target("2021/22", 2_000_000)
        .Position("2020/21", Confidence.Medium, 1_000_000).Position("2020/21", Confidence.Low, 500_000).Position("2021/22", Confidence.Low, 2_000_000)
        .Line("S-04", "TP-04", "More income", "Buying", "Adults", "Core", "Increasing income")
        .Target("2019/20", 0).Target("2020/21", 250_000)
        .Position("2020/21", Confidence.Medium, 250_000)
        .Line("S-05", "TP-02", "Cheaper contracts", "Buying", "Children", "Plan")
        .Target("2019/20", 1_200_000, 1_500_000).Target("2021/22", 120_000)
        .Position("2019/20", Confidence.Delivered, 300_000).Position("2019/20", Confidence.High, 700_000).Position("2019/20", Confidence.Low, 500_000)
        .Position("2021/22", Confidence.Medium, 120_000)
        .Line("S-06", "TP-03", "Early help", "Redesign", "Children", "Plan")
        .Target("2019/20", 755_000).Position("2019/20", Confidence.Low, 755_000)
        .Decision("D-01", DecisionOutcome.Pending, "2019-07-16").Reprofile("S-06", 255_000, "2019/20", null, Confidence.Low, "Early help re-profile")
        .Decision("D-02", DecisionOutcome.Agreed, "2019-05-14").Reprofile("S-06", 55_000, "2019/20", "2020/21", Confidence.Low, "Early help, first part")
        .Decision("D-03", DecisionOutcome.Refused, "2019-05-14").Reprofile("S-05", 99_000, "2019/20", "2021/22", Confidence.Low, "Contracts put off");

    private static ProgrammeBuilder Frame() => new ProgrammeBuilder()
        .Workstreams("Redesign", "Buying", "Agreed before").Boards("Board A", "Board B").Directorates("Adults", "Children")
        .Source("Agreed before").Source("Plan").Source("Core", isCore: true)
        .Activity("Provision cycle", "Service redesign").Activity("Still to be scoped", "Service redesign").Activity("Increasing income")
        .Project("TP-01", "Finance redesign", ProjectPhase.Complete, officer: "Director for Finance")
        .Project("TP-02", "Digital systems", ProjectPhase.InFlight, "Board B", "Redesign", "Children", "Chief Information Officer", "Replaces old systems")
        .Project("TP-03", "Early help", ProjectPhase.InFlight, directorate: "Children", officer: "Director for Children")
        .Project("TP-04", "Income review", ProjectPhase.Planning, workstream: "Buying")
        .Rated("TP-01", "2019-06", Rag.Green, Rag.Green, Rag.Green, Rag.Green, Rag.Green, Rag.Green)
        .Rated("TP-02", "2019-05", Rag.Red, Rag.Red, Rag.Red, Rag.Red, Rag.Red, Rag.Red)
        .Rated("TP-02", "2019-06", Rag.Amber, Rag.Green, Rag.Green, Rag.Amber, Rag.Amber, Rag.Green)
        .Rated("TP-03", "2019-05", Rag.Red, Rag.Amber, Rag.Green, Rag.Red, Rag.Red, Rag.Red)
        .Rated("TP-03", "2019-07", Rag.Green, Rag.Green, Rag.Green, Rag.Green, Rag.Green, Rag.Green)
        .CostArea("1", "Technology").CostArea("2", "People")
        .CostLine("1.1", "Platform").Budget("2018/19", 200_000).Budget("2019/20", 2_250_000)
        .Spent("2018-12", 150_000).Spent("2019-06", 50_000).Spent("2019-07", 999_000)
        .Committed("2019-05", 400_000).Committed("2019-06", 300_000).Committed("2019-07", 1_000)
        .CostLine("1.2", "Support").Budget("2018/19", 700_000)
        .CostLine("2.1", "Training").Budget("2019/20", 100_000).Budget("2020/21", 0).Spent("2019-04", 20_000).Committed("2019-04", 30_000)
        .With(WithTextsAndRegisters);

    // Nothing that the finance tables read, but every member that an edition can hold.
    private static ProgrammeState WithTextsAndRegisters(ProgrammeState s) => s with
    {
        Programme = s.Programme with
        {
            PlannedBenefitLow = new(34_000_000),
            PlannedBenefitHigh = new(58_000_000.50m),
            RedundancyProvision = new(1_250_000),
            Provenance = "Made up for tests.",
            ConfidenceLabels = [.. s.Programme.ConfidenceLabels.Zip(["blue", "green", "amber", "red"], (label, colour) => label with { Alias = colour })],
        },
        Boards = [new("Sub-Committee", BoardKind.Scrutiny, null, "Challenges", "the papers"), .. s.Boards.Select(b => b with { ReportsTo = "Sub-Committee" })],
        Workstreams = [.. s.Workstreams.Select(w => w.Name == "Agreed before" ? w with { IsComponent = false, Basis = "Agreed in an earlier year" } : w)],
        Projects = [.. s.Projects.Select(p => p.Code == "TP-01" ? p with { Start = Day("2019-02-01"), PlannedEnd = Day("2019-06-30"), Basis = "the papers" } : p)],
        Decisions = [.. s.Decisions.Select(d => d with { Note = "Cabinet is asked to move it." })],
        Reprofiles = [.. s.Reprofiles.Select(r => r with { Note = "To be planned." })],
        CostLines = [.. s.CostLines.Select(l => l with { Note = "With support", Amounts = [.. l.Amounts.Select(a => a with { Note = "As invoiced" })] })],
        Funding = [new("Reserves", new(2_000_000), FundingStatus.Confirmed), new("Not yet found", new(1_250_000), FundingStatus.ToBeIdentified)],
        Risks =
        [
            new("R10", null, "Savings come late", RiskLevel.High, "Watched each month", RiskLevel.Medium, null, null, true, null),
            new("R9", "TP-02", "The supplier fails", RiskLevel.Medium, "A second supplier", RiskLevel.Low, "Sign it", Day("2019-06-12"), false, "made up"),
        ],
        Milestones =
        [
            new("TP-02", "Go live", Day("2019-06-14"), Day("2019-08-30"), null, "made up"),
            new("TP-01", "Sign off", Day("2019-06-30"), Day("2019-06-30"), Day("2019-06-28"), null),
        ],
        Dependencies = [new("TP-03", "TP-02", "The new system", Day("2019-09-30"), new(Rag.Amber, "It is late"), "made up")],
        Benefits = [new("TP-03", "Children are safer", "the papers"), new("TP-02", "Less typing", null)],
        Documents = [new("case", "Business case", "Report", "Why the council set out")],
        Meetings = [new("Cabinet", Day("2019-07-16"), new TimeOnly(14, 0), "Early help", "In public"), new("Sub-Committee", null, null, "To be scheduled", null)],
        Plan = [new("Phase 1", "Build", Day("2018-11-01"), Day("2019-07-31"), "the papers")],
        Stories =
        [
            new(new(new(2019), 1),
                [new(StoryKind.Focus, 1, "Close the gap", null), new(StoryKind.Achievement, 1, "**Finance** redesigned", "project:TP-01")],
                [new("Page views", 1184, "In June", "Web statistics", "Read more", "case")],
                [new("TP-01", "Director for Finance", "Finance team", new(600_000), new(1_000_000), "Work better", "Designed", "Consult")]),
        ],
    };

    private static DateOnly Day(string text) => ProgrammeBuilder.Day(text);
}
