using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TransformationPortal.Core.Periods;

/// <summary>A council's financial year: 1 April of <see cref="StartYear"/> to 31 March of the year after, written <c>2019/20</c>.</summary>
public readonly record struct FinancialYear : IComparable<FinancialYear>
{
    private const int Earliest = 1900;
    private const int Latest = 2998;

    /// <param name="startYear">The calendar year in which the financial year begins, 1900 to 2998.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside that range.</exception>
    public FinancialYear(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, Latest);
        StartYear = startYear;
    }

    /// <summary>The last year there is. What has no year yet is put in order as if it were this one.</summary>
    public static FinancialYear Last => new(Latest);

    /// <summary>The calendar year in which it begins: 2019 for 2019/20.</summary>
    public int StartYear { get; }

    public DateOnly FirstDay => new(StartYear, 4, 1);

    public DateOnly LastDay => new(StartYear + 1, 3, 31);

    /// <summary>As spoken in headings of narrow tables: <c>19/20</c>.</summary>
    public string ShortName => string.Create(CultureInfo.InvariantCulture, $"{StartYear % 100:00}/{(StartYear + 1) % 100:00}");

    /// <summary>As written in an address: <c>2019-20</c>.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}-{(StartYear + 1) % 100:00}");

    /// <summary>The financial year that a day falls in.</summary>
    public static FinancialYear Containing(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Every year from <paramref name="first"/> to <paramref name="last"/>, both included; none when last is before first.</summary>
    public static IReadOnlyList<FinancialYear> Range(FinancialYear first, FinancialYear last) =>
        [.. Enumerable.Range(first.StartYear, Math.Max(0, last.StartYear - first.StartYear + 1)).Select(y => new FinancialYear(y))];

    /// <summary>Reads <c>2019/20</c> or <c>2019-20</c>. The two halves must be consecutive years.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FinancialYear year) => TryParse(text.AsSpan(), out year);

    /// <inheritdoc cref="TryParse(string?, out FinancialYear)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out FinancialYear year)
    {
        year = default;
        if (text.Length != 7 || text[4] is not ('/' or '-')
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || start is < Earliest or > Latest || end != (start + 1) % 100)
        {
            return false;
        }

        year = new FinancialYear(start);
        return true;
    }

    /// <summary>Reads <c>2019/20</c> or <c>2019-20</c>.</summary>
    /// <exception cref="FormatException">The text is no financial year.</exception>
    public static FinancialYear Parse(string text) =>
        TryParse(text, out var year) ? year : throw new FormatException($"“{text}” is not a financial year such as 2019/20.");

    public FinancialYear AddYears(int years) => new(StartYear + years);

    public int CompareTo(FinancialYear other) => StartYear.CompareTo(other.StartYear);

    public static bool operator <(FinancialYear left, FinancialYear right) => left.StartYear < right.StartYear;

    public static bool operator >(FinancialYear left, FinancialYear right) => left.StartYear > right.StartYear;

    public static bool operator <=(FinancialYear left, FinancialYear right) => left.StartYear <= right.StartYear;

    public static bool operator >=(FinancialYear left, FinancialYear right) => left.StartYear >= right.StartYear;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");
}
