using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>The list of what was published, and what was in force on the days of past meetings.</summary>
/// <param name="Editions">The newest quarter first and within it the newest edition first.</param>
/// <param name="Meetings">Past days with their meetings and the edition in force on each, the latest first; no edition where none had been published.</param>
public sealed record QuartersPage(IReadOnlyList<EditionEntry> Editions, IReadOnlyList<PastMeeting> Meetings)
{
    /// <param name="meetings">The register of meetings as last published.</param>
    /// <param name="today">The council's day.</param>
    public static QuartersPage Of(IReadOnlyList<EditionEntry> editions, IEnumerable<Meeting> meetings, DateOnly today) => new(editions,
    [
        .. meetings.Where(m => m.Date is { } day && day <= today).GroupBy(m => m.Date!.Value).OrderByDescending(g => g.Key)
            .Select(g => new PastMeeting(g.Key, [.. g.Select(m => m.Body).Distinct(StringComparer.Ordinal)], editions.InForceOn(g.Key))),
    ]);
}

/// <summary>A day on which bodies met.</summary>
/// <param name="InForce">The edition they had before them; none where nothing had been published.</param>
public sealed record PastMeeting(DateOnly Day, IReadOnlyList<string> Bodies, EditionEntry? InForce);
