using System.Globalization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>A report that somebody has to be reminded of.</summary>
/// <param name="Sentence">What is asked for, ready to be sent.</param>
public sealed record ChaseItem(string Project, string ProjectName, ReportState State, int DaysLate, string Sentence)
{
    /// <summary>Calendar days since it was returned; nothing where it is not.</summary>
    public int? DaysReturned { get; init; }
}

/// <summary>What one officer is reminded of. A project with several officers stands on the list of each.</summary>
/// <param name="Officer">Who; nothing for projects that nobody is assigned to.</param>
/// <param name="AccountableOfficer">The job title to ask instead, where nobody is assigned.</param>
public sealed record ChaseList(Person? Officer, string? AccountableOfficer, IReadOnlyList<ChaseItem> Items)
{
    /// <summary>Why nobody is named who could write them; nothing where an officer is.</summary>
    public string? Unassigned { get; init; }

    public string Name => Officer?.DisplayName ?? $"{AccountableOfficer} ({Unassigned ?? "nobody is assigned"})";

    /// <summary>What tells this list from the others: the name that the officer signs in with, or the job title.</summary>
    public string Key => Officer?.UserName ?? Name;

    /// <summary>The most days that anything on it is late.</summary>
    public int DaysLate => Items.Count == 0 ? 0 : Items.Max(i => i.DaysLate);

    /// <summary>The most days that anything on it is late, or was returned.</summary>
    public int DaysWaiting => Items.Count == 0 ? 0 : Items.Max(i => Math.Max(i.DaysLate, i.DaysReturned ?? 0));

    internal static IReadOnlyList<ChaseList> Of(PmoDesk desk)
    {
        var owed = desk.Window.PhaseOn(desk.Today) == WindowPhase.NotOpen ? [] : desk.Rows.Where(r => r.State.IsWithOfficer()).ToList();
        var assigned = owed.SelectMany(r => r.Officers.Select(o => (Officer: o, Row: r)))
            .GroupBy(p => p.Officer.UserName, StringComparer.OrdinalIgnoreCase)
            .Select(g => new ChaseList(g.First().Officer, null, [.. g.Select(p => Item(p.Row, desk))]));
        var unassigned = owed.Where(r => r.Officers.Count == 0).GroupBy(r => (r.Project.AccountableOfficer, r.Unassigned))
            .Select(g => new ChaseList(null, g.Key.AccountableOfficer, [.. g.Select(r => Item(r, desk))]) { Unassigned = g.Key.Unassigned });
        return [.. assigned.Concat(unassigned).OrderByDescending(l => l.DaysWaiting).ThenBy(l => l.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static ChaseItem Item(PmoDeskRow row, PmoDesk desk)
    {
        var asked = row.State switch
        {
            ReportState.NotStarted => "has not been started",
            ReportState.Returned when row.DaysReturned is { } ago => $"was returned {Ago(ago)} and waits to be changed",
            ReportState.Returned => "was returned and waits to be changed",
            _ when row.IsReopened => "was reopened and waits to be submitted again",
            _ => "is a draft and has not been submitted",
        };
        var when = row.DaysLate switch
        {
            0 => $"It is due by {DateFormat.Long(desk.Window.Due)}.",
            1 => "It is one day late.",
            var days => string.Create(CultureInfo.InvariantCulture, $"It is {days:#,0} days late."),
        };
        return new(row.Project.Code, row.Project.Name, row.State, row.DaysLate,
            $"The report of {row.Project.Code} {row.Project.Name} for {desk.Month.Name} {asked}. {(row.State == ReportState.Returned ? "" : when)}".TrimEnd())
        {
            DaysReturned = row.DaysReturned,
        };
    }

    private static string Ago(int days) => days switch
    {
        0 => "today",
        1 => "yesterday",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days:#,0} days ago"),
    };
}
