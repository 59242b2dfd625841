using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>A Word file opened again, as a reader's program opens it.</summary>
internal sealed class WordFile : IDisposable
{
    private readonly WordprocessingDocument package;

    public WordFile(byte[] bytes)
    {
        Bytes = bytes;
        package = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    public byte[] Bytes { get; }

    public WordprocessingDocument Package => package;

    public MainDocumentPart Main => package.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public IEnumerable<Table> Tables => Body.Elements<Table>();

    /// <summary>All that is written in it, a line a paragraph.</summary>
    public string Text => string.Join('\n', Body.Descendants<Paragraph>().Select(p => p.InnerText));

    /// <summary>The papers by their keys, as an edition makes them.</summary>
    public static WordFile Of(string key, EditionStamp stamp, DecisionBasis basis = DecisionBasis.AsItStands, AnnexPrint print = AnnexPrint.Standard) =>
        new(WordWriter.Write(Compose(key, stamp, basis), new AnnexFace(stamp, basis), print));

    public static AnnexDocument Compose(string key, EditionStamp stamp, DecisionBasis basis) => key switch
    {
        "annex-1" => Annex1.Compose(stamp.Edition, basis),
        "annex-2" => Annex2.Compose(stamp.Edition, basis),
        "annex-3" => Annex3.Compose(stamp.Edition),
        "quarterly-report" => QuarterlyReport.Compose(stamp.Edition, basis),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown paper."),
    };

    public Table Table(string title) => Tables.First(t => Title(t) == title);

    public static string Title(Table table) => table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!;

    /// <summary>The rows of a table with their cells' texts; a new line in a cell is a space.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(Table table) =>
        [.. table.Elements<TableRow>().Select(r => (IReadOnlyList<string>)[.. r.Elements<TableCell>().Select(CellText)])];

    public void Dispose() => package.Dispose();

    private static string CellText(TableCell cell) => string.Concat(cell.Descendants().Select(e => e switch
    {
        Text text => text.Text,
        Break => " ",
        _ => "",
    }));
}
