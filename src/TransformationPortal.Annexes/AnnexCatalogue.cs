using TransformationPortal.Annexes.Csv;
using TransformationPortal.Annexes.Excel;
using TransformationPortal.Annexes.Word;
using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes;

/// <summary>The files there are, in the order in which a page offers them.</summary>
public static class AnnexCatalogue
{
    public const string PdfMediaType = "application/pdf";

    public static IReadOnlyList<AnnexKindFacts> All { get; } =
    [
        Word(AnnexKind.Annex1Docx, "annex-1.docx", Annex1.Title),
        Pdf(AnnexKind.Annex1Pdf, "annex-1.pdf", Annex1.Title),
        Word(AnnexKind.Annex2Docx, "annex-2.docx", Annex2.Title),
        Pdf(AnnexKind.Annex2Pdf, "annex-2.pdf", Annex2.Title),
        Word(AnnexKind.Annex3Docx, "annex-3.docx", Annex3.Title),
        Pdf(AnnexKind.Annex3Pdf, "annex-3.pdf", Annex3.Title),
        Word(AnnexKind.ReportWithoutAnnex3Docx, "quarterly-report-without-annex-3.docx", QuarterlyReport.TitleWithoutAnnex3),
        Pdf(AnnexKind.ReportWithoutAnnex3Pdf, "quarterly-report-without-annex-3.pdf", QuarterlyReport.TitleWithoutAnnex3),
        Word(AnnexKind.QuarterlyReportDocx, "quarterly-report.docx", QuarterlyReport.Title),
        Pdf(AnnexKind.QuarterlyReportPdf, "quarterly-report.pdf", QuarterlyReport.Title),
        new(AnnexKind.QuarterXlsx, "quarter.xlsx", "All tables and ledger entries (Excel)", AnnexWorkbook.MediaType, HasLargePrint: false, NeedsLibreOffice: false),
        new(AnnexKind.QuarterZip, "quarter.zip", "All tables and ledger entries (CSV with metadata)", CsvArchive.MediaType, HasLargePrint: false, NeedsLibreOffice: false),
    ];

    public static AnnexKindFacts Facts(this AnnexKind kind) =>
        All.FirstOrDefault(f => f.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of file.");

    /// <summary>The kind that an address names, whatever its case; nothing when there is none of that name.</summary>
    public static AnnexKindFacts? Find(string name) => All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The PDF of the same paper; nothing for what is no paper in Word.</summary>
    public static AnnexKindFacts? AsPdf(this AnnexKindFacts facts) => facts.MediaType == WordWriter.MediaType ? Find(facts.BaseName + ".pdf") : null;

    private static AnnexKindFacts Word(AnnexKind kind, string name, string title) =>
        new(kind, name, $"{title} (Word)", WordWriter.MediaType, HasLargePrint: true, NeedsLibreOffice: false);

    private static AnnexKindFacts Pdf(AnnexKind kind, string name, string title) =>
        new(kind, name, $"{title} (PDF)", PdfMediaType, HasLargePrint: true, NeedsLibreOffice: true);
}
