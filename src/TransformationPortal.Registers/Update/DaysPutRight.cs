using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.History;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Gives the last change of a row another day. What the row says stays; the history says the change again with its right day,
/// and, where that is a later one, that until then it was as before.
/// </summary>
public sealed class DaysPutRight(PortalDbContext context, CouncilClock clock)
{
    /// <param name="key">The row as its history has it.</param>
    /// <returns>Done; Done with <see cref="RowOutcome.Done.IsNothing"/> where there is no change, or it has that day already; or why it cannot be.</returns>
    internal async Task<RowOutcome> DoAsync(RegisterDefinition register, string key, HoldsFrom from, Person by, CancellationToken ct)
    {
        RowOutcome outcome = new RowOutcome.Done([]) { IsNothing = true };
        if (DatedRegisters.Find(register) is null)
        {
            return outcome;
        }

        await context.WriteAsync(
            async token =>
            {
                var facts = await context.RegisterHistory.AsNoTracking().Where(h => h.Register == register.Name && h.RowKey == key).OrderBy(h => h.Id).ToListAsync(token);
                var last = facts.Count == 0 ? [] : facts.Where(h => h.At == facts[^1].At && (h.Column is null) == (facts[^1].Column is null))
                    .GroupBy(h => h.Column).Select(g => g.Last()).Where(h => h.HoldsFrom != from.Day).ToList();
                if (last.Count == 0)
                {
                    return;
                }

                var said = last.SelectMany(fact => Said(facts, fact, from)).ToList();
                if (said.FirstOrDefault(s => s.Problem is not null).Problem is { } problem)
                {
                    outcome = new RowOutcome.Refused([new(register.Title, null, "HoldsFrom", null, problem) { IsSentence = true }]);
                    return;
                }

                context.AddRange(said.Select(s => Again(s.Fact, s.From, s.To, s.Since, by)));
                await context.SaveChangesAsync(token);
                outcome = new RowOutcome.Done([]) { IsDayPutRight = true };
            },
            _ => Task.FromResult(false),
            ct);
        return outcome;
    }

    private static IEnumerable<(RegisterHistoryEntity Fact, string? From, string? To, DateOnly? Since, string? Problem)> Said(
        List<RegisterHistoryEntity> facts, RegisterHistoryEntity fact, HoldsFrom from)
    {
        var (day, was) = (from.Day ?? DateOnly.MinValue, fact.HoldsFrom ?? DateOnly.MinValue);
        var same = facts.Where(f => f.Column == fact.Column).ToList();
        if (fact.Column is null)
        {
            // What came cannot be taken back by saying when: something may have been said of it since.
            return day < was && same.Count == 1 ? [(fact, fact.From, fact.To, from.Day, null)]
                : [(fact, null, null, null, $"The row is there from {DateFormat.Long(was)}, and can only be given an earlier day if it was never taken out. Else take it out and add it again.")];
        }

        // Between the two days, nothing else may have been said: it would be said no more, or say it instead.
        var between = same.Where(f => f.To != fact.To && (f.HoldsFrom ?? DateOnly.MinValue) is var at && at > Earlier(day, was) && at < (day > was ? day : was))
            .Select(f => f.HoldsFrom!.Value).Order().ToList();
        if (between.Count > 0)
        {
            return [(fact, null, null, null, $"The {fact.Column!.Replace('_', ' ')} says something else from {DateFormat.Long(between[0])}. Give a day {(day < was ? "after" : "before")} it.")];
        }

        if (day < was)
        {
            return [(fact, fact.From, fact.To, from.Day, null)];
        }

        var before = same.Where(f => (f.HoldsFrom ?? DateOnly.MinValue) < was).OrderBy(f => f.HoldsFrom ?? DateOnly.MinValue).ThenBy(f => f.Id).LastOrDefault() is { } earlier
            ? earlier.To : same[0].From;
        return [(fact, fact.To, before, fact.HoldsFrom, null), (fact, before, fact.To, from.Day, null)];
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private RegisterHistoryEntity Again(RegisterHistoryEntity fact, string? from, string? to, DateOnly? since, Person by) => new()
    {
        Register = fact.Register,
        Row = fact.Row,
        Action = fact.Action,
        Column = fact.Column,
        From = from,
        To = to,
        By = by,
        At = clock.Now,
        With = $"{RowActs.Page}: another day",
        RowKey = fact.RowKey,
        HoldsFrom = since,
        Cells = fact.Cells,
        Place = fact.Place,
    };
}
