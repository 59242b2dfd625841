using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Data.Tests.Update;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Data.Tests.History;

/// <summary>
/// The laws of the two times, over random histories: what holds from a later day is in no quarter that ended before it, whenever
/// that quarter is composed; what is recorded later and held by then is in it, and is listed.
/// </summary>
public sealed class AsAtTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Quarter[] Quarters = [.. Enumerable.Range(1, 4).Select(q => new Quarter(new FinancialYear(2023), q)), new(new FinancialYear(2024), 1)];
    private static readonly string[] Cells = ["projects 1", "projects 2", "projects 6", "savings_targets 3", "cost_budget 2", "milestones 3", "risks 5", "directorates 1", "boards 3", "funding 1", "cost_lines 2", "programme 4"];
    private static readonly string[] Loose = ["funding", "meetings", "plan", "benefits", "documents", "milestones", "dependencies"];

    // A grant that came on 24 November and was taken out from 22 October stood in the quarters before.
    [Fact]
    public async Task Row_TakenOutFromADayBeforeItCame_WasNeverThere() => await HistoryAsync(DatabaseProvider.Sqlite, new Random(1365825976));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Quarter_ComposedAtAnyTime_HoldsWhatHeldOnItsLastDay(DatabaseProvider provider)
    {
        var property = Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => HistoryAsync(provider, new Random(seed)).GetAwaiter().GetResult());

        // A property waits where it stands: on a thread of the tests' own, two that wait would wait for each other.
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(provider == DatabaseProvider.Sqlite ? 8 : 3).WithQuietOnSuccess(true), property));
    }

    private static async Task HistoryAsync(DatabaseProvider provider, Random random)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        database.Clock.Now = new(2023, 7, 3, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(SecondCouncil.Tables()));
        var first = await TablesAsync(database);
        var acts = new List<(HoldsFrom From, string? Added, string? Changed, Func<Dictionary<string, RegisterTable>, bool> Do)>();
        var before = await DraftsAsync(database);
        for (var step = 0; step < 8; step++)
        {
            database.Clock.Now = database.Clock.Now.AddDays(random.Next(1, 70));
            var today = CouncilTime.DayOf(database.Clock.Now.UtcDateTime);
            var from = random.Next(4) == 0 ? HoldsFrom.Always : HoldsFrom.On(today.AddDays(-random.Next(0, 200)));
            var (table, act, added, changed, gone) = Change(await TablesAsync(database), random);
            if (await database.ApplyAsync([table], null, from) != UpdateOutcome.Applied)
            {
                continue;
            }

            // What is taken out from a day before it came was never there.
            acts.RemoveAll(a => gone is not null && a.Added == gone && !a.From.IsBy(from.Day ?? DateOnly.MinValue));
            acts.Add((from, added, changed, act));
            var after = await DraftsAsync(database);
            foreach (var quarter in Quarters)
            {
                if (!from.IsBy(quarter.LastDay))
                {
                    Assert.Equal(Text(before[quarter]), Text(after[quarter]));
                }
                else if (today > quarter.LastDay)
                {
                    Assert.Contains(after[quarter].RecordedLater!, f => f.Recorded == today && f.HoldsFrom == from.Day);
                }
            }

            before = after;
        }

        // What a row says from a day before it came, it says from when it came.
        DateOnly Since((HoldsFrom From, string? Added, string? Changed, Func<Dictionary<string, RegisterTable>, bool> Do) act)
        {
            var day = act.From.Day ?? DateOnly.MinValue;
            var came = act.Changed is null ? day : acts.Where(a => a.Added == act.Changed).Select(a => a.From.Day ?? DateOnly.MinValue).FirstOrDefault();
            return came > day ? came : day;
        }

        // As if each quarter had only ever heard what held by its last day.
        foreach (var quarter in (Quarter[])[Quarters[0], Quarters[random.Next(1, Quarters.Length)]])
        {
            var then = first.ToDictionary(p => p.Key, p => p.Value);
            foreach (var act in acts.Where(a => a.From.IsBy(quarter.LastDay)).OrderBy(Since))
            {
                act.Do(then);
            }

            await using var fresh = await TestDatabase.PreparedAsync();
            Assert.Equal(UpdateOutcome.Applied, await fresh.ApplyAsync([.. then.Values]));
            Assert.Equal(Text(await DraftAsync(fresh, quarter), bare: true), Text(before[quarter], bare: true));
        }
    }

    // Another text in a cell, a row more, or one fewer that nothing refers to.
    private static (RegisterTable Table, Func<Dictionary<string, RegisterTable>, bool> Act, string? Added, string? Changed, string? Gone) Change(Dictionary<string, RegisterTable> tables, Random random)
    {
        Func<RegisterTable, RegisterTable> act;
        string register;
        string? added = null, changed = null, taken = null;
        switch (random.Next(3))
        {
            case 0:
                register = Loose[random.Next(Loose.Length)];
                var rows = tables[register].Rows;
                if (rows.Count == 0)
                {
                    goto default;
                }

                var gone = Key(register, rows[random.Next(rows.Count)].Cells);
                taken = gone;
                act = t => t with { Rows = [.. t.Rows.Where(r => Key(register, r.Cells) != gone)] };
                break;
            case 1:
                register = "funding";
                var row = new RegisterTableRow(99, [$"Grant {random.Next(1000)}", $"{random.Next(1, 99)}000", "Confirmed"]);
                added = Key(register, row.Cells);
                act = t => t with { Rows = [.. t.Rows, row] };
                break;
            default:
                var (name, column) = Cells[random.Next(Cells.Length)].Split(' ') is [var n, var c] ? (n, int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)) : default;
                register = name;
                var at = tables[name].Rows.Count == 0 ? null : Key(name, tables[name].Rows[random.Next(tables[name].Rows.Count)].Cells);
                var text = Text(name, column, random);
                changed = at;
                act = t => name == "programme"
                    ? t with { Rows = [.. t.Rows.Select((r, i) => i == column ? r with { Cells = [r.Cells[0], text] } : r)] }
                    : t with { Rows = [.. t.Rows.Select(r => Key(name, r.Cells) == at ? r with { Cells = [.. r.Cells.Select((was, i) => i == column ? text : was)] } : r)] };
                break;
        }

        return (act(tables[register]), then =>
        {
            then[register] = act(then[register]);
            return true;
        }, added, changed, taken);
    }

    private static string Text(string register, int column, Random random) => (register, column) switch
    {
        ("projects", 2) => random.Next(2) == 0 ? "Complete" : "Planning",
        ("savings_targets" or "cost_budget" or "funding", _) => $"{random.Next(1, 900)}000",
        ("milestones", _) => $"2024-0{random.Next(1, 9)}-15",
        ("risks", _) => random.Next(2) == 0 ? "High" : "Low",
        _ => $"Text {random.Next(1000)}",
    };

    private static string Key(string register, IReadOnlyList<string> cells) =>
        register == "programme" ? "" : RowKeys.Of(AllRegisters.FindKept(register)!, cells);

    private static async Task<Dictionary<string, RegisterTable>> TablesAsync(TestDatabase database) =>
        (await database.PresentAsync()).Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);

    private static async Task<Dictionary<Quarter, Edition>> DraftsAsync(TestDatabase database)
    {
        var drafts = new Dictionary<Quarter, Edition>();
        foreach (var quarter in Quarters)
        {
            drafts.Add(quarter, await DraftAsync(database, quarter));
        }

        return drafts;
    }

    private static Task<Edition> DraftAsync(TestDatabase database, Quarter quarter) => database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(quarter, None));

    private static string Text(Edition edition, bool bare = false)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(EditionJson.Write(edition))!.AsObject();
        if (bare)
        {
            json.Remove("recordedLater");
        }

        return json.ToJsonString();
    }
}
