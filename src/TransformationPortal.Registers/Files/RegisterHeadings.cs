using System.Text.RegularExpressions;
using TransformationPortal.Core.Reading;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Files;

/// <summary>The row of a sheet in which a register's headings stand.</summary>
/// <param name="Row">As a spreadsheet counts, from 1.</param>
/// <param name="Known">How many of the register's columns it names.</param>
internal readonly record struct HeadingRow(int Row, int Known);

/// <summary>Finds the headings of a register wherever they stand in a sheet, and the register of a sheet by them.</summary>
internal static partial class RegisterHeadings
{
    /// <summary>The column that a heading names, however it is written: <c>Revised target (£)*</c>.</summary>
    public static Column? ColumnOf(RegisterDefinition register, string heading)
    {
        var name = NameOf(heading);
        return register.Columns.FirstOrDefault(c => c.Name == name) ?? register.Columns.FirstOrDefault(c => Same(c, heading));
    }

    /// <summary>The name of a column by its heading: <c>accountable_officer</c> for <c>Accountable officer *</c>.</summary>
    public static string NameOf(string heading) => string.Join('_', TypedText.Line(heading).TrimEnd('*').ToLowerInvariant().Split((char[])[' ', '_'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where the headings of a register stand; nothing where no row looks like them.</summary>
    public static HeadingRow? Find(RegisterDefinition register, IReadOnlyList<RawRow> rows)
    {
        HeadingRow? best = null;
        foreach (var row in rows)
        {
            var known = Known(register, row);
            if (known >= Needed(register) && known > (best?.Known ?? 0))
            {
                best = new(row.Number, known);
            }
        }

        return best;
    }

    /// <summary>The register that a sheet holds, by its headings; nothing where none or more than one fits as well.</summary>
    public static RegisterDefinition? RegisterOf(IEnumerable<RegisterDefinition> registers, IReadOnlyList<RawRow> rows)
    {
        var fitting = registers.Where(r => r.Layout == RegisterLayout.Rows)
            .Select(r => (Register: r, Found: Find(r, rows)))
            .Where(f => f.Found is { } found && found.Known >= f.Register.Columns.Count(c => !c.IsOptional))
            .GroupBy(f => f.Found!.Value.Known).OrderByDescending(g => g.Key).FirstOrDefault()?.ToList();
        return fitting is [var (only, _)] ? only : null;
    }

    private static int Needed(RegisterDefinition register) =>
        register.Layout == RegisterLayout.Fields ? 2 : Math.Max(2, (register.Columns.Count(c => !c.IsOptional) + 1) / 2);

    private static int Known(RegisterDefinition register, RawRow row) => register.Layout == RegisterLayout.Fields
        ? row.Cells.Take(2).Select(c => NameOf(c.Cell.Text)).SequenceEqual(["field", "value"], StringComparer.Ordinal) ? 2 : 0
        : row.Cells.Select(c => ColumnOf(register, c.Cell.Text)).OfType<Column>().Distinct().Count();

    private static bool Same(Column column, string heading)
    {
        var plain = MatchingKey.Of(Units().Replace(heading, " ").TrimEnd('*', ' ', ':'));
        return plain.Length > 0 && (plain == MatchingKey.Of(column.Heading) || plain == MatchingKey.Of(column.Name.Replace('_', ' ')));
    }

    // What people write after a heading: (£), £, £000, £m, [optional].
    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|£ ?'?((000s?|k|mn?|thousands?|millions?)\b)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Units();
}
