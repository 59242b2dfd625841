using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Editions.AsAt;

/// <summary>A change that was made to a row of a register which reports speak of too.</summary>
/// <param name="Key">What tells the row from the others.</param>
/// <param name="Project">The project that it belongs to.</param>
/// <param name="HoldsFrom">Nothing where it was always so.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Apply">The row after the change; given nothing where there is none, and giving nothing where there is none any more.</param>
public sealed record RegisterWord<T>(string Key, string Project, DateOnly? HoldsFrom, DateTime RecordedAt, Func<T?, T?> Apply)
    where T : class;

/// <summary>What was changed in the registers of milestones, risks and dependencies, in the order in which it holds and was recorded.</summary>
public sealed record RegisterWords(
    IReadOnlyList<RegisterWord<Milestone>> Milestones, IReadOnlyList<RegisterWord<Risk>> Risks, IReadOnlyList<RegisterWord<Dependency>> Dependencies)
{
    public static RegisterWords None { get; } = new([], [], []);
}

/// <summary>
/// Milestones, risks and dependencies stand in a register and in the reports of their project. Which of the two is believed:
/// an approved report says how they were at the end of its month, and the register what it was told since. So a change of the
/// register wins over a report when it holds from a day after the report's month, or was recorded after the report was handed
/// in, whenever that was approved, from the day it holds from until a later report is approved. Anything else the report has
/// overruled.
/// </summary>
public static class ReportOrRegister
{
    /// <summary>Whether a change of the register is believed over a report of a month.</summary>
    /// <param name="holdsFrom">Nothing where it was always so.</param>
    /// <param name="recordedAt">UTC.</param>
    /// <param name="writtenAt">When the report was handed in, UTC.</param>
    public static bool RegisterWins(DateOnly? holdsFrom, DateTime recordedAt, ReportingMonth month, DateTime writtenAt) =>
        holdsFrom > month.LastDay || recordedAt > writtenAt;

    /// <summary>A report's milestones, risks and dependencies with what the registers were told since, by a day.</summary>
    internal static ReportedMonth Believed(ReportedMonth report, RegisterWords words, DateOnly day) => report with
    {
        Milestones = Believed(report, report.Milestones, words.Milestones, m => RowKey.Of(m.Project, m.Title), day),
        Risks = Believed(report, report.Risks, words.Risks, r => RowKey.Of(r.Ref), day),
        Dependencies = Believed(report, report.Dependencies, words.Dependencies, d => RowKey.Of(d.Project, d.Needs, d.What), day),
    };

    private static IReadOnlyList<T> Believed<T>(ReportedMonth report, IReadOnlyList<T> rows, IReadOnlyList<RegisterWord<T>> words, Func<T, string> key, DateOnly day)
        where T : class
    {
        var told = words.Where(w => w.Project == report.Project && (w.HoldsFrom is not { } from || from <= day)
            && RegisterWins(w.HoldsFrom, w.RecordedAt, report.Month, report.WrittenAt)).ToList();
        if (told.Count == 0)
        {
            return rows;
        }

        var believed = rows.ToList();
        foreach (var word in told)
        {
            var at = believed.FindIndex(row => key(row) == word.Key);
            var after = word.Apply(at < 0 ? null : believed[at]);
            if (at >= 0 && after is not null)
            {
                believed[at] = after;
            }
            else if (at >= 0)
            {
                believed.RemoveAt(at);
            }
            else if (after is not null)
            {
                believed.Add(after);
            }
        }

        return believed;
    }
}
