using TransformationPortal.Core;
using TransformationPortal.Core.Reading;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Files;

/// <summary>
/// Reads sheets and CSV files into registers. A sheet is known by its name; where that is another, by the register's name in
/// it or by the headings that it has.
/// </summary>
internal sealed class RegisterFiles(IReadOnlyList<RegisterDefinition> registers, ReadingNotes notes, List<ImportProblem> problems)
{
    private readonly List<RegisterTable> tables = [];

    public IReadOnlyList<RegisterTable> Tables => tables;

    /// <summary>Reads every sheet that is a register, and says of the others that they were not read.</summary>
    /// <param name="isWorkbook">Whether they are sheets of one workbook.</param>
    public void Read(IReadOnlyList<OpenSheet> sheets, bool isWorkbook, CancellationToken ct)
    {
        var strangers = new List<OpenSheet>();
        foreach (var sheet in sheets)
        {
            if (registers.FirstOrDefault(r => IsCalled(r, sheet.Name)) is not { } register)
            {
                strangers.Add(sheet);
            }
            else if (tables.Any(t => t.Name == register.Name))
            {
                problems.Add(new(sheet.Source, null, null, sheet.Name, $"each register once, and this is its second {(isWorkbook ? "sheet" : "file")}"));
            }
            else
            {
                Read(register, sheet, ct);
            }
        }

        foreach (var sheet in strangers.ToList())
        {
            if (Meant(sheet) is { } register)
            {
                strangers.Remove(sheet);
                notes.Add(sheet.Source, "", "known by", null, $"the {(isWorkbook ? "sheet" : "file")} was read as the register {register.Title}.");
                Read(register, sheet, ct);
            }
        }

        NameStrangers([.. strangers.Select(s => s.Name)], isWorkbook);
    }

    private static bool IsCalled(RegisterDefinition register, string name) =>
        AllRegisters.Find([register], name) is not null || MatchingKey.AreSame(name.Replace('_', ' '), register.Title);

    // The register whose name stands in the sheet's, else the one whose headings it has, if it is not there already.
    private RegisterDefinition? Meant(OpenSheet sheet)
    {
        var name = " " + MatchingKey.Of(sheet.Name.Replace('_', ' ').Replace("-", " - ", StringComparison.Ordinal)).Replace('-', ' ') + " ";
        var missing = registers.Where(r => !tables.Any(t => t.Name == r.Name)).ToList();
        var named = missing.Where(r => name.Contains(" " + MatchingKey.Of(r.Title) + " ", StringComparison.Ordinal) && RegisterHeadings.Find(r, sheet.First) is not null)
            .OrderByDescending(r => r.Title.Length).FirstOrDefault();
        return named ?? RegisterHeadings.RegisterOf(missing, sheet.First);
    }

    private void Read(RegisterDefinition register, OpenSheet sheet, CancellationToken ct)
    {
        if (sheet.IsHidden)
        {
            notes.Add(sheet.Source, "", "hidden", null, "the sheet is hidden; it was read like the others.");
        }

        if (SheetTables.Read(register, sheet, notes, problems, ct) is { } table)
        {
            tables.Add(table);
        }
    }

    // A sheet that is nearly called as a register that is missing was renamed; any other is the reader's own.
    private void NameStrangers(List<string> strangers, bool isWorkbook)
    {
        var missing = registers.Where(d => !tables.Any(t => t.Name == d.Name)).Select(WorkbookTemplate.SheetName).ToList();
        foreach (var name in strangers.Where(n => AllRegisters.FindKept(n) is null))
        {
            if (Nearest.To(name, missing) is { } nearest)
            {
                problems.Add(new(name, null, null, name, "the name of a register as the sheet’s name", nearest));
            }
            else
            {
                notes.Add(name, "", "stranger", null, $"no register is called so or has its headings; the {(isWorkbook ? "sheet" : "file")} was not read.");
            }
        }

        if (tables.Count == 0 && problems.Count == 0)
        {
            throw new ImportRefusedException(isWorkbook
                ? $"The workbook has no sheet of a register. Their names are {string.Join(", ", registers.Select(WorkbookTemplate.SheetName))}."
                : $"No register is called {string.Join(" or ", strangers.Select(s => $"“{s}”"))}, and no file has the headings of one. Name a CSV file as its register: {string.Join(", ", registers.Select(d => d.Name + ".csv"))}.");
        }

        foreach (var name in missing.Where(m => isWorkbook && !problems.Any(p => p.Nearest == m)))
        {
            notes.Add(name, "", "missing", null, "the workbook has no such sheet; the register stays as it is.");
        }
    }
}
