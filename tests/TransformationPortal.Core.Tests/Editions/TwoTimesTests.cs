using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>An edition says what held on its day, whenever it is composed.</summary>
public sealed class TwoTimesTests
{
    private static readonly FinancialYear Year = new(2019);

    [Fact]
    public void Decision_TakenAfterTheQuarter_IsPendingInIt_HoweverLateItIsComposed()
    {
        var state = ProgrammeStates.Small();
        var settled = Settled(state, "D-01", new(2019, 7, 16));

        Assert.Equal(Bytes(state, "2019/20 Q1"), Bytes(settled, "2019/20 Q1"));
        Assert.Equal(DecisionOutcome.Agreed, settled.Compose("2019/20 Q2").Decisions.Single(d => d.Ref == "D-01").Outcome);
        Assert.Equal(DecisionOutcome.Agreed, Settled(state, "D-01", new(2019, 6, 30)).Compose().Decisions.Single(d => d.Ref == "D-01").Outcome);
    }

    [Fact]
    public void Decision_ThatCameIntoTheRegisterAfterTheQuarter_IsNotInIt()
    {
        var state = ProgrammeStates.Small();
        var later = new ProgrammeBuilder().With(_ => state).Decision("D-09").Reprofile("S-05", 1_000, "2019/20", "2020/21").State() with { };
        later = later with
        {
            Decisions = [.. later.Decisions.Select(d => d.Ref == "D-09" ? d with { Entered = new(2019, 7, 1) } : d)],
            Reprofiles = [.. later.Reprofiles.Select(r => r.Decision == "D-09" ? r with { Entered = new(2019, 7, 1) } : r)],
        };

        Assert.Equal(Bytes(state, "2019/20 Q1"), Bytes(later, "2019/20 Q1"));
        Assert.Contains(later.Compose("2019/20 Q2").Reprofiles, r => r.Decision == "D-09");
    }

    [Fact]
    public void Decision_WrittenDownLate_HoldsFromTheDayOnWhichItWasTaken()
    {
        var later = new ProgrammeBuilder().With(_ => ProgrammeStates.Small()).Decision("D-09").Reprofile("S-05", 1_000, "2019/20", "2020/21").State();
        later = later with
        {
            Decisions = [.. later.Decisions.Select(d => d.Ref == "D-09" ? d with { Entered = new(2019, 8, 9), Outcome = DecisionOutcome.Agreed, Settled = new(2019, 6, 30) } : d)],
            Reprofiles = [.. later.Reprofiles.Select(r => r.Decision == "D-09" ? r with { Entered = new(2019, 8, 9) } : r)],
        };

        Assert.Contains(later.Compose().Reprofiles, r => r.Decision == "D-09");
    }

    [Fact]
    public void Year_GivenToAReprofileAfterTheQuarter_IsNotKnownInIt()
    {
        var state = ProgrammeStates.Small();
        var rehomed = state with
        {
            Reprofiles = [.. state.Reprofiles.Select(r => r.Decision == "D-01" ? r with { ToYear = new FinancialYear(2021), Rehomed = new(2019, 7, 20) } : r)],
        };

        Assert.Equal(Bytes(state, "2019/20 Q1"), Bytes(rehomed, "2019/20 Q1"));
        Assert.Equal(new FinancialYear(2021), rehomed.Compose("2019/20 Q2").Reprofiles.Single(r => r.Decision == "D-01").ToYear);
    }

    [Fact]
    public void CarryForward_OfAClosedYear_IsInNoEditionOfThatYear_AndLeavesItsTarget()
    {
        var state = ProgrammeStates.Small();
        var before = Measures(state.Compose("2019/20 Q4"));
        var (carried, amount) = CarriedForward(state, new(2020, 5, 1));

        Assert.Equal(Bytes(state, "2019/20 Q3"), Bytes(carried, "2019/20 Q3"));
        Assert.Equal(Bytes(state, "2019/20 Q4"), Bytes(carried, "2019/20 Q4"));
        var later = carried.Compose("2020/21 Q1");
        var closed = new ClosedYears(later, DecisionBasis.AsItStands);
        Assert.Equal(before, (closed.Target(Year).Money, closed.Delivered(Year).Money));
        Assert.Equal(-amount, closed.Carried(Year).Money);
        Assert.Contains($"{MoneyFormat.ExactMillions(amount)} of the target of 2019/20 was carried to 2020/21.", new Dashboard(later, DecisionBasis.AsItStands).CarriedForward.Select(c => c.Sentence));
        Assert.Contains("closed-years", new FinancialPosition(later, DecisionBasis.AsItStands).Tables.Select(t => t.Key));
    }

    [Fact]
    public void Move_OutOfAClosedYear_DecidedAfterItsEnd_LeavesTheTargetThatItClosedWith()
    {
        var state = ProgrammeStates.Small();
        var before = new ClosedYears(state.Compose("2020/21 Q1"), DecisionBasis.AsItStands).Target(Year).Money;
        var moved = state with
        {
            Decisions = [.. state.Decisions, new("D-90", "Later", "Cabinet", null, DecisionOutcome.Agreed, null, new(2020, 5, 1)) { Entered = new(2020, 5, 1) }],
            Reprofiles = [.. state.Reprofiles, new Reprofile("D-90", "S-05", "Moved", new(100_000), Year, new FinancialYear(2020), Confidence.High, null) { Entered = new(2020, 5, 1) }],
        };
        var later = new ClosedYears(moved.Compose("2020/21 Q1"), DecisionBasis.AsItStands);

        Assert.Equal((before, new Money(-100_000)), (later.Target(Year).Money, later.Carried(Year).Money));
        Assert.Equal(before, Measures(moved.Compose("2019/20 Q4")).Item1);
    }

    [Fact]
    public void Annex_OfSeveralClosedYears_SaysOfEachWhatWasDeliveredCarriedAndLeft()
    {
        var (carried, amount) = CarriedForward(ProgrammeStates.Small(), new(2020, 5, 1));
        var edition = carried.Compose("2020/21 Q1");
        var closed = new ClosedYears(edition, DecisionBasis.AsItStands);
        var paragraph = new Papers.SavingsStatements(edition, DecisionBasis.AsItStands).EarlierYears()!.Plain;

        Assert.Contains("2018/19 closed with a target of £1.000m. £0.900m was delivered. That leaves £0.100m.", paragraph, StringComparison.Ordinal);
        Assert.Contains($"2019/20 closed with a target of {closed.Target(Year).ExactText}. {closed.Delivered(Year).ExactText} was delivered. {MoneyFormat.ExactMillions(amount)} was carried to 2020/21.", paragraph, StringComparison.Ordinal);
        Assert.DoesNotContain(closed.Table()!.Rows, r => r.Kind == FigureRowKind.GrandTotal);
    }

    [Fact]
    public void WhatWasFirstSet_IsTheSame_WhateverIsAgreedSince()
    {
        var state = ProgrammeStates.Small();
        var agreed = Settled(state, "D-01", new(2019, 7, 16), DecisionOutcome.Agreed);
        string First(ProgrammeState s) => new Papers.SavingsStatements(s.Compose("2019/20 Q2"), DecisionBasis.AsItStands).ThisYear().First().Plain.Split(" and now")[0];

        Assert.StartsWith("The savings target of 2019/20 was first set at £", First(state), StringComparison.Ordinal);
        Assert.Equal(First(state), First(agreed));
    }

    [Fact]
    public void CarryForward_OfAClosedYear_CountsEveryPoundOnce()
    {
        var state = ProgrammeStates.Small();
        var (carried, _) = CarriedForward(state, new(2020, 5, 1));
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands);
        Money Total(ProgrammeState s) => s.Compose("2020/21 Q1").Savings.Sum(slice).OrZero();

        Assert.Equal(Total(state), Total(carried));
        var pounds = PoundLedger.Of(carried.Compose("2020/21 Q1")).SelectMany(l => l.Years).Where(y => y.Year == "2019/20").Aggregate(default(SavedPounds), (sum, y) => sum + y.Pounds);
        Assert.Equal(Money.Zero, pounds.Lost);
    }

    [Fact]
    public void Amount_CarriedWithoutADecision_LeavesTheClosedYearOnce()
    {
        var state = ProgrammeStates.Small() with { Targets = [.. ProgrammeStates.Small().Targets.Select(t => t.Line == "S-01" ? t with { CarriedOut = new(100_000) } : t)] };
        var edition = state.Compose();

        var year = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(new FinancialYear(2018));
        Assert.Equal((new Money(900_000), new Money(1_000_000)), (edition.Savings.Sum(year).OrZero(), edition.Savings.Sum(year.AsClosed()).OrZero()));
        Assert.Equal(Money.Zero, PoundLedger.Of(edition).Single(l => l.Line.Ref == "S-01").Total.Lost);
    }

    [Fact]
    public void MoneyExpected_InAYearThatIsOver_Blocks()
    {
        var finding = Assert.Single(Gate.Check(ProgrammeStates.Small().Compose("2020/21 Q1"), [], []), f => f is { Kind: FindingKind.EndedYear } && f.WhereName == "S-06");

        Assert.Equal(FindingSeverity.Blocking, finding.Severity);
        Assert.Equal("S-06 Early help still expects £700,000 in 2019/20, which is over.", finding.Disagreement);
        Assert.DoesNotContain(Gate.Check(ProgrammeStates.Small().Compose("2019/20 Q4"), [], []), f => f.Kind == FindingKind.EndedYear);
    }

    [Fact]
    public void AnyQuarter_OfAnyProgramme_IsTheSame_WhateverIsDecidedAfterItsEnd() => Law.HoldsForEveryProgramme(programme =>
    {
        var (state, quarter) = (programme.State, Quarter.Parse("2019/20 Q2"));
        var after = quarter.LastDay.AddDays(1);
        var line = state.SavingsLines.Count > 0 ? state.SavingsLines[0].Ref : null;
        var later = state with
        {
            Decisions =
            [
                .. state.Decisions.Select(d => d.Outcome == DecisionOutcome.Pending ? d with { Outcome = DecisionOutcome.Agreed, Settled = after, OutcomeNote = "Later" } : d),
                new("Z-99", "Later", "Cabinet", null, DecisionOutcome.Agreed, null, after) { Entered = after },
            ],
            Reprofiles =
            [
                .. state.Reprofiles.Select(r => r.ToYear is null ? r with { ToYear = FinancialYear.Parse("2021/22"), Rehomed = after } : r),
                .. line is null ? [] : new[] { new Reprofile("Z-99", line, "Later", new(1), Year, null, Confidence.Low, null) { Entered = after } },
            ],
        };

        Assert.Equal(Bytes(state, quarter.ToString()), Bytes(later, quarter.ToString()));
    });

    // What the year did not deliver is carried forward by a decision of a day, as the register of decisions does it.
    private static (ProgrammeState State, Money Amount) CarriedForward(ProgrammeState state, DateOnly day)
    {
        var agreed = Settled(state, "D-01", new(2019, 7, 16), DecisionOutcome.Refused);
        var plan = CarryForwardPlan.Of(agreed.Compose("2021/22 Q4"), Year);
        Assert.NotEqual(Money.Zero, plan.Total);
        return (state with
        {
            Decisions = [.. state.Decisions, new("CF-2019-20", "Carry-forward", "Cabinet", null, DecisionOutcome.Agreed, null, day) { Entered = day }],
            Reprofiles = [.. state.Reprofiles, .. plan.Moves("CF-2019-20").Select(r => r with { Entered = day })],
        }, plan.Total);
    }

    private static (Money?, Money?) Measures(Edition edition)
    {
        var figures = new KeyFigures(edition, DecisionBasis.AsItStands);
        return (figures.YearTarget.Figure.Money, figures.YearDelivered.Figure.Money);
    }

    private static ProgrammeState Settled(ProgrammeState state, string decision, DateOnly day, DecisionOutcome outcome = DecisionOutcome.Agreed) => state with
    {
        Decisions = [.. state.Decisions.Select(d => d.Ref == decision ? d with { Outcome = outcome, Settled = day, OutcomeNote = "Said" } : d)],
    };

    private static string Bytes(ProgrammeState state, string quarter) => System.Text.Encoding.UTF8.GetString(EditionJson.Write(state.Compose(quarter)));
}
