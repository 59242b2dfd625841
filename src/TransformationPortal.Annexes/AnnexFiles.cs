using TransformationPortal.Annexes.Csv;
using TransformationPortal.Annexes.Excel;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes;

/// <summary>Makes the files of an edition. Keep one for the whole program: it holds the queue for PDF.</summary>
/// <param name="portal">Where readers reach the portal, so that figures in a paper lead to what they are made of; none where that is not known.</param>
public sealed class AnnexFiles(PdfConverter pdf, Uri? portal = null)
{
    /// <summary>Whether a kind can be made on this machine: PDF needs LibreOffice.</summary>
    public bool CanMake(AnnexKind kind) => !kind.Facts().NeedsLibreOffice || pdf.Find() is not null;

    /// <summary>
    /// Writes a file. The same stamp, basis, print and look make the same bytes. Only asynchronous calls are made on
    /// <paramref name="output"/>, which need not be able to seek and is left open.
    /// </summary>
    /// <param name="laidOut">For a Word file, the same paper as PDF, whose pages its contents name; none where there is none, and then they name none.</param>
    /// <returns>Nothing when it is written; for a PDF that could not be made the reason, and then nothing was written.</returns>
    public async Task<PdfResult.None?> WriteAsync(
        AnnexKind kind, EditionStamp stamp, DecisionBasis basis, AnnexPrint print, CouncilLook look, Stream output, CancellationToken cancellationToken,
        ReadOnlyMemory<byte>? laidOut = null)
    {
        var face = new AnnexFace(stamp, basis, portal);
        switch (kind)
        {
            case AnnexKind.Annex1Docx or AnnexKind.Annex2Docx or AnnexKind.Annex3Docx or AnnexKind.QuarterlyReportDocx or AnnexKind.ReportWithoutAnnex3Docx:
                var pages = laidOut is { } laid ? PdfPages.Read(laid.Span)?.Headings : null;
                await output.WriteAsync(WordWriter.Write(Compose(kind, stamp.Edition, basis), face, print, look, headingPages: pages), cancellationToken);
                return null;
            case AnnexKind.QuarterXlsx:
                await output.WriteAsync(AnnexWorkbook.Write(new QuarterTables(stamp.Edition, basis), face, look), cancellationToken);
                return null;
            case AnnexKind.QuarterZip:
                await CsvArchive.WriteAsync(new QuarterTables(stamp.Edition, basis), face, output, cancellationToken);
                return null;
            case AnnexKind.Annex1Pdf or AnnexKind.Annex2Pdf or AnnexKind.Annex3Pdf or AnnexKind.QuarterlyReportPdf or AnnexKind.ReportWithoutAnnex3Pdf:
                var paper = Compose(kind, stamp.Edition, basis);
                var order = new PdfOrder(WordWriter.Write(paper, face, print, look, forPages: true), face.MadeAt, [.. paper.Pictures.Select(p => p.Alternative)]);
                switch (await pdf.ConvertAsync(order, cancellationToken))
                {
                    case PdfResult.Made made:
                        await output.WriteAsync(made.Bytes, cancellationToken);
                        return null;
                    case PdfResult.None none:
                        return none;
                    default:
                        throw new InvalidOperationException("Unknown result of a conversion.");
                }

            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of file.");
        }
    }

    private static AnnexDocument Compose(AnnexKind kind, Edition edition, DecisionBasis basis) => kind switch
    {
        AnnexKind.Annex1Docx or AnnexKind.Annex1Pdf => Annex1.Compose(edition, basis),
        AnnexKind.Annex2Docx or AnnexKind.Annex2Pdf => Annex2.Compose(edition, basis),
        AnnexKind.Annex3Docx or AnnexKind.Annex3Pdf => Annex3.Compose(edition),
        AnnexKind.QuarterlyReportDocx or AnnexKind.QuarterlyReportPdf => QuarterlyReport.Compose(edition, basis),
        AnnexKind.ReportWithoutAnnex3Docx or AnnexKind.ReportWithoutAnnex3Pdf => QuarterlyReport.Compose(edition, basis, annex3IsApart: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of file is no paper."),
    };
}
