using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>What a cell was read as.</summary>
/// <param name="Text">As the register's column reads it, or as it stands where it could not be understood.</param>
/// <param name="Kind">What notes are counted by; none where nothing need be said.</param>
/// <param name="Note">How it was understood, where it was not as it should be.</param>
/// <param name="Expected">Set where no value could be taken: the end of the sentence “expected …”.</param>
internal readonly record struct CellReading(string Text, string? Kind = null, string? Note = null, string? Expected = null)
{
    /// <summary>Whether the note asks if the value is meant.</summary>
    public bool IsAsked => Kind?.StartsWith(Asked, StringComparison.Ordinal) == true;

    /// <summary>Whether it can be meant in one way only, and is kept in another spelling.</summary>
    public bool IsOnlySpelt => Kind == Spelt;

    private const string Asked = "asked ";
    private const string Spelt = "otherwise";

    // The whole days of the year 9999.
    private const double LastDay = 2_958_465;

    /// <param name="isTyped">Whether the file knows numbers and days from texts.</param>
    public static CellReading Of(Column column, RawCell cell, bool isTyped = true) => cell.Kind switch
    {
        RawKind.Text => OfText(column, cell.Text, isTyped),
        RawKind.Number => OfNumber(column, cell.Number),
        RawKind.Date => OfDate(column, cell.Number),
        RawKind.Boolean => OfText(column, cell.Text, isTyped: false),
        RawKind.Error => new(cell.Text, Expected: $"{column.Expected}; the cell’s formula gives an error"),
        _ => new(cell.Text, Expected: $"{column.Expected}; the cell’s formula was never worked out, so open the workbook in a spreadsheet program and save it"),
    };

    /// <param name="isTyped">Whether a number or a date in it should have been one: in a sheet, not in a text file.</param>
    public static CellReading OfText(Column column, string raw, bool isTyped)
    {
        var clean = TypedText.Clean(raw);
        var text = clean.Text.Trim();
        if (text.Length == 0)
        {
            return new("");
        }

        if (ConfidenceWords.IsOne(column))
        {
            // The council has words of its own, which are known once the whole file is read.
            return new(text);
        }

        if (column.Read(text) is not { } value)
        {
            return new(text);
        }

        var written = column.Write(value);
        if (column.Holds == typeof(string))
        {
            return clean.Note is { } left ? new(written, "unseen", left) : new(written);
        }

        var (remarks, said) = (column.RemarksOn(text), Said(column, written));
        if (remarks.Question is { } question)
        {
            // Each is asked by itself: of hundreds, one may be wrong.
            return new(written, Asked + text, question);
        }

        // £1,200 says the same as £1,200.00.
        return remarks.Note is { } note ? new(written, remarks.Note.StartsWith('“') && column.Holds == typeof(DateOnly) ? "day " + text : "read", note)
            : isTyped && IsNumberOrDay(column) ? new(written, "as text", $"the text “{text}” was read as {said}.")
            : written != text && said != text && said != text + ".00" ? new(written, Spelt, $"“{text}” was read as {said}.")
            : new(written);
    }

    private static CellReading OfNumber(Column column, double number)
    {
        if (column.Holds == typeof(DateOnly) && DayOf(number) is { } day && number == Math.Floor(number))
        {
            var written = column.Write(day);
            return new(written, "day number", $"the number {Plain(number)} was read as the day {Said(column, written)}.");
        }

        if (column.Holds == typeof(TimeOnly) && number is >= 0 and < 1)
        {
            return new(column.Write(TimeOf(number)));
        }

        var text = Plain(number);
        if (column.Holds == typeof(Money) && Rounded(number, 2) is { } pounds)
        {
            text = pounds.ToString("0.##", CultureInfo.InvariantCulture);
        }
        else if (column.Holds == typeof(decimal) && Rounded(number, 4) is { } amount)
        {
            text = amount.ToString("0.####", CultureInfo.InvariantCulture);
        }
        else if (column.Holds == typeof(bool) || column.Holds.IsEnum)
        {
            return OfText(column, text, isTyped: false);
        }

        return new(text);
    }

    private static CellReading OfDate(Column column, double number)
    {
        if (column.Holds == typeof(TimeOnly) && number is >= 0 and < 1)
        {
            return new(column.Write(TimeOf(number)));
        }

        if (DayOf(number) is not { } day)
        {
            return new(Plain(number));
        }

        if (column.Holds == typeof(DateOnly))
        {
            return new(column.Write(day));
        }

        if (column.Holds == typeof(ReportingMonth) && day.Year is >= 1900 and <= 2998)
        {
            var month = ReportingMonth.Containing(day);
            return new(column.Write(month), "day as month", $"the day {DateFormat.Long(day)} was read as the month {month.Name}.");
        }

        return column.Holds == typeof(string)
            ? new(DateFormat.Long(day), "day as text", $"a day was read as the text “{DateFormat.Long(day)}”.")
            : new(DateFormat.Long(day));
    }

    // Spreadsheets count a 29 February 1900 that never was; no programme is that old.
    internal static DateOnly? DayOf(double number) => number is >= 61 and <= LastDay ? new DateOnly(1899, 12, 30).AddDays((int)Math.Floor(number)) : null;

    private static TimeOnly TimeOf(double number) => new(TimeSpan.FromMinutes(Math.Min(Math.Round(number * 24 * 60), (24 * 60) - 1)).Ticks);

    // What a spreadsheet adds up is off by a hair; what is off by more is shown as it stands, and refused.
    private static decimal? Rounded(double number, int decimals)
    {
        if (Math.Abs(number) >= 1e13)
        {
            return null;
        }

        var exact = (decimal)number;
        var rounded = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return Math.Abs(exact - rounded) < 0.00001m ? rounded : null;
    }

    internal static string Plain(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsNumberOrDay(Column column) =>
        column.Holds == typeof(Money) || column.Holds == typeof(decimal) || column.Holds == typeof(int) || column.Holds == typeof(DateOnly);

    private static string Said(Column column, string written) => column.Read(written) switch
    {
        DateOnly day => DateFormat.Long(day),
        ReportingMonth month => month.Name,
        Money money => MoneyFormat.WithPence(money),
        _ => written,
    };
}
