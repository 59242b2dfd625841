using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests;

/// <summary>The sample with its illustrative second quarter.</summary>
public sealed class SampleQuartersTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.PreparedAsync();
        Assert.True(await database.RunAsync<SampleProgramme, bool>(s => s.LoadBothAsync(None)));
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    [Fact]
    public async Task Both_Loaded_LeaveTheFirstQuarterByteForByteAsItIsAlone()
    {
        await using var alone = await TestDatabase.WithSampleAsync();
        var expected = (await alone.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(SampleProgramme.Quarter, null, None)))!;

        var first = await FindAsync(SampleProgramme.Quarter);

        Assert.Equal(expected.Seal, first.Seal);
        Assert.Equal((expected.PublishedAt, expected.PublishedBy, 1), (first.PublishedAt, first.PublishedBy, first.LatestNumber));
    }

    [Fact]
    public async Task LaterQuarter_Loaded_IsMarkedAsIllustrativeWhereverItShows()
    {
        var later = await FindAsync(SampleProgramme.LaterQuarter);

        Assert.Equal(SampleProgramme.LaterNotice, later.Content.Notice);
        Assert.StartsWith("Illustrative:", later.Content.Programme.Provenance, StringComparison.Ordinal);
        Assert.Equal(SampleProgramme.LaterNotice, (await database.RunAsync<EditionStore, IReadOnlyList<EditionEntry>>(s => s.ListAsync(None)))[0].Notice);
    }

    [Fact]
    public async Task LaterQuarter_Loaded_HasTheDecisionAgreedAndSavingsMovedOn()
    {
        var later = (await FindAsync(SampleProgramme.LaterQuarter)).Content;
        var figures = new KeyFigures(later, DecisionBasis.AsItStands);

        Assert.Equal(14_294_000m, figures.YearTarget.Figure.Amount);
        Assert.Equal(49_717_000m, figures.TotalTarget.Figure.Amount);
        Assert.True(figures.YearDelivered.Figure.Amount > 2_308_000m);
        Assert.Equal((DecisionOutcome.Agreed, (DateOnly?)new DateOnly(2019, 7, 16)), (later.Decisions[0].Outcome, later.Decisions[0].Settled));
        Assert.Equal(755_000m, new PendingDecisions(later).NotYetRehomed(DecisionBasis.AsItStands).Amount);

        // Every line’s bands meet its target, so that nothing in it contradicts itself.
        foreach (var year in FinancialYear.Range(new(2019), new(2022)))
        {
            var target = later.Savings.Sum(SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(year)).OrZero();
            Assert.Equal(target, later.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).In(year)).OrZero());
        }
    }

    [Fact]
    public async Task LaterQuarter_Loaded_HasMilestonesThatSlippedAndRatingsThatChanged()
    {
        var (first, later) = ((await FindAsync(SampleProgramme.Quarter)).Content, (await FindAsync(SampleProgramme.LaterQuarter)).Content);
        var comparison = new Core.Comparisons.EditionComparison(first, later, DecisionBasis.AsItStands);

        Assert.Equal(["TP-07", "TP-08", "TP-13", "TP-16"], comparison.Milestones.Where(m => m.Slipped && !m.ReachedSince).Select(m => m.Project).Order());
        Assert.Contains(comparison.Projects, p => p.Code == "TP-32" && p.Ratings.Any(r => r.IsBetter));
        Assert.Contains(comparison.Projects, p => p.Code == "TP-07" && p.Ratings.Any(r => r.IsWorse));
        Assert.Equal(["TP-20", "TP-27", "TP-29", "TP-47"], comparison.Projects.Where(p => p.PhaseChanged).Select(p => p.Code));
    }

    [Fact]
    public async Task Register_AfterBoth_HoldsTheSettledDecision()
    {
        var decision = (await database.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", None)))!;

        Assert.Equal(DecisionOutcome.Agreed, decision.Decision.Outcome);
        Assert.Equal(SampleProgramme.Publisher, decision.RecordedBy!.DisplayName);
        Assert.True(Assert.Single(decision.Moves).IsHomeless);
    }

    [Fact]
    public async Task LoadBoth_IntoADatabaseWithAProgramme_ChangesNothing()
    {
        var before = await database.CountsAsync();

        Assert.False(await database.RunAsync<SampleProgramme, bool>(s => s.LoadBothAsync(None)));
        Assert.Equal(before, await database.CountsAsync());
    }

    private async Task<PublishedEdition> FindAsync(Quarter quarter) => (await database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(quarter, null, None)))!;
}
