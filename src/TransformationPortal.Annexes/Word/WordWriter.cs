using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Annexes.Packages;
using TransformationPortal.Annexes.Word.Templates;
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
    /// <param name="headingPages">The page of each heading, in order, for the contents; none where they are not known.</param>
    public static byte[] Write(
        AnnexDocument document, AnnexFace face, AnnexPrint print, CouncilLook? look = null, bool forPages = false, IReadOnlyList<int>? headingPages = null)
    {
        using var template = look?.Template is { } file ? OpenedTemplate.Open(file.Bytes) : null;
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            var paper = Fitted(Paper.For(print, (look ?? CouncilLook.Default).Colours), template);
            var numbering = WordNumbering.AddTo(main, document.Parts.Count, paper, template);
            var styles = Styles(main, paper, numbering, template);
            if (template?.Main.ThemePart is { } theme)
            {
                main.AddPart(theme, "rIdTheme");
            }

            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = WordSettings.Build(template);
            var pages = new WordPages(main, paper, face, template, line => styles?.Apply(line));
            var logo = template?.HasPicture ?? false ? null : look?.Logo;
            main.Document = new Document(new WordBody(main, paper, pages, numbering, new WordLinks(main, face)).Build(document, face, logo, forPages, headingPages));
            styles?.Apply(main.Document);
            if (main.FootnotesPart?.Footnotes is { } notes)
            {
                styles?.Apply(notes);
            }

            DocumentProperties.WriteCore(package.AddNewPart<CoreFilePropertiesPart>("rId2"), $"{document.Title} – {document.Subject}", face.Header, face);
            DocumentProperties.WriteExtended(package.AddNewPart<ExtendedFilePropertiesPart>("rId3"), face);
            DocumentProperties.WriteCustom(package.AddNewPart<CustomFilePropertiesPart>("rId4"), face);
        }

        return FixedPackage.Rewrite(bytes);
    }

    private static Paper Fitted(Paper paper, OpenedTemplate? template) =>
        template is null ? paper : paper with { Typeface = template.Typeface(), Sheet = template.Sheet() ?? paper.Sheet };

    private static TemplateStyles? Styles(MainDocumentPart main, Paper paper, WordNumbering numbering, OpenedTemplate? template)
    {
        if (template is not null)
        {
            var styles = TemplateStyles.AddTo(main, template, numbering, paper);
            styles.ApplyToLists(main.NumberingDefinitionsPart!.Numbering!);
            return styles;
        }

        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Build(paper, numbering);
        return null;
    }
}
