using TransformationPortal.Core;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Spreadsheets;
using Money = TransformationPortal.Core.Money;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>A register as a sheet.</summary>
internal static class RegisterSheet
{
    // Spreadsheet programs become slow with more notes than this on a sheet; the list of problems has them all.
    private const int MarksShown = 500;

    public static WorkbookSheet Build(RegisterDefinition register, RegisterTable? table, DropDownLists lists, ConfidenceWords words, IReadOnlyList<ImportProblem> problems)
    {
        var marks = problems.Where(p => table is not null && p.Register == table.Source && p.Row is not null).ToLookup(p => p.Row!.Value);
        return register.Layout == RegisterLayout.Fields ? Fields(register, table, lists, words, marks) : Rows(register, table, lists, words, marks);
    }

    private static WorkbookSheet Rows(RegisterDefinition register, RegisterTable? table, DropDownLists lists, ConfidenceWords words, ILookup<int, ImportProblem> marks)
    {
        // What came in is shown as it came, with columns that are unknown and without those that are missing.
        var header = table?.Header ?? [.. register.Columns.Select(c => c.Name)];
        var columns = header.Select(name => register.Columns.FirstOrDefault(c => c.Name == name)).ToList();
        var choices = columns.Select((c, i) => (Column: c, At: i)).Where(c => c.Column is not null && IsLimited(c.Column))
            .Where(c => lists.Formula(c.Column!) is not null || IsFree(c.Column!))
            .Select(c => Rule(c.At, 2, lists.LastRow(register), c.Column!, lists, words)).ToList();
        var notes = columns.Select((c, i) => c is null ? null : new SheetNote(i, 1, Help(register, c, words))).OfType<SheetNote>();
        var marked = marks.SelectMany(m => m).Select(p => (Problem: p, At: p.Column is null ? -1 : header.ToList().IndexOf(p.Column.Split(" and ")[0])))
            .Where(m => m.At >= 0 && m.Problem.Row > 1 && !m.Problem.IsHeading).GroupBy(m => (m.At, m.Problem.Row!.Value)).Take(MarksShown)
            .Select(g => new SheetNote(g.Key.At, g.Key.Value, string.Join("\n", g.Select(m => Sentence(m.Problem)))));

        // The headings stand in the first row of the copy, wherever they stood in the file.
        var headings = marks.SelectMany(m => m).Where(p => p.IsHeading && p.Column is not null && header.Contains(p.Column, StringComparer.Ordinal))
            .GroupBy(p => header.ToList().LastIndexOf(p.Column!)).Select(g => new SheetNote(g.Key, 1, string.Join("\n", g.Select(Sentence)))).ToList();
        var wrong = headings.Select(h => h.Column).ToHashSet();
        return new(WorkbookTemplate.SheetName(register), [.. columns.Select(c => (Width(c), WorkbookLook.Of(c, false)))], Lines(header, columns, table, words, marks, wrong))
        {
            Notes = [.. notes.Where(n => !wrong.Contains(n.Column)), .. headings, .. marked], Rules = choices,
        };
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> Lines(IReadOnlyList<string> header, List<Column?> columns, RegisterTable? table, ConfidenceWords words, ILookup<int, ImportProblem> marks, HashSet<int> wrongHeadings)
    {
        yield return [.. header.Select((name, i) => new SheetCell(
            columns[i]?.Heading ?? table?.Headings?.ElementAtOrDefault(i) ?? name, null, wrongHeadings.Contains(i) ? WorkbookLook.Of(null, true) : WorkbookLook.Head))];
        var next = 2;
        foreach (var row in table?.Rows ?? [])
        {
            // Rows keep their numbers in a marked copy, so that both can be looked at side by side.
            for (; next < row.Number; next++)
            {
                yield return [];
            }

            next = row.Number + 1;
            var wrong = marks[row.Number].ToList();
            yield return [.. row.Cells.Take(columns.Count).Select((text, i) => RawCells.Written(
                columns[i] is { } column ? words.Said(column, text) : text, columns[i], WorkbookLook.Of(columns[i], wrong.Exists(p => p.Column?.Split(" and ").Contains(header[i], StringComparer.Ordinal) == true))))];
        }
    }

    private static WorkbookSheet Fields(RegisterDefinition register, RegisterTable? table, DropDownLists lists, ConfidenceWords words, ILookup<int, ImportProblem> marks)
    {
        var texts = (table?.Rows ?? []).Where(r => r.Cells.Count > 1).GroupBy(r => r.Cells[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<SheetCell>> { new[] { "Field", "Value", "What to enter" }.Select(h => new SheetCell(h, null, WorkbookLook.Head)).ToList() };
        var (choices, notes) = (new List<SheetRule>(), new List<SheetNote>());
        foreach (var column in register.Columns)
        {
            var row = texts.GetValueOrDefault(column.Name);
            var wrong = row is null ? [] : marks[row.Number].Where(p => p.Column == column.Name).ToList();
            rows.Add([
                new(column.Heading, null, WorkbookLook.Strong), RawCells.Written(row?.Cells[1] ?? "", column, WorkbookLook.Of(column, wrong.Count > 0)),
                new(Help(register, column, words), null, WorkbookLook.Plain),
            ]);
            if (wrong.Count > 0)
            {
                notes.Add(new(1, rows.Count, string.Join("\n", wrong.Select(Sentence))));
            }

            if (IsLimited(column) && column.Holds != typeof(Core.Periods.FinancialYear))
            {
                choices.Add(Rule(1, rows.Count, rows.Count, column, lists, words));
            }
        }

        return new(WorkbookTemplate.SheetName(register), [(30, WorkbookLook.Plain), (60, WorkbookLook.Of(null, false)), (80, WorkbookLook.Plain)], rows) { Rules = choices, Notes = notes };
    }

    // A code may stand in the workbook before the row that it names does.
    private static SheetRule Rule(int at, int first, int last, Column column, DropDownLists lists, ConfidenceWords words)
    {
        var list = lists.Formula(column);
        var kind = list is not null ? SheetRuleKind.List
            : column.Holds == typeof(DateOnly) ? SheetRuleKind.Day
            : column.Holds == typeof(int) ? SheetRuleKind.Whole : SheetRuleKind.Number;
        return new(at, first, last, kind, column.Heading, words.Expected(column), column.Reference is null, list);
    }

    // What no list says, and numbers and days can be held to.
    private static bool IsFree(Column column) =>
        column.Choices.Count == 0 && column.Reference is null && column.Holds != typeof(Core.Periods.FinancialYear);

    private static bool IsLimited(Column column) => column.Choices.Count > 0 || column.Reference is not null || column.Holds == typeof(Money)
        || column.Holds == typeof(decimal) || column.Holds == typeof(int) || column.Holds == typeof(DateOnly) || column.Holds == typeof(Core.Periods.FinancialYear);

    private static string Help(RegisterDefinition register, Column column, ConfidenceWords words)
    {
        var said = words.Expected(column);
        var expected = char.ToUpperInvariant(said[0]) + said[1..] + ".";
        var names = column.Reference is { } reference && AllRegisters.FindKept(reference.Register) is { } other ? $" A row of the sheet {WorkbookTemplate.SheetName(other)}." : "";
        var optional = column.IsOptional ? " May be left empty: nothing is recorded then." : " Needed.";
        var key = register.Key.Count switch
        {
            0 => "",
            1 when register.Key[0] == column => " Each row has its own.",
            > 1 when register.Key.Contains(column) => $" Rows are told apart by {string.Join(", ", register.Key.Select(c => c.Heading.ToLowerInvariant()))}.",
            _ => "",
        };
        return expected + names + optional + key;
    }

    private static string Sentence(ImportProblem problem) =>
        problem.IsSentence ? problem.Expected : $"Expected {problem.Expected}.{(problem.Nearest is { } nearest ? $" Did you mean “{nearest}”?" : "")}";

    private static int Width(Column? column) => column switch
    {
        null => 20,
        { Reference: not null } => 26,
        _ when column.Holds == typeof(string) && column.Expected.Contains("2000", StringComparison.Ordinal) => 60,
        _ when column.Holds == typeof(string) && column.Expected.StartsWith("a text", StringComparison.Ordinal) => 36,
        _ => 18,
    };
}
