using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>What an upload changed is put back as a whole, what came since stays, and what rests on it stands in the way.</summary>
public sealed class AppliedUploadsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly JuneEnd = new(2019, 6, 30);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task TakeBack_OfAddedAndChangedRows_LeavesTheProgrammeAsItWas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var (before, draft) = (await database.PresentAsync(), await database.DraftAsync());
        var key = await UploadAsync(database,
        [
            before.Of("directorates").WithRow("New Directorate", "New"),
            before.Of("projects").With("TP-10", "directorate", "New Directorate").With("TP-10", "name", "Another name"),
            before.Of("savings_targets").With("S-001", "revised_target", "1234567"),
        ]);
        Assert.NotEqual(before.Seal, (await database.PresentAsync()).Seal);

        var preview = await PreviewAsync(database, key);
        Assert.False(preview.IsRefused);
        Assert.Equal(["directorates", "projects", "savings_targets"], preview.Update.Changes.Registers.Select(r => r.Register.Name));
        Assert.Equal(UpdateOutcome.Applied, await TakeBackAsync(database, key, preview.Update.Seal));

        var now = await database.PresentAsync();
        Assert.All(before.Tables, t => Assert.Equal(t.Rows.Select(r => string.Join('|', r.Cells)), now.Of(t.Name).Rows.Select(r => string.Join('|', r.Cells))));
        Assert.Equal(before.Seal, now.Seal);
        Assert.Equal(draft.Split("recordedLater")[0], (await database.DraftAsync()).Split("recordedLater")[0]);
        Assert.Equal(["programme.xlsx", "programme.xlsx"], (await ListAsync(database)).Select(u => u.FileName));
        Assert.True((await PreviewAsync(database, key)).IsRefused);
        Assert.Equal(before.Seal, (await database.RunAsync<AppliedUploads, Registers.Present.PresentProgramme?>(a => a.BeforeAsync(key, None)))!.Seal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task TakeBack_OfAProjectTakenOut_BringsItBackWithWhatBelongsToItAndWithItsReports(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var (before, draft, counts) = (await database.PresentAsync(), await database.DraftAsync(), await database.CountsAsync());
        var key = await UploadAsync(database, before.WithoutProject("TP-07"));
        Assert.DoesNotContain((await database.PresentAsync()).Of("projects").Rows, r => r.Cells[0] == "TP-07");

        var preview = await PreviewAsync(database, key);
        Assert.Equal("", string.Join(" / ", preview.Update.Problems.Select(p => p.Sentence).Concat(preview.Later.Select(l => l.ToString()))));
        Assert.Equal(UpdateOutcome.Applied, await TakeBackAsync(database, key, preview.Update.Seal));

        Assert.Equal(before.Seal, (await database.PresentAsync()).Seal);
        Assert.Equal(draft.Split("recordedLater")[0], (await database.DraftAsync()).Split("recordedLater")[0]);
        Assert.Equal(counts[nameof(PortalDbContext.Projects)], (await database.CountsAsync())[nameof(PortalDbContext.Projects)]);
        Assert.Contains("projects TP-07 Restored  >", await database.HistoryAsync());
    }

    [Fact]
    public async Task TakeBack_OfARowThatWasDeleted_BringsItAgain()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        var key = await UploadAsync(database, [before.Of("funding").Without(r => r == before.Of("funding").Rows[0].Cells)]);

        Assert.Equal(UpdateOutcome.Applied, await TakeBackAsync(database, key, (await PreviewAsync(database, key)).Update.Seal));

        static IEnumerable<string> Rows(Registers.Present.PresentProgramme programme) => programme.Of("funding").Rows.Select(r => string.Join('|', r.Cells)).Order(StringComparer.Ordinal);
        Assert.Equal(Rows(before), Rows(await database.PresentAsync()));
    }

    [Fact]
    public async Task TakeBack_AfterALaterChangeOfTheSameCell_IsRefusedAndNamesIt()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        var key = await UploadAsync(database, [before.Of("projects").With("TP-10", "name", "Another name").With("TP-11", "name", "Eleven")]);
        await database.ApplyAsync([(await database.PresentAsync()).Of("projects").With("TP-10", "name", "A third name")]);

        var preview = await PreviewAsync(database, key);

        var later = Assert.Single(preview.Later);
        Assert.Equal(("TP-10", "name", "Another name", "A third name"), (later.Row, later.Column!.Name, later.From, later.To));
        Assert.Equal("Programme Office", later.Entry!.By.DisplayName);
        Assert.Equal(UpdateOutcome.Refused, await TakeBackAsync(database, key, preview.Update.Seal));
        Assert.Equal("Eleven", (await database.PresentAsync()).Of("projects").Rows.Single(r => r.Cells[0] == "TP-11").Cells[1]);
    }

    [Fact]
    public async Task TakeBack_AfterALaterRowThatNamesWhatItAdded_IsRefused()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var key = await UploadAsync(database, [(await database.PresentAsync()).Of("directorates").WithRow("New Directorate", "New")]);
        await database.ApplyAsync([(await database.PresentAsync()).Of("projects").With("TP-10", "directorate", "New Directorate")]);

        var preview = await PreviewAsync(database, key);

        Assert.True(preview.IsRefused);
        Assert.Contains(preview.Update.Problems, p => p.Sentence.Contains("New Directorate", StringComparison.Ordinal));
        Assert.Equal(UpdateOutcome.Refused, await TakeBackAsync(database, key, preview.Update.Seal));
    }

    [Fact]
    public async Task TakeBack_WhatOthersChangedSince_Stays()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        var key = await UploadAsync(database, [before.Of("projects").With("TP-10", "name", "Another name")]);
        await database.ApplyAsync([(await database.PresentAsync()).Of("projects").With("TP-10", "accountable_officer", "Somebody else").With("TP-11", "name", "Eleven")]);

        Assert.Equal(UpdateOutcome.Applied, await TakeBackAsync(database, key, (await PreviewAsync(database, key)).Update.Seal));

        var projects = (await database.PresentAsync()).Of("projects");
        var ten = projects.Rows.Single(r => r.Cells[0] == "TP-10").Cells;
        Assert.Equal(before.Of("projects").Rows.Single(r => r.Cells[0] == "TP-10").Cells[1], ten[1]);
        Assert.Contains("Somebody else", ten);
        Assert.Equal("Eleven", projects.Rows.Single(r => r.Cells[0] == "TP-11").Cells[1]);
    }

    [Fact]
    public async Task TakeBack_OfATakingBack_PutsTheUploadThereAgain()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        var key = await UploadAsync(database, [before.Of("projects").With("TP-10", "name", "Another name")]);
        var after = (await database.PresentAsync()).Seal;
        await TakeBackAsync(database, key, after);
        var back = (await ListAsync(database))[0];
        Assert.True(back.IsTakingBack);

        Assert.Equal(UpdateOutcome.Applied, await TakeBackAsync(database, back.Key, before.Seal));

        Assert.Equal(after, (await database.PresentAsync()).Seal);
        Assert.Null((await ListAsync(database)).Single(u => u.Key == key).TakenBack);
        Assert.False((await PreviewAsync(database, key)).IsRefused);
    }

    [Fact]
    public async Task TakeBack_AfterTheProgrammeChanged_IsStaleAndChangesNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        var key = await UploadAsync(database, [before.Of("projects").With("TP-10", "name", "Another name")]);
        var seen = (await PreviewAsync(database, key)).Update.Seal;
        await database.ApplyAsync([(await database.PresentAsync()).Of("projects").With("TP-11", "name", "Eleven")]);

        Assert.Equal(UpdateOutcome.Stale, await TakeBackAsync(database, key, seen));
    }

    [Fact]
    public async Task TakeBack_OfTheFirstUpload_IsRefused()
    {
        await using var sample = await TestDatabase.WithSampleAsync();
        var tables = (await sample.PresentAsync()).Tables;
        await using var database = await TestDatabase.PreparedAsync();
        var key = await UploadAsync(database, tables);

        Assert.True((await PreviewAsync(database, key)).IsRefused);
        Assert.Equal(UpdateOutcome.Refused, await TakeBackAsync(database, key, (await database.PresentAsync()).Seal));
        Assert.Null(await database.RunAsync<AppliedUploads, Registers.Present.PresentProgramme?>(a => a.BeforeAsync(key, None)));
    }

    [Fact]
    public async Task TakeBack_IsRecordedNow_AndHoldsFromWhenTheUploadDid()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        var (draft, from) = (await database.DraftAsync(), HoldsFrom.On(JuneEnd));
        var was = before.Of("projects").Rows.Single(r => r.Cells[0] == "TP-10").Cells[1];
        var key = await UploadAsync(database, [before.Of("projects").With("TP-10", "name", "Another name")], from);
        Assert.NotEqual(draft, await database.DraftAsync());

        await TakeBackAsync(database, key, (await PreviewAsync(database, key)).Update.Seal);

        var facts = await database.RunAsync<PortalDbContext, List<RegisterHistoryEntity>>(c => c.RegisterHistory.OrderByDescending(h => h.Id).Take(2).ToListAsync());
        Assert.Equal([("Another name", was, (DateOnly?)JuneEnd, "Taken back: programme.xlsx"), (was, "Another name", JuneEnd, "programme.xlsx")], facts.Select(f => (f.From, f.To, f.HoldsFrom, f.With)));
        Assert.Contains(was, await database.DraftAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Another name", (await database.DraftAsync()).Split("recordedLater")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeBack_OfWhatALaterDayHadOvertaken_SaysOfThatDayWhatItSaidBefore()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var before = await database.PresentAsync();
        await database.ApplyAsync([before.Of("projects").With("TP-10", "name", "The name of July")], from: HoldsFrom.On(new(2019, 7, 1)));
        var draft = (await database.DraftAsync()).Split("recordedLater")[0];
        var now = await database.PresentAsync();
        var key = await UploadAsync(database, [now.Of("projects").With("TP-10", "name", "The name of June").With("TP-11", "name", "Eleven")], HoldsFrom.On(JuneEnd));
        Assert.Contains("The name of June", await database.DraftAsync(), StringComparison.Ordinal);
        Assert.Equal("The name of July", (await database.PresentAsync()).Of("projects").Rows.Single(r => r.Cells[0] == "TP-10").Cells[1]);

        Assert.Equal(UpdateOutcome.Applied, await TakeBackAsync(database, key, (await PreviewAsync(database, key)).Update.Seal));

        Assert.Equal(now.Seal, (await database.PresentAsync()).Seal);
        Assert.Equal(draft, (await database.DraftAsync()).Split("recordedLater")[0]);
    }

    private static async Task<string> UploadAsync(TestDatabase database, IReadOnlyList<RegisterTable> tables, HoldsFrom? from = null)
    {
        var seal = (await database.PresentAsync()).Seal;
        var key = Guid.NewGuid().ToString("N");
        Assert.Equal(UpdateOutcome.Applied, await database.RunAsync<ProgrammeUpdate, UpdateOutcome>(u => u.ApplyAsync(tables, seal, UpdateDesk.Pmo, "programme.xlsx", key, None, from ?? HoldsFrom.Always)));
        return key;
    }

    private static async Task<TakingBackPreview> PreviewAsync(TestDatabase database, string key) =>
        (await database.RunAsync<AppliedUploads, TakingBackPreview?>(a => a.PreviewAsync(key, None)))!;

    private static Task<UpdateOutcome> TakeBackAsync(TestDatabase database, string key, string seal) =>
        database.RunAsync<AppliedUploads, UpdateOutcome>(a => a.TakeBackAsync(key, seal, new Person("other", "Another person"), None));

    private static Task<IReadOnlyList<AppliedUpload>> ListAsync(TestDatabase database) => database.RunAsync<AppliedUploads, IReadOnlyList<AppliedUpload>>(a => a.ListAsync(None));
}
