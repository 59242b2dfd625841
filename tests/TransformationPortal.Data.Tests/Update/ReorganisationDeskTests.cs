using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Import;
using TransformationPortal.Data.Import.Registers;
using TransformationPortal.Data.Import.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>What is renamed, merged or split from a day on: earlier quarters are drafted with the old names, and no pound is lost on either side.</summary>
public sealed class ReorganisationDeskTests
{
    private static readonly RegisterDefinition Directorates = AllRegisters.FindKept("directorates")!;
    private static readonly Quarter[] Quarters = [Quarter.Parse("2019/20 Q1"), Quarter.Parse("2019/20 Q2")];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Directorates_RenamedMergedAndSplit_AreAsTheyWereInEarlierQuarters(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var (first, second) = (await CutAsync(database, Quarters[0]), await CutAsync(database, Quarters[1]));
        Assert.True(first.Count > 2);
        var (one, other, third) = (first[0].Value, first[1].Value, first[2].Value);

        await DoneAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(one), "Place", "1/9/2019", UpdateDesk.Pmo, default));
        await DoneAsync(database, (desk, id) => desk.MergeAsync(Directorates, id(other), id("Place"), "1 September 2019", UpdateDesk.Pmo, default));
        var under = await UnderAsync(database, third);
        await DoneAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(third), "Third, the part", "2019-09-15", [under[0].Code], UpdateDesk.Pmo, default));

        Assert.Equal(first, await CutAsync(database, Quarters[0]));
        var now = (await CutAsync(database, Quarters[1])).ToDictionary(c => c.Value, c => c.Amount);
        var then = second.ToDictionary(c => c.Value, c => c.Amount);
        Assert.Equal(then.Values.Sum(a => a.Pounds), now.Values.Sum(a => a.Pounds));
        Assert.Equal(then[one] + then[other], now["Place"]);
        Assert.Equal(then[third], now.GetValueOrDefault(third) + now["Third, the part"]);
        Assert.Empty((await database.PreviewAsync([])).Problems);
        Assert.Equal(
            [$"directorates {one} Changed name {one}>Place", $"directorates {other} Retired name {other}>Place", "directorates Third, the part Added  >", $"directorates {third} Changed name {third}>{third}; Third, the part"],
            (await database.HistoryAsync()).TakeLast(4));
    }

    [Theory]
    [InlineData("", "a day from 1 April 2018 to 31 March 2023, such as 1/10/2019")]
    [InlineData("31/2/2019", "a day from 1 April 2018 to 31 March 2023, such as 1/10/2019")]
    [InlineData("31/3/1999", "a day from 1 April 2018 to 31 March 2023, such as 1/10/2019")]
    public async Task Rename_FromNoDayOfTheProgramme_IsRefused(string day, string expected)
    {
        await using var database = await TestDatabase.WithSampleAsync(DatabaseProvider.Sqlite);
        var name = (await CutAsync(database, Quarters[0]))[0].Value;
        Assert.Equal(expected, (await RefusedAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(name), "Place", day, UpdateDesk.Pmo, default))).Expected);
    }

    [Fact]
    public async Task Reorganising_WhatCannotBe_IsRefusedAndChangesNothing()
    {
        await using var database = await TestDatabase.WithSampleAsync(DatabaseProvider.Sqlite);
        var names = (await CutAsync(database, Quarters[0])).Select(c => c.Value).ToList();
        await DoneAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(names[0]), "Place", "1/10/2019", UpdateDesk.Pmo, default));
        var (seal, counts) = ((await database.PresentAsync()).Seal, await database.CountsAsync());
        var all = (await UnderAsync(database, names[1])).Select(p => p.Code).ToList();

        Assert.Equal(
            $"1 October 2019 or a later day: on that day “{names[0]}” became or gave to “Place”",
            (await RefusedAsync(database, (desk, id) => desk.MergeAsync(Directorates, id("Place"), id(names[1]), "30/9/2019", UpdateDesk.Pmo, default))).Expected);
        Assert.Equal("NewName", (await RefusedAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(names[1]), "PLACE", "1/10/2019", UpdateDesk.Pmo, default))).Column);
        Assert.Equal("PartName", (await RefusedAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(names[1]), names[1], "1/10/2019", all[..1], UpdateDesk.Pmo, default))).Column);
        Assert.Equal("Into", (await RefusedAsync(database, (desk, id) => desk.MergeAsync(Directorates, id(names[1]), id(names[1]), "1/10/2019", UpdateDesk.Pmo, default))).Column);
        Assert.Equal("at least one project that goes to the new one", (await RefusedAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(names[1]), "Part", "1/10/2019", ["TP-99"], UpdateDesk.Pmo, default))).Expected);
        Assert.Equal("fewer than all projects; where all go, it takes another name", (await RefusedAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(names[1]), "Part", "1/10/2019", all, UpdateDesk.Pmo, default))).Expected);

        Assert.Equal(seal, (await database.PresentAsync()).Seal);
        Assert.Equal(counts, await database.CountsAsync());
    }

    [Fact]
    public async Task Upload_ThatNamesWhatWasMergedAndRenamed_IsToldTheNameOfToday()
    {
        await using var database = await TestDatabase.WithSampleAsync(DatabaseProvider.Sqlite);
        var names = (await CutAsync(database, Quarters[0])).Select(c => c.Value).ToList();
        var old = (await database.PresentAsync()).Of("savings_lines");
        await DoneAsync(database, (desk, id) => desk.MergeAsync(Directorates, id(names[0]), id(names[1]), "1/10/2019", UpdateDesk.Pmo, default));
        await DoneAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(names[1]), "Place", "1/11/2019", UpdateDesk.Pmo, default));

        var problems = (await database.PreviewAsync([old])).Problems;

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Equal(("directorate", "Place"), (p.Column, p.Nearest)));
    }

    private static async Task<IReadOnlyList<(string Value, Core.Money Amount)>> CutAsync(TestDatabase database, Quarter quarter) =>
        (await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(quarter, default))).Savings.Cut(SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands), SavingsDimension.Directorate);

    private static async Task<IReadOnlyList<GroupedProject>> UnderAsync(TestDatabase database, string name)
    {
        var id = (await IdsAsync(database))(name);
        return await database.RunAsync<ReorganisationDesk, IReadOnlyList<GroupedProject>>(d => d.UnderAsync(Directorates, id, default));
    }

    private static async Task<Func<string, string>> IdsAsync(TestDatabase database)
    {
        var rows = (await database.RunAsync<RegisterDesk, RegisterView>(d => d.OpenAsync(Directorates, default))).Rows;
        return name => rows.Single(r => r.Name == name).Id;
    }

    private static async Task DoneAsync(TestDatabase database, Func<ReorganisationDesk, Func<string, string>, Task<RowOutcome>> act)
    {
        var id = await IdsAsync(database);
        var outcome = await database.RunAsync<ReorganisationDesk, RowOutcome>(d => act(d, id));
        Assert.True(outcome is RowOutcome.Done, outcome is RowOutcome.Refused refused ? refused.Problems[0].Sentence : outcome.ToString());
    }

    private static async Task<ImportProblem> RefusedAsync(TestDatabase database, Func<ReorganisationDesk, Func<string, string>, Task<RowOutcome>> act)
    {
        var id = await IdsAsync(database);
        return Assert.Single(Assert.IsType<RowOutcome.Refused>(await database.RunAsync<ReorganisationDesk, RowOutcome>(d => act(d, id))).Problems);
    }
}
