using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

/// <summary>
/// The rules of the finance tables on the small programme, whose figures were worked out by hand. In the grids <c>=</c> marks
/// a total, <c>==</c> the grand total and <c>*</c> what a decision would change.
/// </summary>
public sealed class FinancialPositionTests
{
    private const DecisionBasis AsItStands = DecisionBasis.AsItStands;
    private const DecisionBasis IfAgreed = DecisionBasis.IfAgreed;

    [Fact]
    public void Table1_GroupsHaveTargetsOnTheirTotalAndBlankIsNotZero() => Assert.Equal(
        TableText.Expected("""
            Activity                             | Total target | 19/20 Original | 19/20 High | 19/20 Medium | 19/20 Low | 20/21 Original | 20/21 High | 20/21 Medium | 20/21 Low | 21/22 Original | 21/22 High | 21/22 Medium | 21/22 Low
              Provision cycle                    |              |                | -0.300     | -0.100       |           |                | -0.600     |              |           |                |            |              |
              Still to be scoped                 |              |                |            |              |           |                |            | -1.000       | -0.500    |                |            |              | -2.000
            Total Service redesign =             | -4.500       | -0.400         | -0.300     | -0.100       | 0.000     | -2.100         | -0.600     | -1.000       | -0.500    | -2.000         | 0.000      | 0.000        | -2.000
            Increasing income                    | -0.250       | 0.000          |            |              |           | -0.250         |            | -0.250       |           | 0.000          |            |              |
            Total Core == | -4.750     | -0.400         | -0.300     | -0.100       | 0.000     | -2.350         | -0.600     | -1.250       | -0.500    | -2.000         | 0.000      | 0.000        | -2.000
            """),
        Small(AsItStands).CoreProgramme().Grid());

    [Fact]
    public void Table2_AsItStands_ShowsWhatThePendingDecisionWouldChange() => Assert.Equal(
        TableText.Expected("""
            Workstream                       | Original | Delivered | High   | Medium | Low    | Revised
            Redesign                         | -1.100   | 0.000     | -0.300 | -0.100 | -0.700 | -1.100
            Buying                           | -1.200   | -0.300    | -0.700 | 0.000  | -0.500 | -1.500
            Total ==          | -2.300   | -0.300    | -1.000 | -0.100 | -1.200 | -2.600
            Early help re-profile *          | 0.255    |           |        |        | 0.255  | 0.255
            Total (Revised) == | -2.045  | -0.300    | -1.000 | -0.100 | -0.945 | -2.345
            """),
        Small(AsItStands).CurrentYearByWorkstream().Grid());

    [Fact]
    public void Table2_IfAgreed_HasTheChangeInItsRowsAndSaysSo()
    {
        var table = Small(IfAgreed).CurrentYearByWorkstream();

        Assert.Equal(
            TableText.Expected("""
                Workstream              | Original | Delivered | High   | Medium | Low    | Revised
                Redesign                | -0.845   | 0.000     | -0.300 | -0.100 | -0.445 | -0.845
                Buying                  | -1.200   | -0.300    | -0.700 | 0.000  | -0.500 | -1.500
                Total == | -2.045   | -0.300    | -1.000 | -0.100 | -0.945 | -2.345
                """),
            table.Grid());
        Assert.Equal(
            ["Takes as agreed a decision that Cabinet has yet to take, due 16 July 2019: Early help re-profile. £0.255m leaves 2019/20 and is in no later year: £0.255m not yet re-homed."],
            table.Notes);
    }

    [Fact]
    public void Table3_LaterYears_LeavesDeliveredOutAndHasZerosForWorkstreams() => Assert.Equal(
        TableText.Expected("""
            Workstream              | 20/21 Original | 20/21 High | 20/21 Medium | 20/21 Low | 21/22 Original | 21/22 High | 21/22 Medium | 21/22 Low
            Redesign                | -2.155         | -0.600     | -1.000       | -0.555    | -2.000         | 0.000      | 0.000        | -2.000
            Buying                  | -0.250         | 0.000      | -0.250       | 0.000     | -0.120         | 0.000      | -0.120       | 0.000
            Total == | -2.405         | -0.600     | -1.250       | -0.555    | -2.120         | 0.000      | -0.120       | -2.000
            """),
        Small(AsItStands).LaterYearsByWorkstream().Grid());

    [Fact]
    public void Table3_WhereSomethingWasDeliveredEarly_HasAColumnForIt()
    {
        var edition = ProgrammeStates.SmallBuilder().Line("S-07", "TP-01", workstream: "Buying").Position("2020/21", Confidence.Delivered, 30_000).Edition();

        var table = new FinancialPosition(edition, AsItStands).LaterYearsByWorkstream();

        Assert.Equal(["20/21 Original", "20/21 Delivered", "20/21 High", "20/21 Medium", "20/21 Low"], table.Columns.Take(5).Select(c => c.FullLabel));
        Assert.Equal(["-2.405", "-0.030", "-0.600", "-1.250", "-0.555"], table.Rows[^1].Cells.Take(5).Select(table.Text));
    }

    [Fact]
    public void Table3_ASavingMovedBeyondTheProgrammesLastYear_IsNotLost()
    {
        var edition = ProgrammeStates.SmallBuilder().Decision("D-10").Reprofile("S-05", 100_000, "2019/20", "2022/23").Edition("2021/22 Q4");

        Assert.Equal(["table-1", "table-2", "closed-years"], new FinancialPosition(edition, AsItStands).Tables.Select(t => t.Key));
        Assert.Equal(
            TableText.Expected("""
                Workstream              | 22/23 Original | 22/23 High | 22/23 Medium | 22/23 Low
                Buying                  | -0.100         | 0.000      | 0.000        | -0.100
                Total == | -0.100         | 0.000      | 0.000        | -0.100
                """),
            new FinancialPosition(edition, IfAgreed).Tables[2].Grid());
        Assert.Equal(["2021/22", "2022/23", "Total"], new Charts(edition, IfAgreed).ByConfidence().Table.Rows.Select(r => r.Label));
    }

    [Fact]
    public void Table1_AmountsUnderNoActivity_HaveARowSoThatTheRowsAddUp()
    {
        var edition = ProgrammeStates.SmallBuilder()
            .Line("S-07", "TP-01", source: "Core").Target("2019/20", 10_000)
            .Line("S-08", "TP-01", source: "Core", activity: "An activity taken off the list").Target("2019/20", 1_000).Edition();

        var table = new FinancialPosition(edition, AsItStands).CoreProgramme();

        Assert.Equal(["Increasing income", "Under no activity", "Total Core"], table.Rows.TakeLast(3).Select(r => r.Label));
        Assert.Equal(["-0.011", "-0.011", ""], table.Rows[^2].Cells.Take(3).Select(table.Text));
        Assert.Equal("-4.761", table.Text(table.Rows[^1].Cells[0]));
    }

    [Fact]
    public void Table1_AnAmountWithNoYearYet_IsInTheTotalTargetAndTheNoteSaysSo()
    {
        var edition = ProgrammeStates.SmallBuilder().Decision("D-04", DecisionOutcome.Agreed).Reprofile("S-02", 40_000, "2019/20").Edition();

        var table = new FinancialPosition(edition, AsItStands).CoreProgramme();

        Assert.Equal(["-4.750", "-0.360"], table.Rows[^1].Cells.Take(2).Select(table.Text));
        Assert.Equal(["The total target holds £0.040m that is not yet re-homed and so is in none of the years."], table.Notes);
    }

    [Fact]
    public void Table2_TwoMovesOfOneLineUnderOneDecision_ShareARowAndAreCountedOnce()
    {
        var edition = new ProgrammeBuilder().Workstreams("Redesign").Project("TP-01").Line("S-01").Target("2019/20", 900_000)
            .Decision("D-01").Reprofile("S-01", 100_000, "2019/20", "2020/21", label: "First part").Reprofile("S-01", 200_000, "2019/20", label: "Second part")
            .Edition();

        var table = new FinancialPosition(edition, AsItStands).CurrentYearByWorkstream();

        Assert.Equal(
            TableText.Expected("""
                Workstream                        | Original | Delivered | High  | Medium | Low   | Revised
                Redesign                          | -0.900   |           |       |        |       | -0.900
                Total ==           | -0.900   |           |       |        |       | -0.900
                First part; Second part *         | 0.300    |           |       |        | 0.300 | 0.300
                Total (Revised) == | -0.600   | 0.000     | 0.000 | 0.000  | 0.300 | -0.600
                """),
            table.Grid());
    }

    [Fact]
    public void Table2_SeveralPendingDecisions_HaveARowEachAndOneRevisedTotal()
    {
        var edition = ProgrammeStates.SmallBuilder()
            .Decision("D-10", DecisionOutcome.Pending).Reprofile("S-05", 100_000, "2019/20", "2021/22", Confidence.High, "Contracts later")
            .Decision("D-11", DecisionOutcome.Pending).Reprofile("S-03", 50_000, "2020/21", "2021/22", label: "Not of this year").Edition();

        var table = new FinancialPosition(edition, AsItStands).CurrentYearByWorkstream();

        Assert.Equal(["Early help re-profile", "Contracts later"], table.Rows.Where(r => r.Kind == FigureRowKind.Memo).Select(r => r.Label));
        Assert.Equal(["-1.945", "-0.300", "-0.900", "-0.100", "-0.945", "-2.245"], table.Rows[^1].Cells.Select(table.Text));
    }

    [Fact]
    public void Table2_OfAnEarlierYear_ListsSavingsAgreedBeforeTheProgramme() => Assert.Equal(
        TableText.Expected("""
            Workstream              | Original | Delivered | High  | Medium | Low   | Revised
            Agreed before           | -1.000   | -0.900    | 0.000 | 0.000  | 0.000 | -1.000
            Total == | -1.000   | -0.900    | 0.000 | 0.000  | 0.000 | -1.000
            """),
        new FinancialPosition(ProgrammeStates.Small().Compose("2018/19 Q4"), AsItStands).CurrentYearByWorkstream().Grid());

    [Fact]
    public void Bands_AreCalledWhatTheCouncilCallsThem()
    {
        var edition = ProgrammeStates.SmallBuilder()
            .With(s => s with { Programme = s.Programme with { ConfidenceLabels = [new(Confidence.Low, "At risk", "red")] } }).Edition();

        Assert.Equal(
            ["Original", "Delivered", "High", "Medium", "At risk", "Revised"],
            new FinancialPosition(edition, AsItStands).CurrentYearByWorkstream().Columns.Select(c => c.Label));
    }

    [Fact]
    public void Tables_OfAProgramme_AreThreeAndThatOfClosedYears() => Assert.Equal(
        [
            "Table 1: Core", "Table 2: 2019/20 savings by workstream", "Table 3: Savings of later years by workstream",
            "Closed years: target, delivered and carried forward",
        ],
        Small(AsItStands).Tables.Select(t => t.Title));

    [Fact]
    public void Tables_WithoutACoreSourceOrLaterYears_LeaveOutWhatWouldBeEmpty()
    {
        Assert.Equal(["table-1", "table-2", "closed-years"], Keys(ProgrammeStates.Small(), "2021/22 Q4"));
        Assert.Equal(["table-1", "table-2", "table-3"], Keys(ProgrammeStates.Small(), "2018/19 Q4"));
        Assert.Equal(["table-2", "table-3"], Keys(ProgrammeStates.Empty(), "2019/20 Q1"));

        static IEnumerable<string> Keys(Core.Editions.ProgrammeState state, string quarter) =>
            new FinancialPosition(state.Compose(quarter), AsItStands).Tables.Select(t => t.Key);
    }

    [Fact]
    public void OwnTables_ByWhatTheCouncilChose_FollowThoseByWorkstream_AndHaveItsTotals()
    {
        var position = new FinancialPosition(Chosen(SavingsGrouping.Directorate, SavingsGrouping.AccountableOfficer), AsItStands);

        Assert.Equal(
            [
                "table-1", "table-2", "table-2-by-directorate", "table-2-by-accountable-officer", "table-3", "table-3-by-directorate", "table-3-by-accountable-officer",
                "closed-years",
            ],
            position.Tables.Select(t => t.Key));
        Assert.Equal(
            ["Table 2a: 2019/20 savings by directorate", "Table 2b: 2019/20 savings by accountable officer"],
            position.CurrentYearByOwnGroupings.Select(t => t.Title));
        var byWorkstream = position.CurrentYearByWorkstream();
        Assert.All(position.CurrentYearByOwnGroupings, own =>
        {
            Assert.Equal(byWorkstream.Columns, own.Columns);
            Assert.Equal(Totals(byWorkstream), Totals(own));
        });

        static IEnumerable<string> Totals(FigureTable table) =>
            table.Rows.Where(r => r.Kind != FigureRowKind.Item).Select(r => string.Join('|', r.Cells.Select(table.Text).Prepend(r.Label)));
    }

    [Fact]
    public void OwnTable_ByOfficer_HasARowOfAllProjectsThatTheOfficerAnswersFor()
    {
        var edition = new ProgrammeBuilder().Workstreams("Redesign")
            .Project("TP-01", officer: "Director A").Project("TP-02", officer: "Director B").Project("TP-03", officer: "Director A")
            .Line("S-01", "TP-01").Target("2019/20", 100_000).Line("S-02", "TP-02").Target("2019/20", 20_000).Line("S-03", "TP-03").Target("2019/20", 3_000)
            .With(s => s with { Programme = s.Programme with { SavingsAlsoBy = [SavingsGrouping.AccountableOfficer] } }).Edition();

        var table = new FinancialPosition(edition, AsItStands).CurrentYearByOwnGroupings.Single();

        Assert.Equal(["Director A: -0.103", "Director B: -0.020"], table.Rows.SkipLast(1).Select(r => $"{r.Label}: {table.Text(r.Cells[^1])}"));
        var slice = Assert.IsType<Derivation.OfSavings>(table.Rows[0].Cells[^1].Figure!.Source).Slice;
        Assert.Equal(["TP-01", "TP-03"], slice[SavingsDimension.Project].Order());
    }

    [Fact]
    public void OwnTables_OfACouncilThatChoseNothing_AreNotThere() =>
        Assert.Empty(new FinancialPosition(ProgrammeStates.Small().Compose(), AsItStands).CurrentYearByOwnGroupings);

    private static Core.Editions.Edition Chosen(params SavingsGrouping[] groupings) =>
        ProgrammeStates.SmallBuilder().With(s => s with { Programme = s.Programme with { SavingsAlsoBy = groupings } }).Edition();

    private static FinancialPosition Small(DecisionBasis basis) => new(ProgrammeStates.Small().Compose(), basis);
}
