using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Editions;

/// <summary>Renaming, merging and splitting from a day on: earlier quarters keep the old names, later ones are compared under the new, and no pound is lost.</summary>
public sealed class ReorganisationTests
{
    private static readonly DateOnly FirstOfOctober = new(2019, 10, 1);
    private static readonly SavingsDimension[] Grouped =
        [SavingsDimension.Board, SavingsDimension.Workstream, SavingsDimension.Directorate, SavingsDimension.Source, SavingsDimension.Activity];

    [Fact]
    public void Quarter_ThatEndsBeforeTheDay_IsComposedAsItWasOrganised() => Law.HoldsForEveryProgramme(programme =>
    {
        var (was, now) = (programme.State.Compose("2019/20 Q2"), programme.State.Reorganised(programme.Lot, FirstOfOctober).Compose("2019/20 Q2"));

        Assert.Equal(was.SavingsLines.Select(l => l with { Amounts = [] }).Select(Text), now.SavingsLines.Select(l => l with { Amounts = [] }).Select(Text));
        Assert.Equal(was.Projects.Select(p => (p.Code, p.Board, p.Workstream, p.Directorate)), now.Projects.Select(p => (p.Code, p.Board, p.Workstream, p.Directorate)));
        Assert.Equal(Names(was), Names(now));
        Assert.Empty(now.Reorganisations!);
    });

    [Fact]
    public void Comparison_AcrossReorganisations_MovesNothingAndConservesEveryPound() => Law.HoldsForEveryProgramme(programme =>
    {
        var lot = programme.Lot;
        var before = programme.State.Compose("2019/20 Q2");
        var plain = new EditionComparison(before, programme.State.Compose("2019/20 Q3"), DecisionBasis.AsItStands);
        var after = programme.State.Reorganised(lot, FirstOfOctober).Compose("2019/20 Q3");
        foreach (var comparison in (EditionComparison[])[new(before, after, DecisionBasis.AsItStands), new(after, before, DecisionBasis.AsItStands)])
        {
            Assert.DoesNotContain(comparison.Savings.Entries, c => c.Cause.Kind == ChangeKind.LineMoved);
            Assert.DoesNotContain(comparison.Texts, t => t.Section == "Projects");
            foreach (var dimension in Grouped)
            {
                var rows = comparison.Cut(Slice<SavingsDimension>.All, dimension);

                Assert.Equal(before.Savings.Sum(Slice<SavingsDimension>.All).OrZero(), new Money(rows.Sum(r => (comparison.Before.Content == after ? r.After : r.Before).OrZero().Pounds)));
                Assert.Equal(Math.Abs(plain.Compare(Slice<SavingsDimension>.All).Change ?? 0), Math.Abs(rows.Sum(r => r.Change)));
            }
        }
    });

    [Fact]
    public void Slice_UnderTheNamesOfToday_IsFoundInTheEditionAsItWasPublished() => Law.HoldsForEveryProgramme(programme =>
    {
        var lot = programme.Lot;
        var before = programme.State.Compose("2019/20 Q2");
        var comparison = new EditionComparison(before, programme.State.Reorganised(lot, FirstOfOctober).Compose("2019/20 Q3"), DecisionBasis.AsItStands);
        for (var i = 0; i < 10; i++)
        {
            var slice = lot.SliceOf(comparison.Before.Content.Savings, unheardOf: null);
            if (comparison.Before.Content.Savings.Sum(slice) is { } sum)
            {
                Assert.Equal(sum, before.Savings.Sum(comparison.Before.AsPublished(slice)));
            }
        }
    });

    [Fact]
    public void Merge_ComparedByDirectorate_AddsUpWhatBothHeldAndSaysWhatWentOver()
    {
        var state = ProgrammeStates.Small();
        var comparison = new EditionComparison(
            state.Compose("2019/20 Q2"), state.Merged(Grouping.Directorate, "Children", "Adults", FirstOfOctober).Compose("2019/20 Q3"), DecisionBasis.AsItStands);
        var revised = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands);

        var row = Assert.Single(comparison.Cut(revised, SavingsDimension.Directorate));

        Assert.Equal(("Adults", 0m), (row.Value, row.Change));
        Assert.Equal("On 1 October 2019 the directorate “Children” went into “Adults”.", ReorganisationWords.Of(Assert.Single(comparison.Before.Reorganised).Reorganisation));
        Assert.Equal(new Money(3_375_000), comparison.Before.Reorganised[0].Carried);
        Assert.Equal("Adults, Children", string.Join(", ", comparison.Before.AsPublished(revised.Where(SavingsDimension.Directorate, "Adults"))[SavingsDimension.Directorate]));
        Assert.Equal("Adults", comparison.Before.NameNow(SavingsDimension.Directorate, "children"));
    }

    [Fact]
    public void Split_OfAWorkstream_NamesTheLinesWhereTheOldNameHeldMore()
    {
        var state = ProgrammeStates.Small();
        var comparison = new EditionComparison(
            state.Compose("2019/20 Q2"), state.Split(Grouping.Workstream, "Redesign", "Digital", FirstOfOctober, p => p == "TP-02").Compose("2019/20 Q3"), DecisionBasis.AsItStands);
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).Where(SavingsDimension.Workstream, "Digital");

        var published = comparison.Before.AsPublished(slice);

        Assert.Equal("Redesign", Assert.Single(published[SavingsDimension.Workstream]));
        Assert.Equal("S-02", Assert.Single(published[SavingsDimension.Line]));
        Assert.Equal(new Money(1_000_000), comparison.Compare(slice).Before.Money);
        Assert.Equal(0, comparison.Compare(slice).Change);
    }

    [Fact]
    public void Chain_OfASplitAndARename_SaysWhatWentOverAtEachStep()
    {
        var state = ProgrammeStates.Small();
        var comparison = new EditionComparison(
            state.Compose("2019/20 Q2"),
            state.Split(Grouping.Directorate, "Children", "Schools", FirstOfOctober, p => p == "TP-03").Renamed(Grouping.Directorate, "Children", "Families", FirstOfOctober).Compose("2019/20 Q3"),
            DecisionBasis.AsItStands);

        Assert.Equal([new Money(755_000), new Money(2_620_000)], comparison.Before.Reorganised.Select(r => r.Carried!.Value));
    }

    [Fact]
    public void Rename_ThereBackAndThereOnOneDay_MovesNothing()
    {
        var once = ProgrammeStates.Small().Renamed(Grouping.Directorate, "Children", "Families", FirstOfOctober);
        var thrice = once.Renamed(Grouping.Directorate, "Families", "Children", FirstOfOctober).Renamed(Grouping.Directorate, "Children", "Families", FirstOfOctober);
        var comparison = new EditionComparison(once.Compose("2019/20 Q3"), thrice.Compose("2019/20 Q3"), DecisionBasis.AsItStands);

        Assert.Equal(2, comparison.Before.Reorganised.Count);
        Assert.Empty(comparison.Savings.Entries);
        Assert.Equal("Families", comparison.Before.NameNow(SavingsDimension.Directorate, "Families"));
    }

    [Fact]
    public void Correction_OfAnEarlierQuarter_StillHasWhatWasMergedSince()
    {
        var state = ProgrammeStates.Small().Merged(Grouping.Board, "Board B", "Board A", FirstOfOctober).Renamed(Grouping.Board, "Board A", "Board of all", FirstOfOctober.AddDays(5));

        Assert.Equal(["Sub-Committee", "Board A", "Board B"], state.Compose("2019/20 Q2").Boards.Select(b => b.Name));
        Assert.Equal(["Board A", "Board B"], state.Compose("2019/20 Q2").Savings.Values(SavingsDimension.Board));
        Assert.Equal("Board of all", Assert.Single(state.Compose("2019/20 Q3").Savings.Values(SavingsDimension.Board)));
        Assert.Equal(2, state.Compose("2019/20 Q3").Reorganisations!.Count);
    }

    private static string Text(SavingsLine line) => $"{line.Ref} {line.Project} {line.Workstream} {line.Board} {line.Directorate} {line.Source} {line.Activity}";

    private static List<string> Names(Edition e) =>
    [
        .. e.Boards.Select(b => b.Name).Order(StringComparer.Ordinal), .. e.Workstreams.Select(w => w.Name).Order(StringComparer.Ordinal),
        .. e.Directorates.Select(d => d.Name).Order(StringComparer.Ordinal), .. e.Sources.Select(s => s.Name).Order(StringComparer.Ordinal),
        .. e.Activities.Select(a => a.Name).Order(StringComparer.Ordinal),
    ];
}
