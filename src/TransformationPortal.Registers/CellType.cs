using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Registers;

internal delegate bool TryReadCell<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>What the cells of a column hold.</summary>
/// <param name="Expected">The end of the sentence “expected …”.</param>
/// <param name="TryRead">Reads a trimmed text that is not empty.</param>
/// <param name="Write">The text that is read as a value again, the same for equal values.</param>
/// <param name="Choices">The only texts allowed, where there is such a list.</param>
internal sealed record CellType<T>(string Expected, TryReadCell<T> TryRead, Func<T, string> Write, IReadOnlyList<string> Choices)
{
    /// <summary>What is said of how a text was read, beyond its value; nothing for texts and choices.</summary>
    public Func<string, CellRemarks>? Remarks { get; init; }
}

/// <summary>What a reader says of a text.</summary>
/// <param name="Note">How it was read, where it may have been meant otherwise.</param>
/// <param name="Question">What is asked where the value is possible and unlikely.</param>
/// <param name="Problem">Why it could not be read, where more can be said than what is expected.</param>
/// <param name="Suggestion">The nearest right spelling.</param>
public readonly record struct CellRemarks(string? Note, string? Question, string? Problem, string? Suggestion);

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

    public static Column<int> Integer(string name) => Read(
        name, "a whole number such as 3", NumberReader.Whole, value => value.ToString(CultureInfo.InvariantCulture));

    public static Column<decimal> Number(string name) => Read(
        name, "a number such as 1184 or 12.5", text => NumberReader.Read(text, 4), value => value.ToString("0.####", CultureInfo.InvariantCulture));

    public static Column<Money> Money(string name) => Read(name, "an amount in pounds such as 4600000 or £4,600,000", Pounds, value => value.ToString());

    /// <summary>An amount that may be nothing but not less: targets and budgets are positive.</summary>
    public static Column<Money> MoneyNotBelowZero(string name) => Read(
        name,
        "an amount in pounds that is not negative, such as 4600000 or £4,600,000",
        text => Pounds(text) is { Value: { } pounds } reading && pounds < Core.Money.Zero
            ? reading with { Value = null, Problem = "it is less than nothing", Note = null, Question = null }
            : Pounds(text),
        value => value.ToString());

    public static Column<FinancialYear> Year(string name) => Read(name, "a financial year such as 2019/20", FinancialYearReader.Read, value => value.ToString());

    public static Column<ReportingMonth> Month(string name) => Read(name, "a month such as June 2019", MonthReader.Read, value => value.ToString());

    public static Column<Quarter> Quarter(string name) => Read(name, "a quarter such as 2019/20 Q1", QuarterReader.Read, value => value.ToString());

    public static Column<DateOnly> Date(string name) => Read(name, "a day such as 30/6/2019", DayReader.Read, DateFormat.Iso);

    public static Column<TimeOnly> Time(string name) => Read(
        name, "a time such as 14:00", TimeReader.Read, value => value.ToString("HH:mm", CultureInfo.InvariantCulture));

    public static Column<bool> YesNo(string name) => Choice(name, [(true, "yes"), (false, "no")], others: Ticks);

    /// <summary>What few rows are marked with; an empty cell says no.</summary>
    public static Column<bool> Mark(string name) => Choice(name, [(true, "yes"), (false, "no")], marked => marked ? "yes" : "", Ticks);

    /// <summary>One value of an enumeration, by what readers call it.</summary>
    public static Column<TEnum> OneOf<TEnum>(string name, Func<TEnum, string>? label = null, params IEnumerable<TEnum> without)
        where TEnum : struct, Enum =>
        Choice(name, [.. Enum.GetValues<TEnum>().Except(without).Select(v => (v, label is null ? v.ToString() : label(v)))]);

    // As spreadsheets and people tick a box.
    private static bool? Ticks(string text) => text.ToUpperInvariant() switch
    {
        "Y" or "TRUE" or "1" or "✓" => true,
        "N" or "FALSE" or "0" => false,
        _ => null,
    };

    private static Column<T> Choice<T>(
        string name, IReadOnlyList<(T Value, string Label)> choices, Func<T, string>? write = null, Func<string, T?>? others = null)
        where T : struct
    {
        List<string> labels = [.. choices.Select(c => c.Label)];
        return new(name, new(
            "one of " + string.Join(", ", labels),
            (string text, out T value) =>
            {
                var label = labels.Find(l => string.Equals(l, text, StringComparison.OrdinalIgnoreCase)) ?? KnownReader.Code(text, labels).Value;
                var found = label is null ? others?.Invoke(text) : choices.First(c => c.Label == label).Value;
                value = found.GetValueOrDefault();
                return found is not null;
            },
            write ?? (value => choices.First(c => c.Value.Equals(value)).Label),
            labels));
    }

    private static Column<T> Read<T>(string name, string expected, Func<string, Reading<T>> read, Func<T, string> write)
        where T : struct => new(name, new(
            expected,
            (string text, out T value) =>
            {
                var found = read(text).Value;
                value = found.GetValueOrDefault();
                return found is not null;
            },
            write,
            [])
        {
            Remarks = text => read(text) is var reading && reading.Problem?.StartsWith("enter a", StringComparison.Ordinal) == true
                ? new(null, null, null, reading.Suggestion)
                : new(reading.Note, reading.Question, reading.Problem, reading.Suggestion),
        });

    // A text reads the same whichever system's line ends it came with, and whatever nobody can see in it.
    private static string AsItIs(string text) => TypedText.Clean(text).Text.Trim();

    private static Reading<Money> Pounds(string text)
    {
        var reading = AmountReader.Read(text);
        return new()
        {
            Typed = reading.Typed, Value = reading.Value is { } pounds ? new Money(pounds) : null,
            Note = reading.Note, Question = reading.Question, Problem = reading.Problem, Suggestion = reading.Suggestion,
        };
    }
}
