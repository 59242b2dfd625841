using System.Text.RegularExpressions;
using TransformationPortal.Core.Reading;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Files;

/// <summary>Knows the rows that people put under a table for themselves: totals, and notes.</summary>
internal static partial class NoteRows
{
    /// <summary>Whether a row is a total, or a note: a word for it stands first, and what every row must have is missing.</summary>
    /// <param name="texts">By the column they are in; nothing for a column that the sheet has not.</param>
    public static bool IsOne(RegisterDefinition register, IReadOnlyList<Column?> columns, IReadOnlyList<string> texts, RawRow row)
    {
        if (!register.Columns.Where(c => !c.IsOptional).Any(c => columns.ToList().IndexOf(c) is var at && (at < 0 || texts[at].Length == 0)))
        {
            return false;
        }

        var first = TypedText.Line(row.Cells[0].Cell.Text);
        return Total().IsMatch(first) || row.Cells.Count == 1 && (Note().IsMatch(first) || IsSentence(first) && !IsFor(columns[Math.Max(0, texts.ToList().FindIndex(t => t.Length > 0))], first));
    }

    private static bool IsSentence(string text) => text.Length > 20 && text.Contains(' ', StringComparison.Ordinal);

    // A name that is just begun is no note: the rest of its row is missing, and asked for.
    private static bool IsFor(Column? column, string text) => column is { Reference: null } && column.Read(text) is not null;

    [GeneratedRegex(@"^((grand|sub|overall|programme)[ -]?)?totals?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(\*|†|©|notes?\b|sources?\b|n\.?b\.?\b|prepared by|printed)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Note();
}
