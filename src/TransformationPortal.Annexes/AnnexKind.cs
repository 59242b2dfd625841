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
    Annex3Docx,
    Annex3Pdf,
    ReportWithoutAnnex3Docx,
    ReportWithoutAnnex3Pdf,
}

/// <summary>What every kind of file is.</summary>
/// <param name="Name">Its name in an address: <c>annex-2.docx</c>.</param>
/// <param name="Title">As a reader meets it: <c>Annex 2: Financial position (Word)</c>.</param>
/// <param name="MediaType">For the answer's content type.</param>
/// <param name="HasLargePrint">Whether it comes in large print too.</param>
/// <param name="NeedsLibreOffice">Whether it is offered only where LibreOffice is.</param>
public sealed record AnnexKindFacts(AnnexKind Kind, string Name, string Title, string MediaType, bool HasLargePrint, bool NeedsLibreOffice)
{
    /// <summary><c>annex-2</c></summary>
    public string BaseName => Path.GetFileNameWithoutExtension(Name);

    /// <summary><c>.docx</c></summary>
    public string Extension => Path.GetExtension(Name);
}
