using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

/// <summary>Programmes in which nothing, or hardly anything, is recorded: blanks and whole sentences, never an error.</summary>
public sealed class EmptyAndShortProgrammesTests
{
    private static readonly DecisionBasis[] Bases = Enum.GetValues<DecisionBasis>();

    [Fact]
    public void EmptyProgramme_OnItsDashboard_HasBlanksAndSentences() => Assert.All(Bases, basis =>
    {
        var dashboard = new Dashboard(ProgrammeStates.Empty().Compose(), basis);

        Assert.Equal(
            "No savings target is recorded for this year, and no cost of making the changes is recorded. No project is recorded.",
            dashboard.Headline);
        Assert.Equal(["", "", "", "", "", "0", "0"], dashboard.Tiles.Select(t => t.Figure.Text));
        Assert.Equal(
            [
                "New savings a year by the end of the programme", "Revised target", "Nothing recorded as delivered by 30 June 2019", "Budget for making the changes",
                "No planned spend is recorded", "No project is recorded", "Since the programme began in 2018/19",
            ],
            dashboard.Tiles.Select(t => t.Caption));
        Assert.Equal([null, null, null, null, "Nothing recorded as spent or committed", null, null], dashboard.Tiles.Select(t => t.Note));
        Assert.Empty(dashboard.Pending);
        Assert.Empty(dashboard.Benefits);
        Assert.Empty(dashboard.Spotlights);
        Assert.Empty(dashboard.Measures);
        Assert.Empty(dashboard.NextMeetings);
    });

    [Fact]
    public void EmptyProgramme_InItsCharts_SaysThatNothingIsRecorded() => Assert.All(Bases, basis =>
    {
        var charts = new Charts(ProgrammeStates.Empty().Compose(), basis).All;

        Assert.Equal(
            ["No target is recorded.", "No saving is recorded at any confidence.", "No project is recorded.", "No implementation cost is recorded."],
            charts.Select(c => c.Summary));
        Assert.Equal(TableText.Expected("Workstream|Revised target\nTotal ==|"), charts[0].Table.Grid());
        Assert.All(charts[1].Table.Rows.SkipLast(1), row => Assert.All(row.Cells, cell => Assert.Null(cell.Figure)));
        Assert.Equal(TableText.Expected("Phase|Green|Amber|Red|Total\nTotal ==|0|0|0|0"), charts[2].Table.Grid());
    });

    [Fact]
    public void EmptyProgramme_InItsFinanceTables_HasBlankTotals() => Assert.All(Bases, basis =>
    {
        var position = new FinancialPosition(ProgrammeStates.Empty().Compose(), basis);

        Assert.Equal(TableText.Expected("Activity|Total target\nTotal core programme ==|"), position.CoreProgramme().Grid());
        Assert.Equal(
            TableText.Expected("Workstream|Original|Delivered|High|Medium|Low|Revised\nTotal ==||||||"),
            position.CurrentYearByWorkstream().Grid());
        Assert.Equal([""], position.LaterYearsByWorkstream().Rows.Single().Cells.Select(position.LaterYearsByWorkstream().Text).Distinct());
    });

    [Fact]
    public void EmptyProgramme_InItsCostTables_HasATotalAlone()
    {
        var costs = new ImplementationCosts(ProgrammeStates.Empty().Compose(), default);

        Assert.Equal(TableText.Expected("Area|18/19|19/20|20/21|21/22|Total\nTotal ==|-|-|-|-|-"), costs.Budget().Grid());
        Assert.Empty(costs.Budget().Notes);
        Assert.Equal(TableText.Expected("Line|Planned|Spent|Committed|Spent or committed\nTotal ==||||"), costs.PlannedAgainstActualByLine().Grid());
    }

    [Fact]
    public void EmptyProgramme_SlicedInAnyWay_IsBlank()
    {
        var edition = ProgrammeStates.Empty().Compose();
        var view = edition.Open(SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands), null, null);

        Assert.Null(view.Total);
        Assert.Empty(view.Entries);
        Assert.Empty(view.Cut.RowLabels);
        Assert.Equal("Revised target", view.Title);
    }

    [Fact]
    public void EmptyProgramme_AsJson_IsReadAgain()
    {
        var bytes = EditionJson.Write(ProgrammeStates.Empty().Compose());

        Assert.Equal(bytes, EditionJson.Write(EditionJson.Read(bytes)));
    }

    [Fact]
    public void ProgrammeWithTargetsAlone_SaysThatNothingIsDeliveredOrSpentYet()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 2_000_000)
            .CostArea("1", "A").CostLine("1.1", "B").Budget("2019/20", 500_000).Edition();
        var dashboard = new Dashboard(edition, default);

        Assert.StartsWith(
            "Nothing of this year’s £2.0m savings target is recorded as delivered yet, and nothing of the £0.5m set aside to make the changes is recorded as spent yet.",
            dashboard.Headline, StringComparison.Ordinal);
        Assert.Equal("Nothing is recorded as spent", dashboard.Tiles[4].Caption);
        Assert.Equal("", dashboard.Tiles[2].Figure.Text);
    }

    [Fact]
    public void ProgrammeWithoutTargetsOrBudget_SaysWhatItHas()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Position("2019/20", Confidence.Delivered, 2_000_000)
            .CostArea("1", "A").CostLine("1.1", "B").Spent("2019-06", 500_000).Edition();

        Assert.StartsWith(
            "£2.0m is delivered this year, for which no savings target is recorded, and £0.5m is spent to make the changes, for which no budget is recorded.",
            new Dashboard(edition, default).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void OneYearProgramme_NamesItsYearOnceAndHasNoLaterYears()
    {
        var edition = new ProgrammeBuilder().Years("2019/20", "2019/20").Workstreams("Redesign").Source("Core", isCore: true).Activity("Income")
            .Project("TP-01").Line("S-01", source: "Core", activity: "Income").Target("2019/20", 1_000_000).Position("2019/20", Confidence.High, 1_000_000)
            .CostArea("1", "A").CostLine("1.1", "B").Budget("2019/20", 100_000).Edition();
        var (figures, charts, position) = (new KeyFigures(edition, default), new Charts(edition, default), new FinancialPosition(edition, default));

        Assert.Equal("Total savings target, 19/20", figures.TotalTarget.Title);
        Assert.Equal("Planned spend, 19/20", figures.PlannedSpend.Title);
        Assert.Equal("Target savings by workstream, 2019/20", charts.ByWorkstream().Table.Title);
        Assert.Equal("Savings by year and confidence of delivery, 2019/20", charts.ByConfidence().Table.Title);
        Assert.Empty(charts.ByConfidence().Table.Notes);
        Assert.Equal(
            TableText.Expected("Activity|Total target|19/20 Original|19/20 High\nIncome|-1.000|-1.000|-1.000\nTotal Core ==|-1.000|-1.000|-1.000"),
            position.CoreProgramme().Grid());
        Assert.Equal(["table-1", "table-2"], position.Tables.Select(t => t.Key));
        Assert.Empty(position.LaterYearsByWorkstream().Columns);
        Assert.Equal(TableText.Expected("Area|19/20|Total\n1. A =|0.1|0.1\n  1.1 B|0.1|0.1\nTotal ==|0.1|0.1"), new ImplementationCosts(edition, default).Budget().Grid());
    }
}
