using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Reprofiling;

/// <summary>No move spends what another decision has yet to bring.</summary>
public sealed class HeldAmountTests
{
    [Theory]
    [InlineData("D-01", DecisionOutcome.Pending, 400, null)] // its own money
    [InlineData("D-01", DecisionOutcome.Pending, 401, "S-01 holds £400 of target in 2020/21, other re-profiles counted. No more than that can move.")]
    [InlineData("D-02", DecisionOutcome.Pending, 300, null)]
    [InlineData("D-02", DecisionOutcome.Pending, 301, "S-01 holds £300 of target in 2020/21, other re-profiles counted. No more than that can move.")]
    [InlineData("D-02", DecisionOutcome.Agreed, 400, null)]
    [InlineData("D-02", DecisionOutcome.Refused, 301, "S-01 holds £300 of target in 2020/21, other re-profiles counted. No more than that can move.")]
    public void Reprofile_OfWhatADecisionMovesIn_IsThatDecisionsUntilItIsAgreed(string decision, DecisionOutcome first, int pounds, string? refusal)
    {
        var move = new Reprofile(decision, "S-01", "A move", new(pounds), FinancialYear.Parse("2020/21"), FinancialYear.Parse("2021/22"), Confidence.Low, null);

        Assert.Equal(refusal, ReprofileCheck.Check(Chain(first).Edition(), move, new(2019, 8, 9)).Select(p => p.Sentence).FirstOrDefault());
    }

    [Theory]
    [InlineData(DecisionOutcome.Pending, "outcome: D-02 cannot be agreed as it is: it would leave S-01 with a target of -£100 in 2020/21. Record first the decisions that move money into that year, or put the line’s target right.")]
    [InlineData(DecisionOutcome.Agreed, null)]
    [InlineData(DecisionOutcome.Refused, "outcome: D-02 cannot be agreed as it is: it would leave S-01 with a target of -£100 in 2020/21. Record first the decisions that move money into that year, or put the line’s target right.")]
    public void Agreed_ADecisionThatTakesMoreThanIsThere_IsRefused(DecisionOutcome first, string? refusal)
    {
        var now = Chain(first).Decision("D-02").Reprofile("S-01", 400, "2020/21", "2021/22").Edition();

        Assert.Equal(refusal, ReprofileCheck.CheckAgreed(now, "D-02").Select(p => $"{p.Field}: {p.Sentence}").SingleOrDefault());
        Assert.Empty(ReprofileCheck.CheckAgreed(now, "D-01"));
    }

    [Fact]
    public void Moves_EachNoMoreThanIsHeld_LeaveNoYearBelowZeroWhateverIsDecided() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var lot = new Random(seed);
            var recorded = new Money(lot.Next(4) * 100);
            var moves = new List<YearMove>();
            for (var i = 0; i < 10; i++)
            {
                var of = lot.Next(4);
                var decision = $"D-{of}"; // D-0 is agreed, the others are pending
                var amount = new Money((1 + lot.Next(4)) * 50);
                var isIn = lot.Next(3) == 0;
                if (isIn || amount <= HeldAmount.Of(recorded, moves, decision))
                {
                    moves.Add(new(decision, of > 0, isIn ? amount : -amount));
                }
            }

            Assert.True(HeldAmount.Of(recorded, moves) >= Money.Zero);
            for (var agreed = 0; agreed < 8; agreed++)
            {
                var left = recorded + moves.Where(m => !m.IsPending || (agreed >> (m.Decision[^1] - '1') & 1) == 1).Select(m => m.Amount).SumOrNothing().OrZero();
                Assert.True(left >= Money.Zero, $"{recorded} and {string.Join(", ", moves)} leave {left}");
            }
        }));

    private static ProgrammeBuilder Chain(DecisionOutcome first) => new ProgrammeBuilder().Project("TP-01")
        .Line("S-01").Target("2019/20", 100).Target("2020/21", 300).Position("2019/20", Confidence.Low, 100).Position("2020/21", Confidence.Low, 300)
        .Decision("D-01", first).Reprofile("S-01", 100, "2019/20", "2020/21");
}
