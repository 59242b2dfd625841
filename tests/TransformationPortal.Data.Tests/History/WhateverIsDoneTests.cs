using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Decisions;
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
/// The laws of the two times over everything that can be done: rows changed, decisions entered and taken, moves, carry-forwards,
/// re-organisations, publishing and correcting, each back-dated by chance. A quarter that ended before an act holds is the same
/// after it; one that has it was told so; what was published stays to the byte.
/// </summary>
public sealed class WhateverIsDoneTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Quarter[] Quarters = [.. Enumerable.Range(1, 4).Select(q => new Quarter(new FinancialYear(2023), q)), new(new FinancialYear(2024), 1), new(new FinancialYear(2024), 2)];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Quarter_WhateverIsDone_ChangesOnlyByWhatHeldByItsEnd_WhichItLists(DatabaseProvider provider)
    {
        var property = Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => HistoryAsync(provider, new Random(seed)).GetAwaiter().GetResult());
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(provider == DatabaseProvider.Sqlite ? 8 : 2).WithQuietOnSuccess(true), property));
    }

    private static async Task HistoryAsync(DatabaseProvider provider, Random random)
    {
        await using var database = await TestDatabase.PreparedAsync(provider);
        database.Clock.Now = new(2023, 7, 3, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(SecondCouncil.Tables()));
        var done = new List<string>();
        var (before, published) = (await DraftsAsync(database), new Dictionary<(Quarter, int), string>());
        for (var step = 0; step < 10; step++)
        {
            database.Clock.Now = database.Clock.Now.AddDays(random.Next(1, 60));
            var today = CouncilTime.DayOf(database.Clock.Now.UtcDateTime);
            if (await ActAsync(database, random, today) is not var (what, from))
            {
                continue;
            }

            done.Add(FormattableString.Invariant($"{today:yyyy-MM-dd}: {what} from {from:yyyy-MM-dd}"));
            var after = await DraftsAsync(database);
            foreach (var quarter in Quarters)
            {
                if (from > quarter.LastDay)
                {
                    Assert.True(Text(before[quarter]) == Text(after[quarter]), $"{quarter} changed\n{string.Join('\n', done)}\n{Difference(Text(before[quarter]), Text(after[quarter]))}");
                }
                else if (today > quarter.LastDay && what != "publish")
                {
                    Assert.True(after[quarter].RecordedLater!.Any(f => f.Recorded == today), $"{quarter} lists nothing of {today}\n{string.Join('\n', done)}");
                }
            }

            foreach (var entry in await database.RunAsync<EditionStore, IReadOnlyList<EditionEntry>>(s => s.ListAsync(None)))
            {
                var stored = Text((await database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(entry.Quarter, entry.Number, None)))!.Content);
                Assert.Equal(published.TryGetValue((entry.Quarter, entry.Number), out var was) ? was : stored, stored);
                published[(entry.Quarter, entry.Number)] = stored;
            }

            before = after;
        }
    }

    // What was done and the day from which it holds; nothing where it was refused.
    private static async Task<(string What, DateOnly From)?> ActAsync(TestDatabase database, Random random, DateOnly today)
    {
        var back = today.AddDays(-random.Next(0, 150));
        switch (random.Next(8))
        {
            case 0:
                var projects = (await database.PresentAsync()).Of("projects");
                return await database.ApplyAsync([projects.With("AF1", "accountable_officer", $"Officer {random.Next(1000)}")], null, HoldsFrom.On(back)) == UpdateOutcome.Applied ? ("officer", back) : null;
            case 1:
                var added = await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddAsync($"Decide {random.Next(1000)}", "Cabinet", null, null, None));
                return added.Problems.Count == 0 ? ("decision", today) : null;
            case 2:
                var pending = (await database.RunAsync<DecisionRegister, IReadOnlyList<RegisteredDecision>>(r => r.ListAsync(None))).FirstOrDefault(d => d.Decision.Outcome == DecisionOutcome.Pending);
                var outcome = random.Next(2) == 0 ? DecisionOutcome.Agreed : DecisionOutcome.Refused;
                return pending is not null && (await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.RecordOutcomeAsync(pending.Decision.Ref, outcome, back, null, UpdateDesk.Pmo, None))).Problems.Count == 0
                    ? ($"{outcome} {pending.Decision.Ref}", back) : null;
            case 3:
                var open = (await database.RunAsync<DecisionRegister, IReadOnlyList<RegisteredDecision>>(r => r.ListAsync(None))).LastOrDefault(d => d.Decision.Outcome == DecisionOutcome.Pending);
                var move = new Reprofile(open?.Decision.Ref ?? "", "L1", $"Move {random.Next(1000)}", new(random.Next(1, 20) * 1000), new FinancialYear(2024), null, Confidence.High, null);
                return open is not null && (await database.RunAsync<DecisionRegister, DecisionAnswer>(r => r.AddMoveAsync(move, None))).Problems.Count == 0 ? ("move", today) : null;
            case 4:
                var (plan, _) = await database.RunAsync<CarryForwards, (Core.Reprofiling.CarryForwardPlan? Plan, string? Refusal)>(c => c.PreviewAsync(new FinancialYear(2023), None));
                return plan is not null && (await database.RunAsync<CarryForwards, DecisionAnswer>(c => c.CarryAsync(new FinancialYear(2023), plan.Fingerprint, "Cabinet", null, UpdateDesk.Pmo, None))).Problems.Count == 0
                    ? ("carry-forward", today) : null;
            case 5:
                var register = DirectoratesRegister.Definition;
                var names = (await database.PresentAsync()).Of("directorates").Rows;
                var id = RowKeys.IdOf(register, names[random.Next(names.Count)].Cells);
                return await database.RunAsync<ReorganisationDesk, RowOutcome>(d => d.RenameAsync(register, id, $"Directorate {random.Next(1000)}", DateFormat.Iso(back), UpdateDesk.Pmo, None)) is RowOutcome.Done
                    ? ("rename", back) : null;
            case 6:
                var titles = (await database.PresentAsync()).Of("decisions");
                return await database.ApplyAsync([titles.With("D1", "title", $"Title {random.Next(1000)}")], null, HoldsFrom.On(back)) == UpdateOutcome.Applied ? ("title", back) : null;
            default:
                var ended = Quarters.Where(q => q.LastDay < today).ToList();
                if (ended.Count == 0)
                {
                    return null;
                }

                var quarter = ended[random.Next(ended.Count)];
                var next = (await database.RunAsync<EditionStore, IReadOnlyList<EditionEntry>>(s => s.ListAsync(None))).Any(e => e.Quarter == quarter);
                await database.RunAsync<EditionStore, EditionEntry>(s => s.PublishAsync(quarter, "PMO", next ? "Put right" : null, None));
                return ("publish", today);
        }
    }

    private static async Task<Dictionary<Quarter, Edition>> DraftsAsync(TestDatabase database)
    {
        var drafts = new Dictionary<Quarter, Edition>();
        foreach (var quarter in Quarters)
        {
            drafts.Add(quarter, await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(quarter, None)));
        }

        return drafts;
    }

    // A draft bears the number and the notice that its next edition would have.
    private static string Text(Edition edition)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(EditionJson.Write(edition))!.AsObject();
        json.Remove("number");
        json.Remove("notice");
        return json.ToJsonString();
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return $"{one[Math.Max(0, at - 60)..Math.Min(one.Length, at + 80)]}\n{other[Math.Max(0, at - 60)..Math.Min(other.Length, at + 80)]}";
    }
}
