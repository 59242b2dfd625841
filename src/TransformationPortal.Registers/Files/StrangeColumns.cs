using TransformationPortal.Core;
using TransformationPortal.Spreadsheets;
using TransformationPortal.Core.Reading;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers.Files;

/// <summary>A column of a file that is none of its register.</summary>
/// <param name="Source">The sheet or file.</param>
/// <param name="Heading">As it is written.</param>
/// <param name="Cell">Where the heading stands.</param>
/// <param name="Samples">The first texts under it.</param>
/// <param name="Offers">The columns of the register that the file is without, or all where it has all.</param>
/// <param name="Nearest">The one that it most likely is; nothing where none is near.</param>
public sealed record StrangeColumn(
    string Source, RegisterDefinition Register, string Heading, string? Cell, IReadOnlyList<string> Samples, IReadOnlyList<Column> Offers, Column? Nearest)
{
    /// <summary>Its name in a form.</summary>
    public string Field => RowKeys.Fingerprint($"{Register.Name} {StrangeColumns.KeyOf(Heading)}")[..16];
}

/// <summary>What a heading of the council's own means in a register.</summary>
/// <param name="Register">Its name.</param>
/// <param name="Column">The name of the column that it is; nothing where it is left out.</param>
/// <param name="Why">Who said so: the end of a sentence.</param>
public sealed record HeadingMeaning(string Register, string Heading, string? Column, string Why);

/// <summary>Columns that a register does not know: each is left out, or is one of its own under another heading.</summary>
public static class StrangeColumns
{
    private const int SamplesShown = 3;
    private const int LongestSample = 40;

    /// <summary>Those in a file.</summary>
    public static IReadOnlyList<StrangeColumn> In(IReadOnlyList<RegisterTable> tables) => [.. tables.SelectMany(In)];

    /// <summary>The file with what is known of its headings: columns left out, or read as what they are.</summary>
    public static RegisterFile Understood(RegisterFile file, IReadOnlyList<HeadingMeaning> meanings)
    {
        var known = meanings.GroupBy(m => (m.Register, Key: KeyOf(m.Heading))).ToDictionary(g => g.Key, g => g.Last());
        var notes = new ReadingNotes();
        var tables = file.Tables.Select(table => In(table).Select(strange => (strange, Meaning: known.GetValueOrDefault((strange.Register.Name, KeyOf(strange.Heading)))))
            .Where(s => s.Meaning is not null).Aggregate(table, (read, s) => Understood(read, s.strange, s.Meaning!, notes))).ToList();
        return notes.All.Count == 0 ? file : file with { Tables = tables, Notes = [.. file.Notes, .. notes.All] };
    }

    /// <summary>What headings are compared by.</summary>
    internal static string KeyOf(string heading) => MatchingKey.Of(heading);

    private static IEnumerable<StrangeColumn> In(RegisterTable table)
    {
        if (AllRegisters.InOrder.Append(ActualsSheet.Definition).FirstOrDefault(d => d.Name == table.Name) is not { Layout: RegisterLayout.Rows } register)
        {
            yield break;
        }

        var missing = register.Columns.Where(c => !table.Header.Contains(c.Name, StringComparer.Ordinal)).ToList();
        for (var at = 0; at < table.Header.Count; at++)
        {
            var name = table.Header[at];
            if (register.Columns.Any(c => c.Name == name))
            {
                continue;
            }

            var samples = table.Rows.Where(r => at < r.Cells.Count && r.Cells[at].Length > 0).Select(r => r.Cells[at]).Take(SamplesShown)
                .Select(t => t.Length <= LongestSample ? t : t[..LongestSample] + "…");
            yield return new(
                table.Source, register, table.Headings?.ElementAtOrDefault(at) ?? name, table.CellName(table.HeadingRow, name), [.. samples], missing,
                Core.Nearest.To(name, missing.Select(c => c.Name)) is { } near ? missing.Find(c => c.Name == near) : null);
        }
    }

    private static RegisterTable Understood(RegisterTable table, StrangeColumn strange, HeadingMeaning meaning, ReadingNotes notes)
    {
        var at = table.Header.ToList().FindIndex(name => strange.Cell is { } cell ? table.CellName(table.HeadingRow, name) == cell : name == strange.Heading);
        if (at < 0)
        {
            return table;
        }

        if (meaning.Column is null)
        {
            notes.Add(table.Source, strange.Heading, "left out", strange.Cell, $"the column “{strange.Heading}” was left out, {meaning.Why}.");
            return table with
            {
                Header = Without(table.Header, at), Places = Without(table.Places, at), Headings = Without(table.Headings, at),
                Rows = [.. table.Rows.Select(r => r.Cells.Count == table.Header.Count ? r with { Cells = Without(r.Cells, at) } : r)],
            };
        }

        if (strange.Register.Columns.FirstOrDefault(c => c.Name == meaning.Column) is not { } column)
        {
            return table;
        }

        notes.Add(table.Source, strange.Heading, "heading", strange.Cell, $"the heading “{strange.Heading}” was read as {column.Heading}, {meaning.Why}.");
        string Read(RegisterTableRow row, string text)
        {
            var reading = CellReading.OfText(column, text, isTyped: false);
            if (reading.Kind is { } kind)
            {
                notes.Add(table.Source, column.Name, kind, strange.Cell is null ? null : CellNames.Cell(table.Places?[at] ?? at, row.Number), reading.Note!);
            }

            return reading.Text;
        }

        return table with
        {
            Header = [.. table.Header.Select((name, i) => i == at ? column.Name : name)],
            Rows = [.. table.Rows.Select(r => r.Cells.Count != table.Header.Count ? r : r with { Cells = [.. r.Cells.Select((text, i) => i == at ? Read(r, text) : text)] })],
        };
    }

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T>? all, int at) => all is null ? null! : [.. all.Where((_, i) => i != at)];
}
