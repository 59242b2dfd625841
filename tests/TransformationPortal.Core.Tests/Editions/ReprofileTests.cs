using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>What decisions do to figures.</summary>
public sealed class ReprofileTests
{
    [Theory]
    [InlineData(DecisionOutcome.Pending, DecisionBasis.AsItStands, "100 0 0")]
    [InlineData(DecisionOutcome.Pending, DecisionBasis.IfAgreed, "70 30 0")]
    [InlineData(DecisionOutcome.Agreed, DecisionBasis.AsItStands, "70 30 0")]
    [InlineData(DecisionOutcome.Agreed, DecisionBasis.IfAgreed, "70 30 0")]
    [InlineData(DecisionOutcome.Refused, DecisionBasis.AsItStands, "100 0 0")]
    [InlineData(DecisionOutcome.Refused, DecisionBasis.IfAgreed, "100 0 0")]
    public void AReprofile_ToALaterYear_MovesEveryKindOnceItsDecisionCounts(DecisionOutcome outcome, DecisionBasis basis, string years)
    {
        var edition = Programme(outcome, "2020/21").Edition();

        Assert.All(Enum.GetValues<SavingsKind>(), kind => Assert.Equal(years, Years(edition, kind, basis)));
    }

    [Theory]
    [InlineData(DecisionOutcome.Pending, DecisionBasis.AsItStands, "100 0 0")]
    [InlineData(DecisionOutcome.Pending, DecisionBasis.IfAgreed, "70 0 30")]
    [InlineData(DecisionOutcome.Agreed, DecisionBasis.AsItStands, "70 0 30")]
    [InlineData(DecisionOutcome.Refused, DecisionBasis.IfAgreed, "100 0 0")]
    public void AReprofile_WithNoYearToGoTo_StandsUnderNoYearYet(DecisionOutcome outcome, DecisionBasis basis, string years)
    {
        var edition = Programme(outcome, null).Edition();

        Assert.All(Enum.GetValues<SavingsKind>(), kind => Assert.Equal(years, Years(edition, kind, basis)));
    }

    [Fact]
    public void AReprofile_InThePosition_StandsInItsBandAndNamesItsDecision()
    {
        var moved = Programme(DecisionOutcome.Pending, "2020/21").Edition().SavingsLines[0].Amounts.Where(a => a.Decision is not null).ToList();

        Assert.Equal(6, moved.Count);
        Assert.All(moved, a => Assert.Equal(("D-01", true, "S-01 re-profile", null), (a.Decision, a.Pending, a.Origin, a.AsAt)));
        Assert.All(moved, a => Assert.Equal(a.Kind == SavingsKind.Position ? Confidence.Low : null, a.Confidence));
        Assert.Equal(0m, moved.Sum(a => a.Amount.Pounds));
    }

    [Fact]
    public void AReprofile_OfEitherSortAndOutcome_ConservesTheSumOverAllYears() => Law.HoldsForEveryProgramme(programme =>
    {
        var without = (programme.State with { Reprofiles = [] }).Compose().Savings;
        var with = programme.Edition.Savings;
        foreach (var slice in BothBases(kind => SavingsSlices.Of(kind, default)))
        {
            Assert.Equal(without.Sum(slice).OrZero(), with.Sum(slice).OrZero());
            foreach (var line in programme.State.SavingsLines)
            {
                var ofLine = slice.Where(SavingsDimension.Line, line.Ref);
                Assert.Equal(without.Sum(ofLine).OrZero(), with.Sum(ofLine).OrZero());
            }
        }
    });

    [Fact]
    public void RefusedDecisions_ChangeNothing() => Law.HoldsForEveryProgramme(programme =>
    {
        var refused = programme.State.Decisions.Where(d => d.Outcome == DecisionOutcome.Refused).Select(d => d.Ref).ToHashSet();
        var without = programme.State with { Reprofiles = [.. programme.State.Reprofiles.Where(r => !refused.Contains(r.Decision))] };

        Assert.Equal(without.Compose().Savings.Entries.Select(e => e.Item), programme.Edition.Savings.Entries.Select(e => e.Item));
    });

    [Fact]
    public void PendingDecisions_AsItStands_ChangeNothing() => Law.HoldsForEveryProgramme(programme =>
    {
        var pending = programme.State.Decisions.Where(d => d.Outcome == DecisionOutcome.Pending).Select(d => d.Ref).ToHashSet();
        var without = programme.State with { Reprofiles = [.. programme.State.Reprofiles.Where(r => !pending.Contains(r.Decision))] };
        var asItStands = Slice<SavingsDimension>.All;

        Assert.Equal(without.Compose().Savings.Entries.Select(e => e.Item), programme.Edition.Savings.EntriesIn(asItStands).Select(e => e.Item));
    });

    [Fact]
    public void PendingDecisions_OnceAgreed_GiveTheFiguresForetoldIfAgreed() => Law.HoldsForEveryProgramme(programme =>
    {
        var agreed = programme.State with
        {
            Decisions = [.. programme.State.Decisions.Select(d => d.Outcome == DecisionOutcome.Pending ? d with { Outcome = DecisionOutcome.Agreed } : d)],
        };
        var slice = programme.Lot.SliceOf(programme.Edition.Savings);

        Assert.Equal(programme.Edition.Savings.Sum(slice.On(DecisionBasis.IfAgreed)), agreed.Compose().Savings.Sum(slice.On(DecisionBasis.AsItStands)));
    });

    [Fact]
    public void Bands_WhereEachLinesMeetItsTarget_MeetItInEverySliceOfLinesAndYears() => Law.Holds(RandomProgrammes.Balanced, programme =>
    {
        var ledger = programme.Edition.Savings;
        foreach (var targets in BothBases(_ => SavingsSlices.Of(SavingsKind.RevisedTarget, default)))
        {
            var bands = targets.Where(SavingsDimension.Kind, SavingsKeys.Kind(SavingsKind.Position));
            foreach (var dimension in Enum.GetValues<SavingsDimension>().Except([SavingsDimension.Kind, SavingsDimension.Confidence]))
            {
                Assert.Equal(ledger.Cut(targets, dimension), ledger.Cut(bands, dimension));
            }

            Assert.Equal(ledger.Sum(targets), ConfidenceFacts.Bands.Select(b => ledger.Sum(bands.At(b))).SumOrNothing());
        }
    });

    private static ProgrammeBuilder Programme(DecisionOutcome outcome, string? to) => new ProgrammeBuilder().Project("TP-01")
        .Line("S-01").Target("2019/20", 100).Position("2019/20", Confidence.Low, 100)
        .Decision("D-01", outcome).Reprofile("S-01", 30, "2019/20", to);

    private static string Years(Edition edition, SavingsKind kind, DecisionBasis basis) => string.Join(' ', new[] { "2019/20", "2020/21", "none" }
        .Select(y => edition.Savings.Sum(SavingsSlices.Of(kind, basis).Where(SavingsDimension.Year, y)).OrZero().ToString()));

    private static IEnumerable<Slice<SavingsDimension>> BothBases(Func<SavingsKind, Slice<SavingsDimension>> slice) =>
        from kind in Enum.GetValues<SavingsKind>()
        from basis in Enum.GetValues<DecisionBasis>()
        select slice(kind).On(basis);
}
