using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class DashboardTests
{
    private static Dashboard AsItStands => new(ProgrammeStates.Small().Compose(), DecisionBasis.AsItStands);

    private static Dashboard IfAgreed => new(ProgrammeStates.Small().Compose(), DecisionBasis.IfAgreed);

    [Fact]
    public void Headline_SaysTheQuarterInOneBreath()
    {
        Assert.Equal(
            "£0.3m of this year’s £2.6m savings target is delivered, and £0.2m of the £3.3m set aside to make the changes is spent. 2 of 4 projects are in flight and 1 is rated red.",
            AsItStands.Headline);
        Assert.StartsWith("£0.3m of this year’s £2.3m savings target is delivered", IfAgreed.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiles_AsItStands_SayWhatIsPending() => Assert.Equal(
        [
            "Total savings target, 18/19 to 21/22 | £7.8m | New savings a year by the end of the programme, as first set; now £8.1m | ",
            "19/20 savings target | £2.6m | Revised target, before a pending decision on £0.255m | ",
            "Share of 19/20 target achieved | 12% | £0.3m delivered by 30 June 2019 | ",
            "Planned spend, 18/19 to 21/22 | £3.3m | Budget for making the changes | ",
            "Spend to date | £0.2m | 7% of planned spend | £0.6m spent or committed",
            "Projects in the programme | 4 | 1 complete, 2 in flight, 1 planning | ",
            "Completed projects | 1 | Since the programme began in 2018/19 | ",
        ],
        Lines(AsItStands));

    [Fact]
    public void Tiles_IfAgreed_SayWhatIsTakenAsAgreedAndWhatHasNoYear()
    {
        var tiles = Lines(IfAgreed);

        Assert.Equal("Total savings target, 18/19 to 21/22 | £7.8m | New savings a year by the end of the programme, as first set; now £8.1m | £0.255m of it not yet re-homed", tiles[0]);
        Assert.Equal("19/20 savings target | £2.3m | Revised target, taking the pending decision as agreed | ", tiles[1]);
        Assert.Equal("Share of 19/20 target achieved | 13% | £0.3m delivered by 30 June 2019 | ", tiles[2]);
        Assert.Equal(Lines(AsItStands).Skip(3), tiles.Skip(3));
    }

    [Fact]
    public void YearTile_WithSeveralPendingDecisions_SpeaksOfThemAll()
    {
        var edition = ProgrammeStates.SmallBuilder().Decision("D-10").Reprofile("S-05", 100_000, "2019/20", "2021/22").Edition();

        Assert.Equal("Revised target, before pending decisions on £0.355m", new Dashboard(edition, DecisionBasis.AsItStands).Tiles[1].Caption);
        Assert.Equal("Revised target, taking the pending decisions as agreed", new Dashboard(edition, DecisionBasis.IfAgreed).Tiles[1].Caption);
    }

    [Theory]
    [InlineData("2020/21", "2019/20", "Revised target, before a pending decision on £0.010m")]
    [InlineData("2020/21", "2021/22", "Revised target")]
    [InlineData("2019/20", "2019/20", "Revised target")]
    public void YearTile_OfAMoveIntoOrOutsideTheYear_SpeaksOfItsAmountWithoutSign(string from, string to, string caption)
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 1).Decision("D-01").Reprofile("S-01", 10_000, from, to).Edition();

        Assert.Equal(caption, new Dashboard(edition, DecisionBasis.AsItStands).Tiles[1].Caption);
    }

    [Fact]
    public void YearTile_WithAPendingDecisionThatMovesNothing_SpeaksOfNone()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 1).Decision("D-01").Edition();

        Assert.All(Enum.GetValues<DecisionBasis>(), basis => Assert.Equal("Revised target", new Dashboard(edition, basis).Tiles[1].Caption));
    }

    [Fact]
    public void Pending_OfOneDecision_ListsItsMovesAndTheFiguresThatChange()
    {
        var pending = Assert.Single(AsItStands.Pending);

        Assert.Equal("D-01", pending.Decision.Ref);
        Assert.Equal(["Early help re-profile"], pending.Moves.Select(m => m.Label));
        Assert.Equal(
            [("19/20 savings target", "£2.6m", "£2.3m"), ("Share of 19/20 target achieved", "12%", "13%")],
            pending.Effects.Select(e => (e.Title, e.AsItStands.Text, e.IfAgreed.Text)));
    }

    [Fact]
    public void Pending_OfSeveralDecisions_HasForEachWhatItWouldChangeByItself()
    {
        var edition = ProgrammeStates.SmallBuilder()
            .Decision("D-10", due: "2019-07-01").Reprofile("S-05", 100_000, "2019/20", "2021/22")
            .Decision("D-11").Edition();

        var pending = new Dashboard(edition, DecisionBasis.AsItStands).Pending;

        Assert.Equal(["D-10", "D-01", "D-11"], pending.Select(p => p.Decision.Ref));
        Assert.Equal(["£2,500,000", "£2,345,000"], pending.Take(2).Select(p => p.Effects[0].IfAgreed.FullText));
        Assert.Empty(pending[2].Effects);
        Assert.Empty(pending[2].Moves);
    }

    [Fact]
    public void Measures_AreEnteredByHandAndSaySo()
    {
        var measure = Assert.Single(AsItStands.Measures);

        Assert.Equal(("Page views", "1,184", "In June"), (measure.Title, measure.Figure.Text, measure.Caption));
        Assert.Equal(new Derivation.OfMeasure("Page views"), measure.Figure.Source);
    }

    [Fact]
    public void Story_IsSplitIntoAchievementsAndFocus()
    {
        Assert.Equal(["**Finance** redesigned"], AsItStands.Achievements.Select(i => i.Text));
        Assert.Equal(["Close the gap"], AsItStands.Focus.Select(i => i.Text));
        Assert.Equal([("TP-01", "Work better")], AsItStands.Spotlights.Select(s => (s.Project.Code, s.Spotlight.Aim)));
    }

    [Fact]
    public void Benefits_AreListedByProject() => Assert.Equal(
        [("TP-02", "Less typing"), ("TP-03", "Children are safer")],
        AsItStands.Benefits.Select(b => (b.Project.Code, Assert.Single(b.Benefits).Text)));

    [Fact]
    public void CriticalRisks_AreTheOnesMembersSee() => Assert.Equal(["R10"], AsItStands.CriticalRisks.Select(r => r.Ref));

    [Fact]
    public void CriticalRisks_HoldEveryOneThatStaysHigh_ThoseFirst()
    {
        var edition = ProgrammeStates.SmallBuilder().With(s => s with
        {
            Risks = [Risk("R1", RiskLevel.Low, true), Risk("R6", RiskLevel.High, false), Risk("R7", RiskLevel.Medium, false)],
        }).Edition();

        Assert.Equal(["R6", "R1"], new Dashboard(edition, default).CriticalRisks.Select(r => r.Ref));

        static Risk Risk(string reference, RiskLevel residual, bool marked) => new(reference, null, "It fails", RiskLevel.High, "Watched", residual, null, null, marked, null);
    }

    [Fact]
    public void Headline_WhereRoundedAmountsMeet_TellsThemApartAndSaysNot100Percent()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 15_049_000)
            .Position("2019/20", Confidence.Delivered, 14_999_000).Position("2019/20", Confidence.Low, 50_000).Edition();
        var dashboard = new Dashboard(edition, default);

        Assert.StartsWith("£14.999m of this year’s £15.049m savings target is delivered", dashboard.Headline, StringComparison.Ordinal);
        Assert.Equal("over 99%", dashboard.Tiles[2].Figure.Text);
    }

    [Fact]
    public void Headline_OfASmallAmount_SaysItInPounds()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 7_400_000).Position("2019/20", Confidence.Delivered, 44_000).Edition();

        Assert.StartsWith("£44,000 of this year’s £7.4m savings target is delivered", new Dashboard(edition, default).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnWordsForBands_StandInEverySentence_AndReadWell()
    {
        var edition = ProgrammeStates.SmallBuilder().With(s => s with
        {
            Programme = s.Programme with
            {
                ConfidenceLabels = [new(Confidence.Delivered, "Achieved or anticipated", null), new(Confidence.High, "On track", null), new(Confidence.Medium, "Some risk", null), new(Confidence.Low, "At risk", null)],
            },
        }).Edition();
        var dashboard = new Dashboard(edition, default);

        Assert.StartsWith("£0.3m of this year’s £2.6m savings target is “Achieved or anticipated”", dashboard.Headline, StringComparison.Ordinal);
        Assert.Equal("Share of 19/20 target “Achieved or anticipated”", dashboard.Tiles[2].Title);
        Assert.Equal("£0.3m “Achieved or anticipated” by 30 June 2019", dashboard.Tiles[2].Caption);
        Assert.StartsWith("£5.2m of £7.1m (73%) is rated “Some risk” or “At risk”.", dashboard.Charts[1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_AreAllInAnnex1_InTheirOrder() => Assert.Equal(
        AsItStands.Charts.Select(c => c.Key),
        Annex1.Compose(ProgrammeStates.Small().Compose(), DecisionBasis.AsItStands).Blocks.OfType<AnnexBlock.Chart>().Select(c => c.View.Key));

    [Fact]
    public void Chart_OfProjectsThatNobodyRated_DrawsNothingAndSaysSo()
    {
        var chart = new Charts(new ProgrammeBuilder().Project("TP-01").Project("TP-02").Edition(), default).ByRag();

        Assert.False(chart.HasPicture);
        Assert.Equal("None of the 2 projects is rated.", chart.Summary);
    }

    [Fact]
    public void NoteOfADecision_OnceItIsTaken_IsWhatWasSaidThen()
    {
        var pending = ProgrammeStates.Small().Compose().Decisions[0] with { Note = "Until it decides, the saving stays.", Outcome = DecisionOutcome.Pending };

        Assert.Equal("Until it decides, the saving stays.", PendingDecisions.Note(pending, []));
        Assert.Null(PendingDecisions.Note(pending with { Outcome = DecisionOutcome.Agreed }, []));
        Assert.Equal("When it was decided: By nine to two.", PendingDecisions.Note(pending with { Outcome = DecisionOutcome.Agreed, OutcomeNote = "By nine to two." }, []));
        Assert.Null(PendingDecisions.Note(pending with { Note = null }, []));

        // What a year's end left waited for nothing.
        var carried = pending with { Note = "Year end", Outcome = DecisionOutcome.Agreed, OutcomeNote = "Carried" };
        Reprofile[] moves = [new(carried.Ref, "S-01", "Carried", new(1), new(2018), new(2019), Confidence.High, null, IsCarryForward: true)];
        Assert.Equal("Year end. When it was decided: Carried", PendingDecisions.Note(carried, moves));
        Assert.Equal("When it was decided: Carried", PendingDecisions.Note(carried, [moves[0] with { IsCarryForward = false }]));
    }

    [Fact]
    public void NoteOfAMove_GoesOnceItHasAYear()
    {
        var decision = new Decision("D-01", "A decision", "Cabinet", null, DecisionOutcome.Agreed, null);
        var move = new Reprofile("D-01", "S-01", "A move", new(1), new(2019), new(2021), Confidence.Low, "No later year has been set.") { Rehomed = new(2019, 7, 1) };

        Assert.Equal("No later year has been set.", move.AsAt(new(2019, 6, 30), decision)!.Note);
        Assert.Null(move.AsAt(new(2019, 7, 1), decision)!.Note);
    }

    [Fact]
    public void Zero_OfABandWithoutEntries_ShowsWhatTheRowHasElsewhere()
    {
        var edition = ProgrammeStates.Small().Compose();
        var slice = SavingsSlices.Of(SavingsKind.Position, default).In(edition.Quarter.Year).Where(SavingsDimension.Workstream, "Redesign").At(Confidence.Delivered);

        var nearby = Nearby.Of(edition, slice)!;

        Assert.Equal(new Money(1_100_000), nearby.Total);
        Assert.Equal(["High £300,000", "Medium £100,000", "Low £700,000"], nearby.Parts.Select(p => $"{p.Label} {MoneyFormat.Format(p.Amount, MoneyStyle.Pounds)}"));
        Assert.Null(Nearby.Of(edition, slice.At(Confidence.High)));
    }

    [Fact]
    public void DependenciesThatMatter_AreNotGreenTheWorstFirstThenTheSoonest()
    {
        Dependency Needs(string what, Rag rag, string? by) =>
            new("TP-01", "TP-02", what, by is null ? null : ProgrammeBuilder.Day(by), new(rag, "Because"), null);
        var edition = new ProgrammeBuilder().Project("TP-01").Project("TP-02").With(s => s with
        {
            Dependencies =
            [
                Needs("undated", Rag.Amber, null), Needs("later", Rag.Amber, "2019-10-01"), Needs("sooner", Rag.Amber, "2019-08-01"),
                Needs("fine", Rag.Green, "2019-07-01"), Needs("worst", Rag.Red, "2020-01-01"),
            ],
        }).Edition();

        Assert.Equal(["worst", "sooner", "later", "undated"], new Dashboard(edition, default).DependenciesThatMatter.Select(d => d.What));
    }

    [Fact]
    public void NextMeetings_AreThoseAfterTheAsAtDayThatHaveAnItem()
    {
        Meeting On(string? day, string? item) => new("Cabinet", day is null ? null : ProgrammeBuilder.Day(day), null, item, null);
        var edition = new ProgrammeBuilder().With(s => s with
        {
            Meetings = [On("2019-06-30", "Past"), On("2019-09-01", "Later"), On("2019-07-01", "Next"), On("2019-07-02", null), On(null, "To be scheduled")],
        }).Edition();

        Assert.Equal(["Next", "Later"], new Dashboard(edition, default).NextMeetings.Select(m => m.Item));
    }

    [Theory]
    [InlineData(1, 0, 0, "The one project is not in flight and is not rated red.")]
    [InlineData(1, 1, 1, "The one project is in flight and is rated red.")]
    [InlineData(3, 0, 0, "None of 3 projects is in flight and none is rated red.")]
    [InlineData(3, 1, 1, "1 of 3 projects is in flight and 1 is rated red.")]
    [InlineData(3, 2, 3, "2 of 3 projects are in flight and 3 are rated red.")]
    public void Headline_OfAnyNumberOfProjects_ReadsAsASentence(int projects, int inFlight, int red, string sentence)
    {
        var builder = new ProgrammeBuilder();
        foreach (var (code, i) in new[] { "TP-01", "TP-02", "TP-03" }.Take(projects).Select((c, i) => (c, i)))
        {
            builder.Project(code, phase: i < inFlight ? ProjectPhase.InFlight : ProjectPhase.Planning).Rated(code, "2019-06", i < red ? Rag.Red : Rag.Amber);
        }

        Assert.EndsWith(". " + sentence, new Dashboard(builder.Edition(), default).Headline, StringComparison.Ordinal);
    }

    private static List<string> Lines(Dashboard dashboard) => [.. dashboard.Tiles.Select(t => $"{t.Title} | {t.Figure.Text} | {t.Caption} | {t.Note}")];
}
