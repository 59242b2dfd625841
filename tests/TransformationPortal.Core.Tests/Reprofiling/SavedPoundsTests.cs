using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Reprofiling;

/// <summary>No pound of a target is lost from sight.</summary>
public sealed class SavedPoundsTests
{
    [Fact]
    public void Pounds_OfAnyLineAndYear_ThatCameInAreThoseThatAreSomewhere() => Law.HoldsForEveryPair((one, other) =>
    {
        foreach (var edition in new[] { one.State.Compose(), other.State.Compose("2020/21 Q1") })
        {
            foreach (var pounds in PoundLedger.Of(edition).SelectMany(l => l.Years.Select(y => y.Pounds).Append(l.Total)))
            {
                Assert.Equal(pounds.Planned + pounds.Changed + pounds.Moved, pounds.Delivered + pounds.Expected + pounds.Unplaced + pounds.Lost);
            }
        }
    });

    [Fact]
    public void Pounds_OfAllLines_AreTheFiguresOfTheEdition() => Law.HoldsForEveryProgramme(programme =>
    {
        var edition = programme.State.Compose("2020/21 Q2");
        var total = PoundLedger.Of(edition).Aggregate(default(SavedPounds), (sum, l) => sum + l.Total);

        Assert.Equal(edition.Savings.Sum(SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands)).OrZero(), total.Revised);
        Assert.Equal(edition.Savings.Sum(SavingsSlices.Of(SavingsKind.OriginalTarget, DecisionBasis.AsItStands)).OrZero(), total.Planned);
        Assert.Equal(edition.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).At(Confidence.Delivered)).OrZero(), total.Delivered);
    });

    [Fact]
    public void Moved_OfAnyLine_IsNothingInAll() => Law.HoldsForEveryProgramme(programme =>
        Assert.All(PoundLedger.Of(programme.Edition), line => Assert.Equal(Money.Zero, line.Total.Moved)));

    [Fact]
    public void Pounds_OfASmallProgramme_AreWhereAReaderExpectsThem()
    {
        var edition = ProgrammeStates.Small().Compose();
        var lines = PoundLedger.Of(edition).ToDictionary(l => l.Line.Ref);

        // Agreed before: £1.0m asked, £0.9m made, and the year is over.
        Assert.Equal(Of(planned: 1_000_000, delivered: 900_000, lost: 100_000), lines["S-01"].Total);

        // Early help: £55,000 moved by an agreed decision from 2019/20 to 2020/21; the pending £255,000 has moved nothing.
        Assert.Equal(["2019/20 -55000", "2020/21 55000"], lines["S-06"].Years.Select(y => $"{y.Year} {y.Pounds.Moved}"));
        Assert.Equal(Of(planned: 755_000, moved: -55_000, expected: 700_000), lines["S-06"].Years[0].Pounds);

        // Cheaper contracts: £0.3m was added to the target of 2019/20 without a decision.
        Assert.Equal(Of(planned: 1_200_000, changed: 300_000, delivered: 300_000, expected: 1_200_000), lines["S-05"].Years[0].Pounds);
    }

    [Fact]
    public void Over_SeveralEditions_ShowsTheLineWhereItIs()
    {
        var state = ProgrammeStates.Small();
        var agreed = state with { Decisions = [.. state.Decisions.Select(d => d.Ref == "D-01" ? d with { Outcome = DecisionOutcome.Agreed } : d)] };
        var over = PoundLedger.Over([state.Compose(), agreed.Compose("2019/20 Q2")], "S-06");

        Assert.Equal([Quarter.Parse("2019/20 Q1"), Quarter.Parse("2019/20 Q2")], over.Select(o => o.Edition.Quarter));
        Assert.Equal(["2019/20 2020/21", "2019/20 2020/21 none"], over.Select(o => string.Join(' ', o.Pounds.Years.Select(y => y.Year))));
        Assert.All(over, o => Assert.Equal(755_000m, o.Pounds.Total.Revised.Pounds));
        Assert.Empty(PoundLedger.Over([state.Compose()], "S-99"));
    }

    private static SavedPounds Of(decimal planned = 0, decimal changed = 0, decimal moved = 0, decimal delivered = 0, decimal expected = 0, decimal unplaced = 0, decimal lost = 0) =>
        new(new(planned), new(changed), new(moved), new(delivered), new(expected), new(unplaced), new(lost));
}
