using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Import;

/// <summary>
/// Understands what people type where a register wants a value in one way: <c>30/06/2019</c>, <c>£1,200 </c>, <c>June 2019</c>,
/// <c>Y</c>. Only what can mean one thing in Britain is understood; all else is left for the checks to refuse.
/// </summary>
internal static partial class Understanding
{
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "dddd d MMMM yyyy",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss",
    ];

    private static readonly string[] Months = ["MMMM yyyy", "MMM yyyy", "MMM-yy", "MMM-yyyy", "M/yyyy", "yyyy-M", "yyyy/MM"];

    private static readonly string[] Times = ["H:mm", "HH:mm:ss", "h:mmtt", "h:mm tt", "htt", "h tt", "H.mm", "h.mmtt"];

    /// <summary>The text as the column reads it, where the text as typed is not; nothing where it stays in doubt.</summary>
    /// <param name="text">Trimmed, and not empty.</param>
    public static string? Find(Column column, string text) => column.Holds switch
    {
        var t when t == typeof(DateOnly) => DateOf(text) is { } day ? column.Write(day) : null,
        var t when t == typeof(ReportingMonth) => MonthOf(text) is { } month ? column.Write(month) : null,
        var t when t == typeof(FinancialYear) => LongYear().Match(text) is { Success: true } m ? Sound(column, $"{m.Groups["first"].Value}/{m.Groups["last"].Value}") : null,
        var t when t == typeof(TimeOnly) => TimeOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? column.Write(time) : null,
        var t when t == typeof(Money) || t == typeof(decimal) => AmountOf(column, text),
        var t when t == typeof(int) => WholeNumber().IsMatch(text) ? Sound(column, text.Replace(",", "", StringComparison.Ordinal).Split('.')[0]) : null,
        var t when t == typeof(bool) => text.ToUpperInvariant() switch { "Y" or "TRUE" or "1" or "✓" => "yes", "N" or "FALSE" or "0" => "no", _ => null },
        var t when t.IsEnum => Words(text) is var words && column.Choices.Where(c => Words(c) == words).ToList() is [var only] ? only : null,
        _ => null,
    };

    /// <summary>The text without the space that spreadsheets leave around it, with the line ends of every system alike.</summary>
    public static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim().Trim('\u00A0', '\u200B', '\uFEFF').Trim();

    /// <summary>Whether two texts would be taken for the same word: they differ in no letter or figure, or in nothing but case.</summary>
    public static bool AreAlike(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || Words(one) is { Length: > 0 } words && words == Words(other);

    private static DateOnly? DateOf(string text) =>
        DateTime.TryParseExact(text, Dates, DateFormat.Culture, DateTimeStyles.AllowInnerWhite, out var day) ? DateOnly.FromDateTime(day) : null;

    private static ReportingMonth? MonthOf(string text)
    {
        var day = DateTime.TryParseExact(text, Months, DateFormat.Culture, DateTimeStyles.AllowInnerWhite, out var month) ? DateOnly.FromDateTime(month) : DateOf(text);
        return day is { Year: >= 1900 and <= 2998 } found ? ReportingMonth.Containing(found) : null;
    }

    // Accounts write what is negative in brackets.
    private static string? AmountOf(Column column, string text)
    {
        var bracketed = text.StartsWith('(') && text.EndsWith(')');
        var amount = (bracketed ? text[1..^1] : text).Replace("GBP", "", StringComparison.OrdinalIgnoreCase).Trim();
        amount = Spaced().Replace(amount, "$1");
        return amount.Length == 0 || amount.StartsWith('-') && bracketed ? null : Sound(column, (bracketed ? "-" : "") + amount);
    }

    private static string? Sound(Column column, string text) => column.Read(text) is { } value ? column.Write(value) : null;

    private static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"^(?<first>[0-9]{4})\s*[-/–]\s*(?:[0-9]{2})?(?<last>[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongYear();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})*(\.0+)?$|^-?[0-9]+(\.0+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"([£-])\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaced();
}
