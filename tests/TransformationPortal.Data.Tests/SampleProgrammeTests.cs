using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Import;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

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
    public async Task Load_WithABadRow_NamesFileRowColumnAndWhatWasExpectedAndChangesNothing()
    {
        await using var database = await TestDatabase.PreparedAsync();
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "sample")).FullName;
        foreach (var file in Directory.GetFiles(SampleProgramme.Folder))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                Path.Combine(folder, Path.GetFileName(file)),
                Path.GetFileName(file) == "projects.csv" ? text.Replace("Finance redesign,Complete,", "Finance redesign,Completed,", StringComparison.Ordinal) : text);
        }

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.RunAsync<SampleProgramme, bool>(s => s.LoadAsync(folder, None)));

        Assert.Equal(
            "Nothing was imported, because of one problem:" + Environment.NewLine
            + "projects.csv, row 2, column phase: found “Completed”; expected one of Planning, In flight, Complete, Stopped. Did you mean “Complete”?",
            refusal.Message);
        Assert.All((await database.CountsAsync()).Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Load_WhenPublishingFails_ImportsNothingEither()
    {
        await using var database = await TestDatabase.PreparedAsync();
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "sample")).FullName;
        foreach (var file in Directory.GetFiles(SampleProgramme.Folder, "*.csv"))
        {
            // A programme that does not run in the sample's quarter: every row is in order, but it cannot be published.
            var name = Path.GetFileName(file);
            var lines = await File.ReadAllLinesAsync(file);
            await File.WriteAllLinesAsync(Path.Combine(folder, name), name switch
            {
                "programme.csv" => lines.Select(l => l.Replace("2018/19", "2030/31", StringComparison.Ordinal).Replace("2022/23", "2034/35", StringComparison.Ordinal)),
                "boards.csv" or "workstreams.csv" or "directorates.csv" or "sources.csv" or "activities.csv" or "projects.csv" => lines,
                _ => lines[..1],
            });
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
}
