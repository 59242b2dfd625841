using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Reprofiling;

/// <summary>What a closed year did not deliver moves into the next, and nothing is made or lost on the way.</summary>
public sealed class CarryForwardPlanTests
{
    private static readonly FinancialYear Closed = FinancialYear.Parse("2019/20");

    [Fact]
    public void CarryForward_OfAnyProgramme_ConservesEveryTotal() => Law.Holds(RandomProgrammes.Balanced, programme =>
    {
        var (before, after) = (Now(programme.State), Now(Carried(programme.State)));
        foreach (var basis in Enum.GetValues<DecisionBasis>())
        {
            foreach (var kind in Enum.GetValues<SavingsKind>())
            {
                var slice = SavingsSlices.Of(kind, basis);
                Assert.Equal(before.Savings.Sum(slice).OrZero(), after.Savings.Sum(slice).OrZero());
                Assert.All(before.SavingsLines, l => Assert.Equal(
                    before.Savings.Sum(slice.Where(SavingsDimension.Line, l.Ref)).OrZero(), after.Savings.Sum(slice.Where(SavingsDimension.Line, l.Ref)).OrZero()));
            }
        }

        // The original targets stay in their years.
        var original = SavingsSlices.Of(SavingsKind.OriginalTarget, DecisionBasis.AsItStands);
        Assert.Equal(before.Savings.Cut(original, SavingsDimension.Year), after.Savings.Cut(original, SavingsDimension.Year));
    });

    [Fact]
    public void CarryForward_OfAnyProgramme_LeavesTheClosedYearWithWhatItDelivered() => Law.Holds(RandomProgrammes.Balanced, programme =>
    {
        var plan = CarryForwardPlan.Of(Now(programme.State), Closed);
        var after = Now(Carried(programme.State));
        foreach (var line in plan.Amounts.Select(a => a.Line.Ref).Distinct())
        {
            var target = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(Closed).Where(SavingsDimension.Line, line);
            var delivered = SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).In(Closed).Where(SavingsDimension.Line, line).At(Confidence.Delivered);
            Assert.Equal(after.Savings.Sum(delivered).OrZero(), after.Savings.Sum(target).OrZero());
        }

        Assert.Empty(CarryForwardPlan.Of(after, Closed).Amounts);
    });

    [Fact]
    public void CarryForward_OfASmallProgramme_TakesEachBandAndSaysWhatItLeaves()
    {
        var plan = CarryForwardPlan.Of(ProgrammeStates.Small().Compose("2019/20 Q1"), Closed);

        Assert.Equal(FinancialYear.Parse("2020/21"), plan.ToYear);
        Assert.Equal(["S-02 High 300000", "S-02 Medium 100000", "S-05 High 700000", "S-05 Low 500000"], plan.Amounts.Select(a => $"{a.Line.Ref} {a.Confidence} {a.Amount}"));
        Assert.Equal(1_600_000m, plan.Total.Pounds);
        Assert.Equal("D-01 is still to be decided and would move part of it. Record its outcome first.", Assert.Single(plan.Left).Reason);
        Assert.All(plan.Moves("CF-1"), m => Assert.True(m is { IsCarryForward: true, ToYear: not null }));
    }

    [Fact]
    public void CarryForward_WhereBandsDoNotMeetTheTarget_LeavesTheLineAndSaysWhy()
    {
        var state = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 500).Position("2019/20", Confidence.Delivered, 100).Position("2019/20", Confidence.High, 300).State();

        var plan = CarryForwardPlan.Of(state.Compose(), Closed);

        Assert.Empty(plan.Amounts);
        Assert.Equal("Its bands of confidence hold £300, but £400 of its target was not delivered. Put its position right first.", Assert.Single(plan.Left).Reason);
    }

    [Fact]
    public void CarryForward_OfAYearThatDeliveredInFull_IsEmpty()
    {
        var state = new ProgrammeBuilder().Project("TP-01").Line("S-01").Target("2019/20", 500).Position("2019/20", Confidence.Delivered, 600).State();

        Assert.Equal((0, 0), CarryForwardPlan.Of(state.Compose(), Closed) is var plan ? (plan.Amounts.Count, plan.Left.Count) : default);
    }

    private static Edition Now(ProgrammeState state) => state.Compose("2021/22 Q4");

    private static ProgrammeState Carried(ProgrammeState state)
    {
        var moves = CarryForwardPlan.Of(Now(state), Closed).Moves("CF-1");
        return state with
        {
            Decisions = [.. state.Decisions, new("CF-1", "Carry-forward", "PMO", null, DecisionOutcome.Agreed, null)],
            Reprofiles = [.. state.Reprofiles, .. moves],
        };
    }
}
