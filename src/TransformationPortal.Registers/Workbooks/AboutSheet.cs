using System.Globalization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>The first sheet: what the workbook is, how to fill it in, and where each register is.</summary>
internal static class AboutSheet
{
    private static readonly string[] How =
    [
        "Fill in a row for each item, or paste values under the headings. Point at a heading to read what its column holds.",
        "An empty cell means that nothing is recorded. It is not the same as nought.",
        "Codes and names that one sheet takes from another must stand there as well: a project’s directorate is a row of Directorates.",
        "Upload the workbook to the portal. It says what is wrong, cell by cell, or shows what would change. Nothing changes before you agree.",
        "A row that you delete here is taken out of its register, after you have confirmed it. A sheet that you delete leaves its register as it is.",
        "Highlight reports and the quarter’s story are written in the portal and stand in no sheet.",
    ];

    public static WorkbookSheet Build(WorkbookFace face, IReadOnlyList<RegisterDefinition> registers)
    {
        var rows = new List<IReadOnlyList<SheetCell>> { new[] { Said("The programme’s registers", WorkbookLook.Title) } };
        rows.Add([Said("Made on", WorkbookLook.Strong), Said(DateFormat.Long(face.Made))]);
        rows.Add([Said(WorkbookTemplate.VersionLabel, WorkbookLook.Strong), RawCells.Written(WorkbookTemplate.Version.ToString(CultureInfo.InvariantCulture), Columns.Integer("version"), WorkbookLook.Plain)]);
        if (face.Seal is { } seal)
        {
            rows.Add([Said(WorkbookTemplate.SealLabel, WorkbookLook.Strong), Said(seal)]);
        }

        rows.Add([]);
        rows.AddRange(How.Select((text, i) => (IReadOnlyList<SheetCell>)[Said(i == 0 ? "How to use it" : "", WorkbookLook.Strong), Said(text)]));
        rows.Add([]);
        var links = new List<(string, string, string)>();
        foreach (var register in registers)
        {
            rows.Add([Said(links.Count == 0 ? "Sheets" : "", WorkbookLook.Strong), Said(WorkbookTemplate.SheetName(register))]);
            links.Add((CellNames.Cell(1, rows.Count), WorkbookTemplate.SheetName(register), "A1"));
        }

        return new(WorkbookTemplate.AboutSheet, [(30, WorkbookLook.Plain), (100, WorkbookLook.Plain)], rows) { Links = links, HasHeader = false };
    }

    private static SheetCell Said(string text, uint style = WorkbookLook.Plain) => new(text, null, style);
}
