using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Data.Setup;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Data.Tests.Update;

namespace TransformationPortal.Data.Tests.Quarters;

/// <summary>Writing a quarter, looking it over and publishing it, on every database.</summary>
public sealed class QuarterClosingTests
{
    private static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");
    private static readonly Person Pmo = new("pmo", "Programme Office");
    private static readonly Person Publisher = new("publisher", "Head of Programme Office");
    private static readonly Person Finance = new("finance", "Finance Business Partner");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Look_AtTheSample_FindsOnlyWhatIsTrulyOpen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);

        var look = await LookAsync(database);

        Assert.Equal([FindingKind.PendingDecision, FindingKind.NotRehomed], look.Findings.Select(f => f.Finding.Kind));
        Assert.Equal((43, 2, true), (look.Reports.Count, look.Number, look.HasEnded));
        Assert.All(look.Reports, r => Assert.Equal(ReportState.Approved, r.State));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publish_WhatIsSignedFor_HoldsTheNotesAndThePartsAsTheyRead(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        Assert.IsType<PartOutcome.Saved>(await StoreAsync(database, s => s.SaveItemsAsync(Q1, StoryKind.Focus, 0, Pmo, [("Find {savings this-year exact}", null)], None)));
        Assert.IsType<PartOutcome.Saved>(await StoreAsync(database, s => s.SaveAnnexAsync(Q1, AnnexWording.Costs, 0, Pmo, ["{costs} is **planned**."], None)));
        await SignAllAsync(database);

        var entry = await PublishAsync(database, "A correction.");

        var published = (await database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(Q1, null, None)))!;
        Assert.Equal((2, entry.Seal), (entry.Number, published.Seal));
        Assert.Equal(2, published.Content.ReconciliationNotes!.Count);
        Assert.Equal("Find [£15.049m](figure:savings?kind=revised&year=2019/20 \"£14.294m\")", Assert.Single(published.Content.Story.Items, i => i.Kind == StoryKind.Focus).Text);
        Assert.Equal("£17.9m is planned.", Assert.Single(AnnexWording.Of(published.Content, default, AnnexWording.Costs)).Plain);
    }

    [Fact]
    public async Task Publish_ByTwoAtOnce_StoresOneEdition()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await ChangeAsync(database);
        await SignAllAsync(database);
        var look = await LookAsync(database);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                await PublishAsync(database, $"Correction {i}", look);
                return true;
            }
            catch (Exception e) when (e is EditionRefusedException or EditionConflictException)
            {
                return false;
            }
        }));

        Assert.Single(attempts, done => done);
        Assert.Equal(2, (await database.CountsAsync())["StoredEditions"]);
    }

    [Fact]
    public async Task Correction_ThatChangesNothing_IsRefused()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await SignAllAsync(database);

        var refused = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, "A correction."));

        Assert.Equal("Nothing in 2019/20 Q1 differs from edition 1, so there is nothing to correct. Change what is wrong first.", refused.Message);
        Assert.Equal(1, (await database.CountsAsync())["StoredEditions"]);
    }

    [Fact]
    public async Task Correction_ThatChangesWhatItsNoticeDoesNotName_IsRefusedUntilThatIsConfirmed()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await ChangeAsync(database);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([(await database.PresentAsync()).Of("meetings").WithRow("Cabinet", "2019-12-10", "", "A late item", "")]));
        await SignAllAsync(database);
        var review = (await LookAsync(database)).Review!;
        Assert.Equal(["TP-10, accountable officer", "Cabinet, 10 December 2019"], review.Changes.Select(c => c.Sentence));

        var refused = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, "TP-10 has another officer.", null, []));
        Assert.Equal("One change is neither named in your notice nor confirmed: Meetings: Cabinet, 10 December 2019. Name them in the notice, or confirm each.", refused.Message);

        Assert.Equal(2, (await PublishAsync(database, "TP-10 has another officer.", null, [review.Changes[1].Key])).Number);
    }

    [Fact]
    public async Task Publish_WithAFigureThatHasGone_IsRefusedWhateverIsSigned()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        await StoreAsync(database, s => s.SaveItemsAsync(Q1, StoryKind.Focus, 0, Pmo, [("Find {savings 2019/20 \"Nobody’s workstream\"}", null)], None));
        await SignAllAsync(database);

        var refusal = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, "A correction."));

        Assert.StartsWith("One finding is open: Focus 1: {savings 2019/20 \"Nobody’s workstream\"} does not name a figure", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await database.CountsAsync())["StoredEditions"]);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Save_OverWhatWasNotSeen_IsAConflictAndStoresNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        await StoreAsync(database, s => s.SaveMeasuresAsync(Q1, 0, Pmo, [new("Views", 10, null, "Counted", null, "intranet")], None));

        var outcome = await StoreAsync(database, s => s.SaveMeasuresAsync(Q1, 0, new("other", "Somebody else"), [], None));

        Assert.Equal(new PartVersion(1, Pmo, database.Clock.Now.UtcDateTime), Assert.IsType<PartOutcome.Conflicted>(outcome).Theirs);
        var texts = await StoreAsync(database, s => s.ReadAsync(Q1, None));
        Assert.Equal([new Measure("Views", 10, null, "Counted", null, "intranet")], texts.Story.Measures);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Documents_SavedAnew_AreChangedAddedAndTakenAway(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var before = (await StoreAsync(database, s => s.ReadAsync(Q1, None))).State.Documents;
        var kept = before.Where(d => d.Key is "intranet" or "business-case-2018" or "governance-structure").Select(d => d with { Title = d.Title + "!" });

        var outcome = await StoreAsync(database, s => s.SaveDocumentsAsync(Q1, 0, Pmo, [.. kept, new("new-one", "New", "Report", null)], None));

        Assert.IsType<PartOutcome.Saved>(outcome);
        var after = (await StoreAsync(database, s => s.ReadAsync(Q1, None))).State.Documents;
        Assert.Equal(["business-case-2018", "governance-structure", "intranet", "new-one"], after.Select(d => d.Key).Order(StringComparer.Ordinal));
        Assert.All(after.Where(d => d.Key != "new-one"), d => Assert.EndsWith("!", d.Title, StringComparison.Ordinal));
        Assert.IsType<PartOutcome.Refused>(await StoreAsync(database, s => s.SaveDocumentsAsync(Q1, 1, Pmo, [], None)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Publish_ByTheOnlyOneWhoSigned_IsRefusedUntilSomebodyElseHas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        await ChangeAsync(database);
        await SignAllAsync(database);

        var refused = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, "TP-10 has another officer.", by: Pmo));
        Assert.StartsWith("You are the only one who has signed for what stands, so you cannot also publish it.", refused.Message, StringComparison.Ordinal);

        var note = (await StoreAsync(database, s => s.NotesAsync(None)))[0];
        Assert.Equal("You signed for this yourself. Somebody else signs for finance.", await StoreAsync(database, s => s.SignForFinanceAsync(Q1, note.Finding, note.SignedAt, Pmo, None)));
        Assert.NotNull(await StoreAsync(database, s => s.SignForFinanceAsync(Q1, note.Finding, note.SignedAt.AddSeconds(1), Finance, None)));
        Assert.Null(await StoreAsync(database, s => s.SignForFinanceAsync(Q1, note.Finding, note.SignedAt, Finance, None)));
        Assert.NotNull(await StoreAsync(database, s => s.SignForFinanceAsync(Q1, note.Finding, note.SignedAt, Finance, None)));

        var published = await PublishAsync(database, "TP-10 has another officer.", by: Pmo);
        Assert.Equal(2, published.Number);
        var edition = await database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(Q1, 2, None));
        Assert.Equal("Finance Business Partner", edition!.Content.ReconciliationNotes!.Single(n => n.Finding == note.Finding).FinanceBy);
    }

    [Fact]
    public async Task MoneyAboveTheCouncilsLimit_IsOpenUntilFinanceHasSigned()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([Limited(await database.PresentAsync(), "500000")]));
        await ChangeAsync(database);
        await SignAllAsync(database);

        var look = await LookAsync(database);
        var waiting = Assert.Single(look.Open);
        Assert.Equal((FindingKind.NotRehomed, true), (waiting.Finding.Kind, waiting.WaitsForFinance));
        var refused = await Assert.ThrowsAsync<EditionRefusedException>(() => PublishAsync(database, "TP-10 has another officer."));
        Assert.StartsWith("One finding is open: S-010", refused.Message, StringComparison.Ordinal);

        var note = (await StoreAsync(database, s => s.NotesAsync(None))).Single(n => n.Finding == waiting.Finding.Key);
        Assert.Null(await StoreAsync(database, s => s.SignForFinanceAsync(Q1, note.Finding, note.SignedAt, Finance, None)));
        Assert.Empty((await LookAsync(database)).Open);
        Assert.Equal(2, (await PublishAsync(database, "TP-10 has another officer.")).Number);
    }

    [Fact]
    public async Task AWorkbookFromBeforeTheLimit_KeepsIt()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([Limited(await database.PresentAsync(), "500000")]));
        var programme = (await database.PresentAsync()).Of("programme");

        Assert.Equal(UpdateOutcome.NothingToChange, await database.ApplyAsync([programme with { Rows = [.. programme.Rows.Where(r => r.Cells[0] != "finance_signs_above")] }]));
    }

    private static Registers.RegisterTable Limited(PresentProgramme present, string pounds)
    {
        var programme = present.Of("programme");
        return programme with { Rows = [.. programme.Rows.Select(r => r.Cells[0] == "finance_signs_above" ? r with { Cells = [r.Cells[0], pounds] } : r)] };
    }

    private static Task<QuarterLook> LookAsync(TestDatabase database) => database.RunAsync<QuarterClosing, QuarterLook>(c => c.LookBesideAsync(Q1, None));

    private static Task<T> StoreAsync<T>(TestDatabase database, Func<QuarterStore, Task<T>> act) => database.RunAsync<QuarterStore, T>(act);

    private static async Task SignAllAsync(TestDatabase database)
    {
        foreach (var open in (await LookAsync(database)).Open)
        {
            await database.RunAsync<QuarterStore>(s => s.SignAsync(Q1, open.Finding, "It is known and was looked at.", Pmo, None));
        }
    }

    private static async Task<EditionEntry> PublishAsync(TestDatabase database, string notice, QuarterLook? seen = null, IReadOnlyCollection<string>? confirmed = null, Person? by = null)
    {
        var look = seen ?? await LookAsync(database);
        return await database.RunAsync<QuarterClosing, EditionEntry>(c => c.PublishAsync(Q1, new(look.Number, look.Mark, notice, false, confirmed ?? [.. look.Review?.Changes.Select(r => r.Key) ?? []]), by ?? Publisher, None));
    }

    // Something that a correction can correct.
    private static async Task ChangeAsync(TestDatabase database) => Assert.Equal(
        UpdateOutcome.Applied, await database.ApplyAsync([(await database.PresentAsync()).Of("projects").With("TP-10", "accountable_officer", "Head of Libraries")]));
}
