using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
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
        await DoneAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(third), "Third, the part", "2019-09-15", new([under[0].Code], []), UpdateDesk.Pmo, default));

        Assert.Equal(first, await CutAsync(database, Quarters[0]));
        var now = (await CutAsync(database, Quarters[1])).ToDictionary(c => c.Value, c => c.Amount);
        var then = second.ToDictionary(c => c.Value, c => c.Amount);
        Assert.Equal(then.Values.Sum(a => a.Pounds), now.Values.Sum(a => a.Pounds));
        Assert.Equal(then[one] + then[other], now["Place"]);
        Assert.Equal(then[third], now.GetValueOrDefault(third) + now["Third, the part"]);
        Assert.Empty((await database.PreviewAsync([])).Problems);
        Assert.Equal(
            [$"directorates Place Changed name {one}>Place", $"directorates {other} Retired name {other}>Place", "directorates Third, the part Added  >", $"directorates {third} Changed name {third}>{third}; Third, the part"],
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
            $"1 October 2019 or a later day: on that day “{names[0]}” became “Place”",
            (await RefusedAsync(database, (desk, id) => desk.MergeAsync(Directorates, id("Place"), id(names[1]), "30/9/2019", UpdateDesk.Pmo, default))).Expected);
        Assert.Equal("NewName", (await RefusedAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(names[1]), "PLACE", "1/10/2019", UpdateDesk.Pmo, default))).Column);
        Assert.Equal("PartName", (await RefusedAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(names[1]), names[1], "1/10/2019", new(all[..1], []), UpdateDesk.Pmo, default))).Column);
        Assert.Equal("Into", (await RefusedAsync(database, (desk, id) => desk.MergeAsync(Directorates, id(names[1]), id(names[1]), "1/10/2019", UpdateDesk.Pmo, default))).Column);
        Assert.Equal("at least one project or savings line that goes", (await RefusedAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(names[1]), "Part", "1/10/2019", new(["TP-99"], []), UpdateDesk.Pmo, default))).Expected);
        Assert.Equal("fewer than all; where all go, it takes another name or goes into another one", (await RefusedAsync(database, (desk, id) => desk.SplitAsync(Directorates, id(names[1]), "Part", "1/10/2019", new(all, []), UpdateDesk.Pmo, default))).Expected);

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

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Withdraw_TheLastOne_LeavesTheProgrammeAsItWas(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var names = (await CutAsync(database, Quarters[1])).Select(c => c.Value).ToList();
        var (tables, second) = (Print(await database.PresentAsync()), await CutAsync(database, Quarters[1]));
        var part = (await UnderAsync(database, names[0]))[0].Code;
        (string Now, Func<ReorganisationDesk, Func<string, string>, Task<RowOutcome>> Act)[] acts =
        [
            ("Place", (desk, id) => desk.RenameAsync(Directorates, id(names[0]), "Place", "1/9/2019", UpdateDesk.Pmo, default)),
            (names[1], (desk, id) => desk.MergeAsync(Directorates, id(names[0]), id(names[1]), "1/9/2019", UpdateDesk.Pmo, default)),
            ("Part", (desk, id) => desk.SplitAsync(Directorates, id(names[0]), "Part", "1/9/2019", new([part], []), UpdateDesk.Pmo, default)),
        ];
        foreach (var (now, act) in acts)
        {
            await DoneAsync(database, act);
            Assert.NotEqual(tables, Print(await database.PresentAsync()));
            Assert.NotNull(await database.RunAsync<ReorganisationDesk, Core.Programmes.Reorganisation?>(d => d.LastAsync(Directorates, now, default)));
            await DoneAsync(database, (desk, id) => desk.WithdrawAsync(Directorates, id(now), UpdateDesk.Pmo, default));

            Assert.Equal(tables, Print(await database.PresentAsync()));
            Assert.Equal(second, await CutAsync(database, Quarters[1]));
            Assert.Empty((await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Quarters[1], default))).Reorganisations!);
        }
    }

    [Fact]
    public async Task Withdraw_WhatAPublishedEditionKnows_IsRefused()
    {
        await using var database = await TestDatabase.WithSampleAsync(DatabaseProvider.Sqlite);
        var name = (await CutAsync(database, Quarters[1]))[0].Value;
        await DoneAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(name), "Place", "1/9/2019", UpdateDesk.Pmo, default));
        await database.RunAsync<EditionStore, EditionEntry>(s => s.PublishAsync(Quarters[1], "PMO", null, default));

        Assert.StartsWith("Nothing of this row can be withdrawn", (await RefusedAsync(database, (desk, id) => desk.WithdrawAsync(Directorates, id("Place"), UpdateDesk.Pmo, default))).Expected, StringComparison.Ordinal);
        Assert.Null(await database.RunAsync<ReorganisationDesk, Core.Programmes.Reorganisation?>(d => d.LastAsync(Directorates, "Place", default)));
    }

    [Fact]
    public async Task FormerName_GivenToSomethingElse_IsRefusedWhereverItComesFrom()
    {
        await using var database = await TestDatabase.WithSampleAsync(DatabaseProvider.Sqlite);
        var names = (await CutAsync(database, Quarters[0])).Select(c => c.Value).ToList();
        var present = await database.PresentAsync();
        var old = new[] { present.Of("directorates"), present.Of("projects"), present.Of("savings_lines") };
        await DoneAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(names[0]), "Place", "1/7/2019", UpdateDesk.Pmo, default));
        var says = $"“{names[0]}” became “Place” on 1 July 2019, and earlier quarters still use the name. Use that name, or one that nothing had.";

        var upload = Assert.Single((await database.PreviewAsync(old)).Problems);
        Assert.Equal((names[0], "Place", says), (upload.Found, upload.Nearest, upload.Expected));
        Assert.Equal(says, (await RefusedAsync(database, (desk, id) => desk.RenameAsync(Directorates, id(names[1]), names[0], "1/8/2019", UpdateDesk.Pmo, default))).Expected);
        await DoneAsync(database, (desk, id) => desk.RenameAsync(Directorates, id("Place"), names[0], "1/8/2019", UpdateDesk.Pmo, default));
        Assert.Contains((await database.PresentAsync()).Of("directorates").Rows, r => r.Cells[0] == names[0]);
    }

    private static string Print(TransformationPortal.Registers.Present.PresentProgramme programme) =>
        string.Join('\n', programme.Tables.Select(t => t.Name + ": " + string.Join('|', t.Rows.SelectMany(r => r.Cells))));

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
