using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Decisions;

/// <summary>The register of decisions under two hands at once, on every database that tests run on. Today is 12 July 2019.</summary>
public sealed class DecisionRegisterTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Person Pmo = new("pmo", "Demo PMO");
    private static readonly DateOnly Day = new(2019, 7, 11);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Outcome_RecordedByTwoAtOnce_IsRecordedOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);

        var answers = await Task.WhenAll(new[] { DecisionOutcome.Agreed, DecisionOutcome.Refused }.Select(outcome => Task.Run(() =>
            database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync("D-01", outcome, Day, outcome.ToString(), Pmo, None)))));

        Assert.Single(answers, a => a.IsDone);
        Assert.Contains("A second outcome cannot be", Assert.Single(answers.Single(a => !a.IsDone).Problems).Sentence, StringComparison.Ordinal);
        var stored = (await database.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", None)))!;
        Assert.Equal((stored.Decision.Outcome.ToString(), Day, Pmo, database.Clock.Now.UtcDateTime), (stored.Decision.OutcomeNote, stored.Decision.Settled, stored.RecordedBy, stored.RecordedAt));
    }

    [Theory]
    [InlineData(DecisionOutcome.Agreed, 14_294_000)]
    [InlineData(DecisionOutcome.Refused, 15_049_000)]
    public async Task Outcome_Recorded_IsFollowedByTheNextEditionAndNotByThePublishedOne(DecisionOutcome outcome, int target)
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var seal = (await PublishedAsync(database)).Seal;

        await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync("D-01", outcome, Day, null, Pmo, None));
        var draft = await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(SampleProgramme.LaterQuarter, None));

        Assert.Equal(target, new KeyFigures(draft, DecisionBasis.AsItStands).YearTarget.Figure.Amount);
        Assert.Equal((outcome, (DateOnly?)Day), (draft.Decisions[0].Outcome, draft.Decisions[0].Settled));
        Assert.Equal(seal, (await PublishedAsync(database)).Seal);
        Assert.Equal(15_049_000m, new KeyFigures((await PublishedAsync(database)).Content, DecisionBasis.AsItStands).YearTarget.Figure.Amount);
    }

    [Fact]
    public async Task Reprofile_EnteredByTwoAtOnce_NeverTakesMoreThanTheLineHolds()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var first = (await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddAsync("One", "Cabinet", null, null, None))).Ref!;
        var second = (await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddAsync("Two", "Cabinet", null, null, None))).Ref!;

        // S-002 holds £200,000 at high in 2019/20.
        var answers = await Task.WhenAll(new[] { first, second }.Select(reference => Task.Run(() => database.RunAsync<DecisionRegister, DecisionAnswer>(r =>
            r.AddMoveAsync(new(reference, "S-002", "Finance, later", new Money(150_000), new FinancialYear(2019), null, Confidence.High, null), None)))));

        Assert.Equal(["D-02", "D-03"], [first, second]);
        Assert.Single(answers, a => a.IsDone);
        Assert.Contains("S-002 holds £50,000", Assert.Single(answers.Single(a => !a.IsDone).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reprofile_UnderASettledDecision_IsRefused()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync("D-01", DecisionOutcome.Refused, Day, null, Pmo, None));
        var home = (await database.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", None)))!.Moves[0].Id;

        var move = await database.RunAsync<DecisionRegister, DecisionAnswer>(r =>
            r.AddMoveAsync(new("D-01", "S-002", "Finance, later", new Money(1), new FinancialYear(2019), null, Confidence.High, null), None));
        var year = await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RehomeAsync("D-01", home, new FinancialYear(2020), Pmo, None));

        Assert.Contains("D-01 is settled", Assert.Single(move.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("D-01 was refused: the saving stays in 2019/20.", Assert.Single(year.Problems).Sentence, StringComparison.Ordinal);
    }

    private static async Task<PublishedEdition> PublishedAsync(TestDatabase database) =>
        (await database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(SampleProgramme.Quarter, null, None)))!;
}
