using TransformationPortal.Data.Entities;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>Renaming, merging and bringing back leave a programme that every later save can be checked with.</summary>
public sealed class RegisterDeskTests
{
    [Fact]
    public async Task Save_ARow_LoadsTheProgrammeToShowItAndOnceMoreUnderTheTransaction()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var definition = AllRegisters.FindKept("funding")!;

        var loads = await database.RunAsync<IServiceProvider, int>(async scope =>
        {
            var loads = 0;
            scope.GetRequiredService<PortalDbContext>().ChangeTracker.Tracked +=
                (_, tracked) => loads += tracked is { FromQuery: true, Entry.Entity: ProgrammeSettingsEntity } ? 1 : 0;
            var saved = await scope.GetRequiredService<RegisterDesk>()
                .SaveAsync(definition, null, new(["Reserve of a test", "1000", "Confirmed"]), UpdateDesk.Pmo, default);
            Assert.True(saved is RowOutcome.Done, saved.ToString());
            return loads;
        });

        Assert.Equal(2, loads);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Merge_ThatMakesACircleOfBoards_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var boards = (await database.PresentAsync()).Of("boards")
            .WithRow("Top board", "Advisory", "", "Leads", "").WithRow("Alpha board", "Advisory", "Top board", "Looks on", "").WithRow("Beta board", "Advisory", "Alpha board", "Looks on", "");
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([boards]));
        var (seal, counts) = ((await database.PresentAsync()).Seal, await database.CountsAsync());
        var definition = AllRegisters.FindKept("boards")!;
        var rows = (await database.RunAsync<RegisterDesk, RegisterView>(d => d.OpenAsync(definition, default))).Rows;
        string Id(string name) => rows.Single(r => r.Name == name).Id;

        var outcome = await database.RunAsync<ReorganisationDesk, RowOutcome>(d => d.MergeAsync(definition, Id("Top board"), Id("Beta board"), "1/10/2019", UpdateDesk.Pmo, default));

        var problems = Assert.IsType<RowOutcome.Refused>(outcome).Problems;
        Assert.Equal(["Alpha board", "Beta board"], problems.Select(p => p.Expected["a board that does not in the end report to ".Length..^" itself".Length]).Order(StringComparer.Ordinal));
        Assert.Equal(seal, (await database.PresentAsync()).Seal);
        Assert.Equal(counts, await database.CountsAsync());
        Assert.IsType<RowOutcome.Done>(await database.RunAsync<ReorganisationDesk, RowOutcome>(d => d.MergeAsync(definition, Id("Beta board"), Id("Top board"), "1/10/2019", UpdateDesk.Pmo, default)));
        Assert.Empty((await database.PreviewAsync([])).Problems);
        var back = Assert.IsType<RowOutcome.Refused>(await database.RunAsync<RegisterDesk, RowOutcome>(d => d.RestoreAsync(definition, Id("Beta board"), UpdateDesk.Pmo, default)));
        Assert.Equal("“Beta board” went into “Top board” on 1 October 2019, and earlier quarters still use the name. Use that name, or one that nothing had.", back.Problems[0].Expected);
        Assert.IsType<RowOutcome.Done>(await database.RunAsync<ReorganisationDesk, RowOutcome>(d => d.WithdrawAsync(definition, Id("Top board"), UpdateDesk.Pmo, default)));
        Assert.IsType<RowOutcome.Done>(await database.RunAsync<ReorganisationDesk, RowOutcome>(d => d.RenameAsync(definition, Id("Alpha board"), "Gamma board", "1 October 2019", UpdateDesk.Pmo, default)));
        Assert.Contains((await database.PresentAsync()).Of("boards").Rows, r => r.Cells[0] == "Beta board");
    }
}
