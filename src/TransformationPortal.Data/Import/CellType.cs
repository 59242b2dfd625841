using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Import;

internal delegate bool TryReadCell<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>What the cells of a column hold.</summary>
/// <param name="Expected">The end of the sentence “expected …”.</param>
/// <param name="TryRead">Reads a trimmed text that is not empty.</param>
/// <param name="Write">The text that is read as a value again, the same for equal values.</param>
/// <param name="Choices">The only texts allowed, where there is such a list.</param>
internal sealed record CellType<T>(string Expected, TryReadCell<T> TryRead, Func<T, string> Write, IReadOnlyList<string> Choices);

/// <summary>The kinds of column that registers are declared with.</summary>
internal static class Columns
{
    public static Column<string> Text(string name, int longest) => new(name, new(
        string.Create(CultureInfo.InvariantCulture, $"a text of at most {longest} characters"),
        (string text, [MaybeNullWhen(false)] out string value) => (value = text).Length <= longest,
        AsItIs,
        []));

    /// <summary>A reference that people type and addresses hold: letters, figures, full stops and hyphens.</summary>
    public static Column<string> Code(string name, int longest) => new(name, new(
        string.Create(CultureInfo.InvariantCulture, $"a code of at most {longest} letters, figures, full stops and hyphens"),
        (string text, [MaybeNullWhen(false)] out string value) =>
            (value = text).Length <= longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'),
        AsItIs,
        []));

    /// <summary>Names a row of another register by the value of one of its columns.</summary>
    public static Column<string> Reference(string name, string register, string column) => new(name, new(
        $"a {column} that the register {register.Replace('_', ' ')} holds",
        (string text, [MaybeNullWhen(false)] out string value) =>
        {
            value = text;
            return true;
        },
        AsItIs,
        []), new(register, column));

    public static Column<int> Integer(string name) => new(name, new(
        "a whole number such as 3",
        (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        value => value.ToString(CultureInfo.InvariantCulture),
        []));

    public static Column<decimal> Number(string name) => new(name, new(
        "a number such as 1184 or 12.5", (string text, out decimal value) => AmountText.TryRead(text, 4, out value),
        value => value.ToString("0.####", CultureInfo.InvariantCulture), []));

    public static Column<Money> Money(string name) => new(name, new(
        "an amount in pounds such as 4600000 or £4,600,000", (string text, out Money value) => TryReadMoney(text, out value),
        value => value.ToString(), []));

    /// <summary>An amount that may be nothing but not less: targets and budgets are positive.</summary>
    public static Column<Money> MoneyNotBelowZero(string name) => new(name, new(
        "an amount in pounds that is not negative, such as 4600000 or £4,600,000",
        (string text, out Money value) => TryReadMoney(text, out value) && value >= Core.Money.Zero,
        value => value.ToString(),
        []));

    public static Column<FinancialYear> Year(string name) => new(name, new(
        "a financial year such as 2019/20", (string text, out FinancialYear value) => FinancialYear.TryParse(text, out value),
        value => value.ToString(), []));

    public static Column<ReportingMonth> Month(string name) => new(name, new(
        "a month such as 2019-06", (string text, out ReportingMonth value) => ReportingMonth.TryParse(text, out value),
        value => value.ToString(), []));

    public static Column<Quarter> Quarter(string name) => new(name, new(
        "a quarter such as 2019/20 Q1", (string text, out Quarter value) => Core.Periods.Quarter.TryParse(text, out value),
        value => value.ToString(), []));

    public static Column<DateOnly> Date(string name) => new(name, new(
        "a date such as 2019-06-30",
        (string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
        value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        []));

    public static Column<TimeOnly> Time(string name) => new(name, new(
        "a time such as 14:00",
        (string text, out TimeOnly value) => TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
        value => value.ToString("HH:mm", CultureInfo.InvariantCulture),
        []));

    public static Column<bool> YesNo(string name) => Choice(name, [(true, "yes"), (false, "no")]);

    /// <summary>What few rows are marked with; an empty cell says no.</summary>
    public static Column<bool> Mark(string name) => Choice(name, [(true, "yes"), (false, "no")], marked => marked ? "yes" : "");

    /// <summary>One value of an enumeration, by what readers call it.</summary>
    public static Column<TEnum> OneOf<TEnum>(string name, Func<TEnum, string>? label = null, params IEnumerable<TEnum> without)
        where TEnum : struct, Enum =>
        Choice(name, [.. Enum.GetValues<TEnum>().Except(without).Select(v => (v, label is null ? v.ToString() : label(v)))]);

    private static Column<T> Choice<T>(string name, IReadOnlyList<(T Value, string Label)> choices, Func<T, string>? write = null)
        where T : notnull => new(name, new(
            "one of " + string.Join(", ", choices.Select(c => c.Label)),
            (string text, [MaybeNullWhen(false)] out T value) =>
            {
                foreach (var choice in choices)
                {
                    if (string.Equals(choice.Label, text, StringComparison.OrdinalIgnoreCase))
                    {
                        value = choice.Value;
                        return true;
                    }
                }

                value = default;
                return false;
            },
            write ?? (value => choices.First(c => c.Value.Equals(value)).Label),
            [.. choices.Select(c => c.Label)]));

    // A text reads the same whichever system's line ends it came with.
    private static string AsItIs(string text) => text.ReplaceLineEndings("\n").Trim();

    private static bool TryReadMoney(string text, out Money money)
    {
        var read = AmountText.TryRead(text, 2, out var pounds);
        money = new Money(pounds);
        return read;
    }
}
