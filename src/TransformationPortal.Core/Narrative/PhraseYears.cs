using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Narrative;

/// <summary>The years that a phrase may name by where they lie from the quarter: the same words are right again next year.</summary>
internal static class PhraseYears
{
    private const string Next = "next";
    private const string ThisYear = "this-year";
    private const string Later = "later-years";
    private const string Earlier = "earlier-years";
    private const string All = "all-years";

    /// <summary>The words themselves, for who looks for the nearest.</summary>
    public static IReadOnlyList<string> Words { get; } = [ThisYear, "next1", "next2", "next3", Later, Earlier, All];

    /// <summary>The years that a word stands for; nothing when it is none of these words, or stands for no year here.</summary>
    public static IReadOnlyList<string>? Read(Edition edition, string word)
    {
        var (year, first, last) = (edition.Quarter.Year, edition.Programme.FirstYear, edition.Programme.LastYear);
        var years = word.ToLowerInvariant() switch
        {
            ThisYear => [year],
            Later => FinancialYear.Range(year.AddYears(1), last),
            Earlier => FinancialYear.Range(first, year.AddYears(-1)),
            All => FinancialYear.Range(first, last),
            var text when text.StartsWith(Next, StringComparison.Ordinal) && int.TryParse(text.AsSpan(Next.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100
                => FinancialYear.Range(year.AddYears(1), year.AddYears(count)),
            _ => [],
        };
        return years.Count == 0 ? null : [.. years.Select(y => LedgerKeys.Year(y))];
    }

    /// <summary>Years as a phrase names them.</summary>
    public static string Write(Edition edition, IReadOnlyList<string> years)
    {
        var ahead = FinancialYear.Range(edition.Quarter.Year.AddYears(1), edition.Programme.LastYear).Select(y => LedgerKeys.Year(y)).ToList();
        return years.Count == 1 ? years[0]
            : years.Count <= ahead.Count && years.SequenceEqual(ahead.Take(years.Count)) ? string.Create(CultureInfo.InvariantCulture, $"years={Next}{years.Count}")
            : years.SequenceEqual(FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear).Select(y => LedgerKeys.Year(y))) ? All
            : "years=" + string.Join(',', years);
    }
}
