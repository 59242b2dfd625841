using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Excel;

/// <summary>A line of the cover, and the sheet it leads to where it names one.</summary>
internal sealed record CoverLine(IReadOnlyList<(string Text, uint Style)> Cells, string? LinkTo = null)
{
    public static CoverLine Empty { get; } = new([]);
}

/// <summary>The first sheet of a workbook: what it is, how to read it, what is on which sheet.</summary>
internal static class Cover
{
    private static readonly string[] HowToRead =
    [
        "A blank cell means that nothing is recorded. A zero means that of what is recorded for the row nothing is there, or that it adds up to nothing.",
        "Tables of savings are in £ million and show a saving as a negative, because it reduces a budget. The ledgers are in pounds and show a saving as a positive.",
        "The amount of a year is the new annual saving that begins in it, so the years can be added.",
        "A total is a formula: the sum of the cells it adds up, or of the ledger’s entries where these are not in the table.",
    ];

    public static IEnumerable<CoverLine> Lines(AnnexFace face, IEnumerable<SheetTable> sheets) =>
    [
        new([(face.Programme, WorkbookStyles.Title)]),
        new([(face.Council, WorkbookStyles.Strong)]),
        .. new[] { face.Warning, face.Notice }.OfType<string>().Select(w => new CoverLine([(w, WorkbookStyles.Warning)])),
        CoverLine.Empty,
        .. face.Facts.Select(f => new CoverLine([(f.Name, WorkbookStyles.Strong), (f.Value, WorkbookStyles.Wrapped)])),
        CoverLine.Empty,
        .. HowToRead.Concat(new[] { face.Provenance }.OfType<string>())
            .Select((line, i) => new CoverLine([(i == 0 ? "How to read this workbook" : "", WorkbookStyles.Strong), (line, WorkbookStyles.Wrapped)])),
        CoverLine.Empty,
        new([("Sheet", WorkbookStyles.Head), ("What it holds", WorkbookStyles.Head), ("Unit and notes", WorkbookStyles.Head)]),
        .. sheets.Select(s => new CoverLine([(s.SheetName, WorkbookStyles.Wrapped), (s.Title, WorkbookStyles.Wrapped), (s.Remarks, WorkbookStyles.Wrapped)], s.SheetName)),
    ];
}
