using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Notices;

/// <summary>
/// Reminds people of what is due, once a day and of all of it together: officers of their reports, finance of savings to
/// confirm, the PMO and accountable officers of what stays away, the PMO of decisions. What it writes and the day up to which
/// it has are saved together, so that nobody is reminded twice, whatever stops it.
/// </summary>
public sealed class Reminders(PortalDbContext context, ReportReader reader, ReportCalendar calendar, CouncilClock clock)
{
    // Reports of an earlier month are asked for as long as the month after it is in hand.
    private const int Months = 2;

    private static readonly int[] BeforeDecisions = [7, 1, 0];

    /// <summary>The council's rule, or the usual one while it has set none.</summary>
    public async Task<ReminderRule> RuleAsync(CancellationToken ct) =>
        (await context.ReminderSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.Rule ?? new ReminderRule();

    /// <summary>Sets the council's rule.</summary>
    public async Task ChangeAsync(ReminderRule rule, Person by, CancellationToken ct)
    {
        while (true)
        {
            context.ChangeTracker.Clear();
            var row = await context.ReminderSettings.SingleOrDefaultAsync(ct);
            if (row is null)
            {
                context.Add(row = ReminderSettingsEntity.Of(rule));
            }

            row.Change(rule, by, clock.Now);
            try
            {
                await context.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || UniqueKeyViolation.Caused(e))
            {
                // People were reminded meanwhile, which changes nothing of the rule.
            }
            finally
            {
                context.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Reminds of what is due by now.</summary>
    /// <returns>What it did, for whoever looks at the job.</returns>
    public async Task<string> RunAsync(CancellationToken ct)
    {
        context.ChangeTracker.Clear();
        try
        {
            var row = await context.ReminderSettings.SingleOrDefaultAsync(ct);
            var days = (row?.Rule ?? new()).DaysAt(CouncilTime.Local(clock.Now), row?.LastDay, BankHolidays.Is);
            if (days.Count == 0)
            {
                return "It is not the time, or was done today.";
            }

            if (row is null)
            {
                context.Add(row = ReminderSettingsEntity.Of(new()));
            }

            var told = await DueAsync(row.Rule, days, ct);
            context.AddRange(told);
            row.LastDay = days[^1];
            await context.SaveChangesAsync(ct);
            return told.Count == 0 ? "Nothing is due." : string.Create(CultureInfo.InvariantCulture, $"{told.Count} reminders were written.");
        }
        catch (ProgrammeMissingException)
        {
            return "There is no programme yet.";
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || UniqueKeyViolation.Caused(e))
        {
            return "Another instance has done it.";
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private async Task<List<HappeningEntity>> DueAsync(ReminderRule rule, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var told = new List<HappeningEntity>();
        var owed = new List<(string UserName, PmoDesk Desk, ChaseItem Item)>();
        foreach (var month in (await calendar.MonthsAsync(ct)).Take(Months))
        {
            var desk = await reader.PmoDeskAsync(month, ct);
            var window = desk.Window;
            if (days.Contains(window.Opens))
            {
                told.Add(Told(NoticeKind.ReportOpens, $"opens {month}", $"{month.Name} can be reported on",
                    $"The report of each of your projects is due by {DateFormat.Long(window.Due)}.", "/reports", Audience.OfProjects([.. desk.Rows.Select(r => r.Project.Code)])));
            }

            if (rule.Reminds(days, window.Due))
            {
                owed.AddRange(from list in desk.Chase() where list.Officer is not null from item in list.Items select (list.Officer!.UserName, desk, item));
            }

            told.AddRange(await EscalatedAsync(rule, days, desk, ct));
            if (await FinanceAsync(rule, days, desk, ct) is { } waits)
            {
                told.Add(waits);
            }
        }

        told.AddRange(await OwedAsync(owed, ct));
        if (await DecisionsAsync(days, ct) is { } decisions)
        {
            told.Add(decisions);
        }

        return told;
    }

    private async Task<IReadOnlyList<HappeningEntity>> OwedAsync(List<(string UserName, PmoDesk Desk, ChaseItem Item)> owed, CancellationToken ct)
    {
        var names = owed.Select(o => o.UserName).Distinct().ToList();
        var ids = await context.Users.AsNoTracking().Where(u => names.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.Id, ct);
        return
        [
            .. owed.Where(o => ids.ContainsKey(o.UserName)).GroupBy(o => o.UserName).Select(mine =>
            {
                var isLate = mine.Any(o => o.Item.DaysLate > 0);
                var count = mine.Count() == 1 ? "one report" : string.Create(CultureInfo.InvariantCulture, $"{mine.Count()} reports");
                return Told(
                    isLate ? NoticeKind.ReportLate : NoticeKind.ReportDue, $"owed {DateFormat.Iso(clock.Today)} {ids[mine.Key]}",
                    isLate ? $"You owe {count}, and they are late" : $"You owe {count}, due by {DateFormat.Long(mine.First().Desk.Window.Due)}",
                    "This is what the programme waits for.", "/reports", Audience.Of(ids[mine.Key]),
                    [.. mine.Select(o => new NoticeItem(o.Item.Sentence, $"/reports/{o.Item.Project}/{o.Desk.Month}"))]);
            }),
        ];
    }

    private async Task<HappeningEntity?> FinanceAsync(ReminderRule rule, IReadOnlyList<DateOnly> days, PmoDesk desk, CancellationToken ct)
    {
        var codes = desk.WaitingForFinance.Select(r => r.Project.Code).ToList();
        var since = (await context.HighlightReports.AsNoTracking().Where(r => r.Month == desk.Month && r.SubmittedAt != null && codes.Contains(r.Project.Code))
            .Select(r => new { r.Project.Code, r.SubmittedAt }).ToListAsync(ct)).ToDictionary(r => r.Code, r => CouncilTime.DayOf(r.SubmittedAt!.Value), StringComparer.Ordinal);

        // Counted from the report that waits longest, so that others that come meanwhile bring no message of their own.
        if (since.Count == 0 || !rule.RemindsFinance(days, since.Values.Min()))
        {
            return null;
        }

        var waits = desk.WaitingForFinance.Where(r => since.TryGetValue(r.Project.Code, out var day) && days[^1].DayNumber - day.DayNumber >= rule.FinanceDays).ToList();
        return Told(NoticeKind.FinanceWaits, $"finance {desk.Month} {DateFormat.Iso(clock.Today)}",
            $"{Count(waits.Count, "report waits", "reports wait")} for finance, for {desk.Month.Name}", "Confirm the savings, or say why not.", "/finance/reports", Audience.OfRoles(AudienceRoles.Finance),
            [.. waits.Select(r => new NoticeItem($"{r.Project.Code} {r.Project.Name} waits since {DateFormat.Long(since[r.Project.Code])}.", $"/reports/{r.Project.Code}/{desk.Month}"))]);
    }

    // An accountable officer is a job title, which an account may bear as its name. Who has none is told by the PMO.
    private async Task<IReadOnlyList<HappeningEntity>> EscalatedAsync(ReminderRule rule, IReadOnlyList<DateOnly> days, PmoDesk desk, CancellationToken ct)
    {
        var silent = desk.Rows.Where(r => r.State.IsWithOfficer() && r.DaysLate > 0).ToList();
        var told = new List<HappeningEntity>();
        (int Days, string Words, string Key)[] steps =
        [
            (rule.OfficerDays, "it is now for the accountable officer", "officer"),
            (rule.DirectorDays, "it is now for the director", "director"),
            (rule.BoardDays, "it now stands on the board’s agenda", "board"),
        ];
        var accountable = silent.Select(r => r.Project.AccountableOfficer).Distinct().ToList();
        var accounts = (await context.Users.AsNoTracking().Where(u => accountable.Contains(u.DisplayName))
            .Select(u => new { u.DisplayName, u.Id }).ToListAsync(ct)).ToLookup(u => u.DisplayName, u => u.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps.Where(s => silent.Count > 0 && ReminderRule.Reached(days, desk.Window.Due, s.Days)))
        {
            HappeningEntity Silent(string key, IReadOnlyList<PmoDeskRow> rows, string address, Audience to) => Told(
                NoticeKind.SilenceEscalated, $"silent {desk.Month} {step.Key} {key}",
                $"{Count(rows.Count, "report", "reports")} for {desk.Month.Name} stayed away for {Count(step.Days, "day", "days")}: {step.Words}",
                "Reminders had no answer.", address, to,
                [
                    .. rows.Select(r => new NoticeItem(
                        $"{r.Project.Code} {r.Project.Name}: asked of {r.Whom}; accountable is {r.Project.AccountableOfficer}, {r.Project.Directorate}; board {r.Project.Board}.", $"/reports/{r.Project.Code}/{desk.Month}")),
                ]);

            told.Add(Silent("pmo", silent, $"/pmo/chase/{desk.Month}", Audience.OfRoles(AudienceRoles.Pmo)));
            told.AddRange(from row in step.Key == "officer" ? silent : []
                          group row by row.Project.AccountableOfficer into theirs
                          where accounts.Contains(theirs.Key)
                          select Silent(OneLine.Of(theirs.Key, 100), [.. theirs], "/notices", Audience.Of([.. accounts[theirs.Key]])));
        }

        return told;
    }

    private async Task<HappeningEntity?> DecisionsAsync(IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var pending = await context.Decisions.AsNoTracking().Where(d => d.Outcome == DecisionOutcome.Pending && d.Due != null && d.RetiredOn == null).ToListAsync(ct);
        var due = pending.Where(d => days.Any(day => BeforeDecisions.Contains(d.Due!.Value.DayNumber - day.DayNumber))).OrderBy(d => d.Due).ThenBy(d => d.Ref, CodeOrder.Instance).ToList();
        return due.Count == 0 ? null : Told(NoticeKind.DecisionDue, $"decisions {DateFormat.Iso(clock.Today)}", $"{Count(due.Count, "decision is", "decisions are")} due",
            "Record what was decided once it is.", "/pmo/decisions", Audience.OfRoles(AudienceRoles.Pmo),
            [.. due.Select(d => new NoticeItem($"{d.Ref} {d.Title}: {d.Body}, {DateFormat.Long(d.Due!.Value)}.", $"/pmo/decisions/{d.Ref}"))]);
    }

    private static string Count(int count, string one, string many) => count == 1 ? "One " + one : $"{MoneyFormat.Count(count)} {many}";

    private HappeningEntity Told(NoticeKind kind, string key, string title, string text, string address, Audience to, IReadOnlyList<NoticeItem>? items = null) => new()
    {
        Kind = kind,
        Key = key,
        At = clock.Now,
        Title = Happenings.Line(title),
        Text = Happenings.Cut(text),
        Address = address,
        To = to,
        Items = NoticeItems.Write(items ?? []),
    };
}
