using System.Globalization;

namespace TransformationPortal.Annexes.Excel;

/// <summary>Names that a workbook accepts: of sheets, of tables, of their columns.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    /// <summary>A table's key as the name of its sheet: <c>Savings entries</c>.</summary>
    public static string Sheet(string key)
    {
        var words = key.Replace('-', ' ');
        var name = char.ToUpperInvariant(words[0]) + words[1..];
        return name.Length <= Longest ? name : name[..Longest].TrimEnd();
    }

    /// <summary>A table's key as the name of the table: letters, digits and underlines, and like no cell's name.</summary>
    public static string Table(string key) => "table_" + key.Replace('-', '_');

    /// <summary>The headings of a table, each different from the others whatever the case, none empty.</summary>
    public static IReadOnlyList<string> Columns(IEnumerable<string> headings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. headings.Select(heading =>
            {
                var plain = SheetText.Clean(heading.ReplaceLineEndings(" "), 200);
                plain = plain.Length == 0 ? "Column" : plain;
                var name = plain;
                for (var i = 2; !taken.Add(name); i++)
                {
                    name = string.Create(CultureInfo.InvariantCulture, $"{plain} ({i})");
                }

                return name;
            }),
        ];
    }

    /// <summary>A sheet's name as a formula refers to it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
}
