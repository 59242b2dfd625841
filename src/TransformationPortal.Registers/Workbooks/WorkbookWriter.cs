using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Workbooks;

/// <summary>What a workbook says of itself.</summary>
/// <param name="Seal">The state of the programme that it was made from; none in an empty template.</param>
/// <param name="Made">The day on which it was made.</param>
public sealed record WorkbookFace(string? Seal, DateOnly Made)
{
    /// <summary>What the council calls bands of confidence, where the workbook holds no programme that says it.</summary>
    public ConfidenceWords Words { get; init; } = ConfidenceWords.Portal;
}

/// <summary>Writes registers as a workbook: a sheet a register, with drop-down lists, formats and a note on every column. The same registers give the same bytes.</summary>
public static class WorkbookWriter
{
    // Named here, since the part would else be given a name drawn at random.
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>Registers as they are: the present programme, or some of its registers.</summary>
    public static byte[] Write(IReadOnlyList<RegisterTable> tables, WorkbookFace face) => Write(tables, face, []);

    /// <summary>A workbook to be filled in from the beginning.</summary>
    public static byte[] Template(WorkbookFace face) => Write([], face with { Seal = null }, []);

    /// <summary>A month's spend to be filled in, with the codes of the cost lines beside it.</summary>
    public static byte[] ActualsTemplate(IReadOnlyList<RegisterTable> tables, WorkbookFace face) => Write(
        [.. tables.Where(t => t.Name == CostLinesRegister.Definition.Name)], face with { Seal = null }, [], [ActualsSheet.Definition, CostLinesRegister.Definition]);

    /// <summary>A copy of what came in, with what is wrong marked at its cells and listed on a sheet of its own.</summary>
    public static byte[] Marked(IReadOnlyList<RegisterTable> tables, WorkbookFace face, IReadOnlyList<ImportProblem> problems) => Write(tables, face, problems);

    private static byte[] Write(IReadOnlyList<RegisterTable> tables, WorkbookFace face, IReadOnlyList<ImportProblem> problems, IReadOnlyList<RegisterDefinition>? only = null)
    {
        var isMarked = problems.Count > 0;
        var registers = (only ?? AllRegisters.Kept).Where(d => only is not null || tables.Count == 0 || tables.Any(t => t.Name == d.Name)).ToList();
        var words = ConfidenceWords.In(tables) ?? face.Words;
        var lists = new DropDownLists(tables, registers, words);
        List<WorkbookSheet> sheets =
        [
            AboutSheet.Build(face, registers),
            .. isMarked ? (IEnumerable<WorkbookSheet>)[ProblemsSheet.Build(tables, problems)] : [],
            .. registers.Select(d => RegisterSheet.Build(d, tables.FirstOrDefault(t => t.Name == d.Name), lists, words, problems)),
            lists.Sheet(),
        ];
        using var bytes = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddNewPart<WorkbookPart>(WorkbookType, "rIdBook");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = WorkbookLook.Build();
            var list = new Sheets();
            for (var i = 0u; i < sheets.Count; i++)
            {
                var id = $"rIdSheet{i + 1}";
                SheetFile.Write(workbook.AddNewPart<WorksheetPart>(id), sheets[(int)i]);
                list.Append(new Sheet { Name = sheets[(int)i].Name, SheetId = i + 1, Id = id, State = sheets[(int)i].IsHidden ? SheetStateValues.Hidden : null });
            }

            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = isMarked ? 1u : 0u }), list);
        }

        return FixedPackage.Rewrite(bytes);
    }
}
