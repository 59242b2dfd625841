using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TransformationPortal.Core.Periods;

/// <summary>A calendar month that reports are made for, written <c>2019-06</c> and shown as <c>June 2019</c>.</summary>
public readonly record struct ReportingMonth : IComparable<ReportingMonth>
{
    /// <param name="year">Calendar year, 1900 to 2998.</param>
    /// <param name="month">1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either lies outside its range.</exception>
    public ReportingMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2998);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        Year = year;
        Month = month;
    }

    public int Year { get; }

    public int Month { get; }

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public FinancialYear FinancialYear => FinancialYear.Containing(FirstDay);

    /// <summary>As shown to a reader: <c>June 2019</c>.</summary>
    public string Name => FirstDay.ToString("MMMM yyyy", DateFormat.Culture);

    public static ReportingMonth Containing(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads <c>2019-06</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportingMonth month) => TryParse(text.AsSpan(), out month);

    /// <inheritdoc cref="TryParse(string?, out ReportingMonth)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out ReportingMonth month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-'
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 1900 or > 2998 || number is < 1 or > 12)
        {
            return false;
        }

        month = new ReportingMonth(year, number);
        return true;
    }

    /// <summary>Reads <c>2019-06</c>.</summary>
    /// <exception cref="FormatException">The text is no month.</exception>
    public static ReportingMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"“{text}” is not a month such as 2019-06.");

    public ReportingMonth AddMonths(int months) => Containing(FirstDay.AddMonths(months));

    public int CompareTo(ReportingMonth other) => ((Year * 12) + Month).CompareTo((other.Year * 12) + other.Month);

    public static bool operator <(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) < 0;

    public static bool operator >(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReportingMonth left, ReportingMonth right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
