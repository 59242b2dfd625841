using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Views;

public sealed class PendingDecisionsTests
{
    [Fact]
    public void Items_AreTheDecisionsYetToBeTakenTheEarliestDueFirst()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01")
            .Decision("D-10", due: "2019-09-01").Decision("D-9", due: "2019-09-01").Decision("D-1").Decision("D-2", DecisionOutcome.Agreed, "2019-01-01")
            .Decision("D-3", DecisionOutcome.Refused).Decision("D-4", due: "2019-07-16").Edition();

        Assert.Equal(["D-4", "D-9", "D-10", "D-1"], new PendingDecisions(edition).Items.Select(i => i.Decision.Ref));
    }

    [Theory]
    [InlineData(DecisionOutcome.Pending, true)]
    [InlineData(DecisionOutcome.Agreed, false)]
    [InlineData(DecisionOutcome.Refused, false)]
    public void Any_OnlyWhereAMoveWaits(DecisionOutcome outcome, bool any)
    {
        var decision = new ProgrammeBuilder().Project("TP-01").Line("S-01").Decision("D-01", outcome);

        Assert.False(new PendingDecisions(decision.Edition()).Any);
        Assert.Equal(any, new PendingDecisions(decision.Reprofile("S-01", 1, "2019/20").Edition()).Any);
    }

    [Fact]
    public void Notes_SayWhoDecidesWhenAndWhereTheMoneyGoes()
    {
        var edition = new ProgrammeBuilder().Project("TP-01").Line("S-01")
            .Decision("D-01", due: "2019-07-16").Reprofile("S-01", 755_000, "2019/20", label: "Early help")
            .Decision("D-02", body: "The Programme Board").Reprofile("S-01", 20_500, "2019/20", "2020/21", label: "Contracts").Edition();

        Assert.Equal(
            [
                "Takes as agreed a decision that Cabinet has yet to take, due 16 July 2019: Early help. £0.755m leaves 2019/20 and is in no later year: £0.755m not yet re-homed.",
                "Takes as agreed a decision that The Programme Board has yet to take: Contracts. £0.021m moves from 2019/20 to 2020/21.",
            ],
            new PendingDecisions(edition).Notes());
    }

    [Fact]
    public void NotYetRehomed_CountsAgreedMovesAlwaysAndPendingOnesIfAgreed()
    {
        var pending = new PendingDecisions(new ProgrammeBuilder().Project("TP-01").Line("S-01")
            .Decision("D-01").Reprofile("S-01", 30, "2019/20").Reprofile("S-01", 5, "2019/20", "2020/21")
            .Decision("D-02", DecisionOutcome.Agreed).Reprofile("S-01", 7, "2019/20").Edition());

        Assert.Equal(7m, pending.NotYetRehomed(DecisionBasis.AsItStands).Amount);
        Assert.Equal(37m, pending.NotYetRehomed(DecisionBasis.IfAgreed).Amount);
        Assert.Null(new PendingDecisions(ProgrammeStates.Empty().Compose()).NotYetRehomed(DecisionBasis.IfAgreed).Amount);
    }
}
