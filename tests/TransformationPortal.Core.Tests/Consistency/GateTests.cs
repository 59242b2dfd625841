using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Tests.Narrative;
using TransformationPortal.Core.Views;
using static TransformationPortal.Core.Tests.Consistency.CleanProgramme;

namespace TransformationPortal.Core.Tests.Consistency;

/// <summary>Each kind of contradiction, seeded into a programme that has none; and the sample, in which two things are truly open.</summary>
public sealed class GateTests
{
    [Fact]
    public void Check_ACleanProgramme_FindsNothing() => Assert.Empty(Findings(Clean()));

    [Fact]
    public void Check_AnyCleanProgramme_FindsNothing() => Law.Holds(RandomProgrammes.Balanced, programme =>
    {
        // Whole steps of what the tables print; nothing that a decision moves; no year closed below its target or still expecting.
        var state = programme.State with
        {
            Decisions = [],
            Reprofiles = [],
            Targets = [.. programme.State.Targets.Select(t => t with { Original = Whole(t.Original), Revised = Whole(t.Revised) })],
            Positions = [.. programme.State.Targets.Where(t => t.Revised is not null).Select(t => new SavingsPosition(
                t.Line, new(2019, 6), t.Year, t.Year < Q1.Year ? Confidence.Delivered : Confidence.High, Whole(t.Revised)!.Value))],
            CostLines = [.. programme.State.CostLines.Select(l => l with { Amounts = [.. l.Amounts.Select(a => a with { Amount = Whole(a.Amount)!.Value })] })],
        };

        Assert.Empty(Gate.Check(state.Compose(), Standing(state), ProseText.Of(state, Q1)));
    });

    [Fact]
    public void Check_TheSample_FindsOnlyWhatIsTrulyOpen()
    {
        var edition = SampleEdition.Edition;
        var standing = edition.Projects.Where(p => p.Phase.IsLive()).Select(p => new ReportStanding(p.Code, ReportState.Approved, p.RatedFor));

        var findings = Gate.Check(edition, standing, SampleProse(edition));

        Assert.Equal([FindingKind.PendingDecision, FindingKind.NotRehomed], findings.Select(f => f.Kind));
        Assert.Contains("£0.755m not yet re-homed.", findings[1].Disagreement, StringComparison.Ordinal);
        Assert.Contains("19/20 savings target £15.049m or £14.294m; Share of 19/20 target achieved 15% or 16%", findings[0].Disagreement, StringComparison.Ordinal);
        Assert.All(findings, f => Assert.Equal(FindingSeverity.ToBeSigned, f.Severity));
    }

    [Fact]
    public void Check_ATargetOrABandBelowNothing_CannotBeSignedFor()
    {
        var target = One(FindingKind.Bands, Clean(b => b.Line("S-09").Target("2020/21", -500_000).Position("2020/21", Confidence.High, 100_000)), f => f.Severity == FindingSeverity.Blocking);
        var band = One(FindingKind.Bands, Clean(b => b.Line("S-09").Target("2020/21", 500_000).Position("2020/21", Confidence.High, 600_000).Position("2020/21", Confidence.Low, -100_000)));

        Assert.Equal("S-09 A saving, 2020/21: its revised target is -£500,000, and a saving cannot be less than nothing.", target.Disagreement);
        Assert.Equal((FindingSeverity.Blocking, "S-09 A saving, 2020/21: what it holds at Low is -£100,000, and a saving cannot be less than nothing."), (band.Severity, band.Disagreement));
    }

    [Fact]
    public void Check_BandsBesideTheirTarget_SaysByHowMuchTheyDiffer()
    {
        var found = One(FindingKind.Bands, Clean(b => b.Line("S-09").Target("2020/21", 500_000).Position("2020/21", Confidence.High, 400_000)));

        Assert.Equal("S-09 A saving, 2020/21: its bands of confidence add up to £400,000 and its revised target is £500,000, £100,000 apart.", found.Disagreement);
        Assert.Equal("2019-20/q1/savings?kind=position&year=2020/21&line=S-09&basis=stands&edition=draft", found.Where);
    }

    [Theory]
    [InlineData(100_000, 0)]
    [InlineData(50_000, 1)]
    [InlineData(0, 1)]
    public void Check_AYearClosedBelowItsTarget_AgreesWhereALaterYearTookItOn(int carried, int findings)
    {
        var state = Clean(b => b.Line("S-09", source: "Agreed before").Target("2018/19", 500_000).Position("2018/19", Confidence.Delivered, 400_000, "2019-06")
            .Target("2019/20", null, carried).Position("2019/20", Confidence.High, carried));

        Assert.Equal(findings, Findings(state).Count(f => f.Kind == FindingKind.Bands));
    }

    [Fact]
    public void Check_ATableWithATotalThatIsNotItsRows_Blocks()
    {
        var edition = Clean().Compose();
        var table = new FinancialPosition(edition, default).CurrentYearByWorkstream();
        var broken = table with { Rows = [.. table.Rows.Select((r, i) => i > 0 ? r : r with { Cells = [r.Cells[0] with { Figure = r.Cells[0].Figure! with { Amount = 7_000 } }, .. r.Cells.Skip(1)] })] };

        Assert.Empty(TableFindings.Of(edition, table));
        var found = Assert.Single(TableFindings.Of(edition, broken));
        Assert.Equal((FindingKind.Table, FindingSeverity.Blocking), (found.Kind, found.Severity));
        Assert.Contains("apart", found.Disagreement, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ATableThatDoesNotFootAsPrinted_IsToBeSigned()
    {
        var found = One(FindingKind.Table, Clean(b => b.CostLine("1.8", "A").Budget("2019/20", 40_000).CostLine("2.8", "B").Budget("2019/20", 40_000)), f => f.Disagreement.Contains("Implementation costs: budget", StringComparison.Ordinal));

        Assert.Contains("as printed, the rows of “19/20” add up to £500,000 and its total is £600,000, £100,000 apart.", found.Disagreement, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PartsOfTheTargetOfWhichEachIsRounded_AreNoContradiction()
    {
        var state = Clean(b => b.Source("Third")
            .Line("S-08", source: "Core").Target("2020/21", 40_000).Position("2020/21", Confidence.High, 40_000)
            .Line("S-09", source: "Third").Target("2020/21", 40_000).Position("2020/21", Confidence.High, 40_000));

        Assert.DoesNotContain(Findings(state), f => f.Kind == FindingKind.Parts);
    }

    [Fact]
    public void Check_AReprofileWithoutAYear_IsNotRehomed_AndItsDecisionIsPending()
    {
        var state = Clean(b => b.Decision("D-09", DecisionOutcome.Pending, "2019-07-16").Reprofile("S-01", 100_000, "2019/20"));

        Assert.Equal("S-01, S-01 re-profile: £0.100m would leave 2019/20 under D-09 and is in no later year: £0.100m not yet re-homed.", One(FindingKind.NotRehomed, state).Disagreement);
        Assert.Contains("Cabinet has yet to decide, due 16 July 2019. Until then two figures stand for each of these: 19/20 savings target £0.600m or £0.500m", One(FindingKind.PendingDecision, state).Disagreement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionOutcome.Agreed, 1)]
    [InlineData(DecisionOutcome.Refused, 0)]
    public void Check_AReprofileWithoutAYear_StaysOpenUnlessItIsRefused(DecisionOutcome outcome, int findings) => Assert.Equal(
        findings,
        Findings(Clean(b => b.Decision("D-09", outcome).Reprofile("S-01", 100_000, "2019/20"))).Count(f => f.Kind == FindingKind.NotRehomed));

    [Fact]
    public void Check_DaysInTheWrongOrder_AreNamed()
    {
        var state = Clean() with
        {
            Plan = [new("Phase 1", "Build", new(2019, 6, 1), new(2019, 5, 1), null)],
            Milestones = [new("TP-01", "Go live", new(2019, 5, 1), new(2019, 6, 1), null, null)],
            Decisions = [new("D-01", "A decision", "Cabinet", new(2019, 5, 14), DecisionOutcome.Pending, null)],
        };
        state = state with { Projects = [.. state.Projects.Select(p => p with { Start = new(2020, 1, 1), PlannedEnd = new(2019, 1, 1) })] };

        var dates = Findings(state).Where(f => f.Kind == FindingKind.Date).Select(f => f.Disagreement).ToList();

        Assert.Equal(5, dates.Count);
        Assert.Contains("The plan’s “Phase 1, Build” begins on 1 June 2019 and ends before that, on 1 May 2019.", dates);
        Assert.Contains("TP-01, “Go live”, was to be reached on 1 June 2019 and was not by 30 June 2019; no later day is forecast.", dates);
        Assert.Contains("D-01 A decision was due on 14 May 2019 and has no outcome by 30 June 2019.", dates);
    }

    [Fact]
    public void Check_ReportsMissingAndOld_AreCountedAndNamed()
    {
        var found = Gate.Check(Clean().Compose(),
        [
            new("TP-01", ReportState.Approved, new(2019, 6)), new("TP-02", ReportState.Submitted, new(2019, 5)), new("TP-03", ReportState.NotStarted, null), new("TP-04", ReportState.Draft, null),
        ], []).Where(f => f.Kind == FindingKind.Report).ToList();

        Assert.Equal(
            [
                "2 projects have no approved report at all: TP-03 (not started), TP-04 (draft). What is published of them comes from the registers alone.",
                "One project has no approved report for June 2019: TP-02 (submitted, last approved for May 2019). What is published of it is older than the quarter’s end.",
            ],
            found.Select(f => f.Disagreement));
        Assert.All(found, f => Assert.Equal("pmo/reports/2019-06", f.Where));
    }

    [Fact]
    public void Key_OfAFinding_ChangesWithWhatItSays()
    {
        var one = new Finding(FindingKind.Date, FindingSeverity.ToBeSigned, "A", "x", "X", "Mend");

        Assert.Equal("date-559aead08264d579", one.Key);
        Assert.Equal(one.Key, (one with { Where = "y" }).Key);
        Assert.NotEqual(one.Key, (one with { Disagreement = "B" }).Key);
    }

    private static IReadOnlyList<ProseText> SampleProse(Edition edition) =>
    [
        .. edition.Story.Items.Select(i => new ProseText(i.Kind == StoryKind.Achievement ? ProsePlace.Achievement : ProsePlace.Focus, "x", "x", i.Text)),
        .. edition.Story.Measures.SelectMany(m => new ProseText[] { new(ProsePlace.MeasureLabel, "x", "x", m.Label), new(ProsePlace.MeasureCaption, "x", "x", m.Caption ?? "") }),
        .. edition.Story.Spotlights.SelectMany(s => new[] { s.Aim, s.DoneSoFar, s.Next }.Select(t => new ProseText(ProsePlace.Spotlight, "x", "x", t, s.Project))),
        .. AnnexWording.Sections(edition.Quarter.Year).Where(s => s.Key != AnnexWording.Decisions).SelectMany(s => AnnexWording.Template(edition, s.Key)).Select(t => new ProseText(ProsePlace.Annex, "x", "x", t)),
    ];
}
