using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Data.Tests.Update;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests;

public sealed class SampleProgrammeTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Load_IntoAnEmptyDatabase_ImportsEveryRowAndPublishesTheQuarter(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);

        Assert.True(await database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(None)));

        var counts = await database.CountsAsync();
        Assert.Equal(49, counts["Projects"]);
        Assert.Equal(810, counts["ProjectRatings"]);
        Assert.Equal(25, counts["SavingsLines"]);
        Assert.Equal(63, counts["SavingsTargets"]);
        Assert.Equal(249, counts["SavingsPositions"]);
        Assert.Equal(22, counts["CostBudgets"]);
        Assert.Equal(24, counts["Spend"]);
        var edition = Assert.Single(await database.RunAsync<EditionStore, IReadOnlyList<EditionEntry>>(s => s.ListAsync(None)));
        Assert.Equal(("2019/20 Q1", 1, "Programme Management Office (sample)"), (edition.Quarter.ToString(), edition.Number, edition.PublishedBy));
        Assert.Null(edition.Notice);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Load_WhereThereIsAProgramme_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var before = await database.CountsAsync();

        var loaded = await database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(None));

        Assert.False(loaded);
        Assert.Equal(before, await database.CountsAsync());
    }

    [Fact]
    public async Task Load_WithABadRow_NamesSheetRowColumnAndWhatWasExpectedAndChangesNothing()
    {
        await using var database = await TestDatabase.PreparedAsync();
        var folder = await CopyAsync(database, tables => [.. tables.Select(t => t.Name == "projects" ? t.With("TP-01", "phase", "Completed") : t)]);

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(folder, None)));

        Assert.Equal(
            "Nothing was imported, because of one problem:" + Environment.NewLine
            + "Projects, row 2, column phase: found “Completed”; expected one of Planning, In flight, Complete, Stopped. Did you mean “Complete”?",
            refusal.Message);
        Assert.All((await database.CountsAsync()).Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Load_WhenPublishingFails_ImportsNothingEither()
    {
        await using var database = await TestDatabase.PreparedAsync();

        // A programme that does not run in the sample's quarter: every row is in order, but it cannot be published.
        string[] kept = ["boards", "workstreams", "directorates", "sources", "activities", "projects"];
        var folder = await CopyAsync(database, tables =>
        [
            .. tables.Select(t => t.Name == "programme" ? t.With("first_year", "value", "2030/31").With("last_year", "value", "2034/35") : kept.Contains(t.Name) ? t : t with { Rows = [] }),
        ]);
        foreach (var file in Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories))
        {
            await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(file))[..1]);
        }

        await Assert.ThrowsAsync<EditionRefusedException>(() => database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(folder, None)));

        Assert.All((await database.CountsAsync()).Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Load_ByTwoAtOnce_LoadsOnce()
    {
        await using var database = await TestDatabase.PreparedAsync();

        var loaded = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(None)))));

        Assert.Single(loaded, l => l);
        Assert.Equal(49, (await database.CountsAsync())["Projects"]);
    }

    [Fact]
    public async Task Load_WithAFileOfARegisterThatTheWorkbookHolds_IsRefused()
    {
        await using var database = await TestDatabase.PreparedAsync();
        var folder = await CopyAsync(database, tables => tables);
        await File.WriteAllTextAsync(Path.Combine(folder, "funding.csv"), "source,amount,status\n");

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(folder, None)));

        Assert.Equal("funding.csv: found “funding”; expected only registers that are no sheet of sample-programme.xlsx.", Assert.Single(refusal.Problems).Sentence);
    }

    // The sample in a folder of a test's own, with another workbook.
    private static async Task<string> CopyAsync(TestDatabase database, Func<IReadOnlyList<RegisterTable>, IReadOnlyList<RegisterTable>> change)
    {
        var folder = Path.Combine(database.Folder, "sample");
        foreach (var file in Directory.GetFiles(SampleProgramme.Folder, "*.csv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(SampleProgramme.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await using var content = File.OpenRead(Path.Combine(SampleProgramme.Folder, SampleProgramme.Workbook));
        var changed = WorkbookWriter.Write(change(WorkbookReader.Read(content).Tables), new WorkbookFace(null, new DateOnly(2019, 7, 12)));
        await File.WriteAllBytesAsync(Path.Combine(folder, SampleProgramme.Workbook), changed);
        return folder;
    }
}
