using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Editions;

/// <summary>What readers were told on a past day.</summary>
public static class EditionsInForce
{
    /// <summary>
    /// The edition in force at the end of a day: of the latest quarter that had been published by then, the newest edition.
    /// Nothing where none had been published.
    /// </summary>
    /// <param name="editions">Every published edition, in any order.</param>
    /// <param name="day">A day as the council counts it.</param>
    public static EditionEntry? InForceOn(this IReadOnlyList<EditionEntry> editions, DateOnly day) =>
        editions.Where(e => CouncilTime.DayOf(e.PublishedAt) <= day).OrderByDescending(e => e.Quarter).ThenByDescending(e => e.Number).FirstOrDefault();

    /// <summary>The day on which the first edition was published; nothing before there is one.</summary>
    public static DateOnly? FirstDay(this IReadOnlyList<EditionEntry> editions) =>
        editions.Count == 0 ? null : editions.Min(e => CouncilTime.DayOf(e.PublishedAt));
}
