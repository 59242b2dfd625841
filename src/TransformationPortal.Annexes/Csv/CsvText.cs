using System.Buffers;
using CsvHelper;

namespace TransformationPortal.Annexes.Csv;

/// <summary>Text in a CSV file that somebody may open in a spreadsheet.</summary>
public static class CsvText
{
    // What a spreadsheet takes for the beginning of a formula, and the wide forms that some turn into it.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>
    /// RFC 4180: lines end with CR LF, and a text with a comma, a quotation mark, a CR or an LF stands in quotation marks;
    /// so does one that begins or ends with a space, which some readers would take away.
    /// </summary>
    public static CsvWriterOptions Options { get; } = new() { Quoting = CsvQuoting.WhenNeededOrWhitespace };

    /// <summary>The text, behind an apostrophe where a spreadsheet would run it as a formula.</summary>
    public static string Neutral(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
}
