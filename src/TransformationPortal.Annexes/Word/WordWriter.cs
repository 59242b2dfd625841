using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Annexes.Packages;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Word;

/// <summary>Writes a paper as a Word file. It lays out and computes nothing; the same paper, face and look give the same bytes.</summary>
public static class WordWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="look">The council's; the portal's own where none is given.</param>
    /// <param name="forPages">Whether the file is turned into pages at once, as for a PDF, rather than opened by a reader.</param>
    public static byte[] Write(AnnexDocument document, AnnexFace face, AnnexPrint print, CouncilLook? look = null, bool forPages = false)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            var paper = Paper.For(print, (look ?? CouncilLook.Default).Colours);
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Build(paper);
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = WordNumbering.Build(document.Parts.Count, paper);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = WordSettings.Build();
            _ = new WordPages(main, face);
            main.Document = new Document(new WordBody(main, paper, new WordLinks(main, face)).Build(document, face, look?.Logo, forPages));

            DocumentProperties.WriteCore(package.AddNewPart<CoreFilePropertiesPart>("rId2"), $"{document.Title} – {document.Subject}", face.Header, face);
            DocumentProperties.WriteExtended(package.AddNewPart<ExtendedFilePropertiesPart>("rId3"), face);
            DocumentProperties.WriteCustom(package.AddNewPart<CustomFilePropertiesPart>("rId4"), face);
        }

        return FixedPackage.Rewrite(bytes);
    }
}
