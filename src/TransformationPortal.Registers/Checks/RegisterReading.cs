using TransformationPortal.Core;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Registers.Checks;

/// <summary>A register that is being checked: its rows cell by cell, and what was wrong with them.</summary>
internal sealed class RegisterReading(RegisterDefinition definition, RegisterTable table, ConfidenceWords words)
{
    // Looking for the nearest value takes time; whoever has more problems of a kind than this has one cause for them.
    private const int NearestLookedFor = 200;

    private readonly HashSet<int> faulty = [];
    private IReadOnlyList<(int Number, Dictionary<Column, RegisterCell> Cells)> rows = [];

    public RegisterDefinition Definition => definition;

    /// <summary>Whether its columns are all there, so that its rows could be read.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>Whether all its rows could be read, so that other registers may be held against it.</summary>
    public bool IsComplete { get; private set; }

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>The rows in which nothing was wrong; none where a column is not there.</summary>
    public IReadOnlyList<RegisterRow> SoundRows => !IsReadable ? [] :
        [.. rows.Where((_, index) => !faulty.Contains(index)).Select(r => new RegisterRow(table, r.Number, r.Cells))];

    /// <summary>What stands in a column, whether or not its row is sound: a row with a problem can still be referred to.</summary>
    public IEnumerable<string> Texts(string column) =>
        rows.SelectMany(r => r.Cells.Where(c => c.Key.Name == column).Select(c => c.Value.Text)).Where(t => t.Length > 0);

    /// <summary>Checks the layout, every cell by itself, the key and the order of paired columns.</summary>
    public void Read()
    {
        var laidOut = definition.Layout == RegisterLayout.Fields
            ? RegisterLayouts.ReadFields(definition, table, Problems)
            : RegisterLayouts.ReadRows(definition, table, Problems);
        (IsReadable, IsComplete) = (laidOut.IsReadable, laidOut.IsComplete);
        rows = laidOut.Rows;
        for (var index = 0; index < rows.Count; index++)
        {
            ReadCells(index);
        }

        CheckKey();
        CheckOrder();
    }

    /// <summary>Checks that what a column names exists in the register that it refers to.</summary>
    public void CheckReference(Column column, IReadOnlySet<string> known)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Cells.TryGetValue(column, out var cell) && cell.Text.Length > 0 && !known.Contains(cell.Text))
            {
                Report(index, column, column.Expected, NearestOf(cell.Text, known), column.Reference?.Register);
            }
        }
    }

    private void ReadCells(int index)
    {
        var cells = rows[index].Cells;
        foreach (var column in definition.Columns.Where(cells.ContainsKey))
        {
            var cell = cells[column];
            if (cell.Text.Length == 0)
            {
                if (!column.IsOptional)
                {
                    Report(index, column, words.Expected(column));
                }
            }
            else if (column.Read(cell.Text) is { } value)
            {
                cells[column] = cell with { Value = value };
            }
            else
            {
                var remarks = column.RemarksOn(cell.Text);
                Report(index, column, remarks.Problem is { } why ? $"{words.Expected(column)} ({why})" : words.Expected(column),
                    remarks.Suggestion ?? NearestOf(cell.Text, words.Choices(column)));
            }
        }
    }

    // Keys are held against each other as people compare names: what one database takes, both take.
    private void CheckKey()
    {
        if (definition.Key.Count == 0 || rows.Count > 0 && !definition.Key.All(rows[0].Cells.ContainsKey))
        {
            return;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < rows.Count; index++)
        {
            var texts = definition.Key.Select(c => rows[index].Cells[c].Text).ToList();
            var key = string.Join('\u001F', texts.Select(MatchingKey.Of));
            if (texts.TrueForAll(t => t.Length == 0) || seen.TryAdd(key, index))
            {
                continue;
            }

            var first = rows[seen[key]];
            var isSpelt = definition.Key.Select((c, i) => !string.Equals(first.Cells[c].Text, texts[i], StringComparison.OrdinalIgnoreCase)).Any(differs => differs);
            faulty.Add(index);
            Problems.Add(new(
                table.Source,
                rows[index].Number,
                string.Join(" and ", definition.Key.Select(c => c.Name)),
                string.Join(", ", texts.Select((t, i) => words.Said(definition.Key[i], t)).Where(t => t.Length > 0)),
                FormattableString.Invariant($"what no other row has; row {first.Number} has it already{(isSpelt ? $", as “{string.Join(", ", definition.Key.Select(c => first.Cells[c].Text))}”: accents, apostrophes, dashes and blanks make no other name" : "")}")));
        }
    }

    private void CheckOrder()
    {
        foreach (var pair in definition.InOrder)
        {
            for (var index = 0; index < rows.Count; index++)
            {
                var cells = rows[index].Cells;
                if (cells.TryGetValue(pair.First, out var first) && cells.TryGetValue(pair.Last, out var last) && pair.AreReversed(first.Value, last.Value))
                {
                    Report(index, pair.Last, $"{pair.Expected} {pair.First.Name}, which is {first.Text}");
                }
            }
        }
    }

    private string? NearestOf(string found, IEnumerable<string> candidates) => Problems.Count < NearestLookedFor ? Nearest.To(found, candidates) : null;

    private void Report(int index, Column column, string expected, string? nearest = null, string? missing = null)
    {
        faulty.Add(index);
        var cell = rows[index].Cells[column];
        Problems.Add(new(table.Source, cell.Row, column.Name, cell.Text.Length == 0 ? null : cell.Text, expected, nearest) { Missing = missing });
    }
}
