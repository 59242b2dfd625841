using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Data.Tests.Update;

namespace TransformationPortal.Data.Tests.History;

/// <summary>Decisions and what they move hold from a day, as every row of the registers does; and whatever is recorded late is listed.</summary>
public sealed class DecisionsAsAtTests
{
    private static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");
    private static readonly DateOnly Later = new(2019, 8, 9);

    [Fact]
    public async Task PendingDecision_WordedAnewFromALaterDay_ReadsAsItDidInAQuarterBefore()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        database.Clock.Now = new(2019, 8, 9, 10, 0, 0, TimeSpan.Zero);
        var before = Text(await DraftAsync(database, Q1));
        var present = await database.PresentAsync();
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([present.Of("decisions").With("D-01", "title", "Another title")], null, HoldsFrom.On(Later)));
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([(await database.PresentAsync()).Of("reprofiles").With("D-01", "amount", "500000")], null, HoldsFrom.On(Later)));

        Assert.Equal(before, Text(await DraftAsync(database, Q1)));
        var next = await DraftAsync(database, Quarter.Parse("2019/20 Q2"));
        Assert.Equal(("Another title", 500_000m), (Assert.Single(next.Decisions).Title, Assert.Single(next.Reprofiles).Amount.Pounds));
    }

    [Fact]
    public async Task Move_GivenItsYearInTheRegister_HasItFromThatDayWithoutTheNoteAndCanBeTakenBack()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        database.Clock.Now = new(2019, 8, 9, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([(await database.PresentAsync()).Of("reprofiles").With("D-01", "to_year", "2020/21")], null, HoldsFrom.On(Later)));

        Assert.Null(Assert.Single((await DraftAsync(database, Q1)).Reprofiles).ToYear);
        var move = Assert.Single((await DraftAsync(database, Quarter.Parse("2019/20 Q2"))).Reprofiles);
        Assert.Equal((new FinancialYear(2020), (string?)null), (move.ToYear, move.Note));

        var id = (await database.RunAsync<DecisionRegister, RegisteredDecision?>(r => r.FindAsync("D-01", CancellationToken.None)))!.Moves.Single().Id;
        Assert.Empty((await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.TakeBackYearAsync("D-01", id, CancellationToken.None))).Problems);
        Assert.Null(Assert.Single((await DraftAsync(database, Quarter.Parse("2019/20 Q2"))).Reprofiles).ToYear);
    }

    [Fact]
    public async Task Move_IntoAYearThatIsOver_IsRefusedAtTheRegistersDoorToo()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        database.Clock.Now = new(2019, 8, 9, 10, 0, 0, TimeSpan.Zero);
        var changed = (await database.PresentAsync()).Of("reprofiles").With("D-01", "to_year", "2018/19");

        var preview = await database.PreviewAsync([changed]);
        Assert.Contains(preview.Problems, p => p.Expected.StartsWith("2018/19 is over: it ended on 31 March 2019", StringComparison.Ordinal));
        Assert.Equal(UpdateOutcome.Refused, await database.ApplyAsync([changed]));
    }

    [Fact]
    public async Task WhateverIsRecordedLate_IsListedInTheQuarterThatItHeldIn()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        database.Clock.Now = new(2019, 8, 9, 10, 0, 0, TimeSpan.Zero);
        Assert.Empty((await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync(
            "D-01", DecisionOutcome.Refused, new(2019, 6, 28), null, new("pmo", "PMO"), CancellationToken.None))).Problems);
        var spend = (await database.PresentAsync()).Of("spend");
        var at = spend.Header.ToList().IndexOf("amount");
        var first = spend.Rows.First(r => r.Cells.Contains("2019-03"));
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(
            [spend with { Rows = [.. spend.Rows.Select(r => r == first ? r with { Cells = [.. r.Cells.Select((c, i) => i == at ? "123456" : c)] } : r)] }]));

        var late = (await DraftAsync(database, Q1)).RecordedLater!.Where(f => f.Recorded == Later).ToList();
        Assert.Contains(late, f => f is { Register: "Decisions", Row: "D-01", To: "Refused" } && f.HoldsFrom == new DateOnly(2019, 6, 28));
        Assert.Contains(late, f => f is { Register: "Spend", To: "123456" } && f.HoldsFrom == new DateOnly(2019, 3, 31));
        Assert.Contains((await DraftAsync(database, Q1)).RecordedLater!, f => f is { Register: "Highlight reports", Row: "June 2019" });
        Assert.DoesNotContain((await DraftAsync(database, Quarter.Parse("2019/20 Q2"))).RecordedLater!, f => f.Recorded == Later);
    }

    private static Task<Edition> DraftAsync(TestDatabase database, Quarter quarter) =>
        database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(quarter, CancellationToken.None));

    private static string Text(Edition edition) => System.Text.Encoding.UTF8.GetString(EditionJson.Write(edition));
}
