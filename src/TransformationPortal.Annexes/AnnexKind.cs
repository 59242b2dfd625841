namespace TransformationPortal.Annexes;

/// <summary>The files that an edition can be taken away as.</summary>
public enum AnnexKind
{
    Annex1Docx,
    Annex2Docx,
    QuarterlyReportDocx,
    QuarterXlsx,
    QuarterZip,
    Annex1Pdf,
    Annex2Pdf,
    QuarterlyReportPdf,
}
