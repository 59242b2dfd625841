using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TransformationPortal.Core.Periods;

/// <summary>A quarter of a financial year, written <c>2019/20 Q1</c>: Q1 is April to June, Q4 is January to March.</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    /// <param name="year">The financial year it belongs to.</param>
    /// <param name="number">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 4.</exception>
    public Quarter(FinancialYear year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        Year = year;
        Number = number;
    }

    public FinancialYear Year { get; }

    public int Number { get; }

    public DateOnly FirstDay => Year.FirstDay.AddMonths((Number - 1) * 3);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public ReportingMonth LastMonth => ReportingMonth.Containing(LastDay);

    /// <summary>As written in an address: <c>2019-20/q1</c>.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Year.Slug}/q{Number}");

    /// <summary>As written in a file's name: <c>2019-20-q1</c>.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Year.Slug}-q{Number}");

    /// <summary>The months it covers, as a reader says them: <c>April to June 2019</c>.</summary>
    public string Months => $"{FirstDay.ToString("MMMM", DateFormat.Culture)} to {LastDay.ToString("MMMM yyyy", DateFormat.Culture)}";

    public static Quarter Containing(DateOnly day) =>
        new(FinancialYear.Containing(day), (((day.Month + 8) % 12) / 3) + 1);

    /// <summary>Reads <c>2019/20 Q1</c>; also the two halves of an address, <c>2019-20/q1</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter) => TryParse(text.AsSpan(), out quarter);

    /// <inheritdoc cref="TryParse(string?, out Quarter)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out Quarter quarter)
    {
        quarter = default;
        if (text.Length != 10 || text[7] is not (' ' or '/') || text[8] is not ('Q' or 'q')
            || text[9] is < '1' or > '4' || !FinancialYear.TryParse(text[..7], out var year))
        {
            return false;
        }

        quarter = new Quarter(year, text[9] - '0');
        return true;
    }

    /// <summary>Reads <c>2019/20 Q1</c>.</summary>
    /// <exception cref="FormatException">The text is no quarter.</exception>
    public static Quarter Parse(string text) =>
        TryParse(text, out var quarter) ? quarter : throw new FormatException($"“{text}” is not a quarter such as 2019/20 Q1.");

    public Quarter Next() => Containing(LastDay.AddDays(1));

    public Quarter Previous() => Containing(FirstDay.AddDays(-1));

    public int CompareTo(Quarter other) =>
        Year == other.Year ? Number.CompareTo(other.Number) : Year.CompareTo(other.Year);

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year} Q{Number}");
}
