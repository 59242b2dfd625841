using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Word;

/// <summary>Sheets, upright or turned, with the line that heads each page and the number that ends it.</summary>
internal sealed class WordPages
{
    private const string HeaderId = "rIdHeader";
    private const string FooterId = "rIdFooter";

    public WordPages(MainDocumentPart main, AnnexFace face)
    {
        var header = main.AddNewPart<HeaderPart>(HeaderId);
        header.Header = new Header(WordText.Paragraph(WordStyles.Header, face.Header));
        if (face.Warning is { } warning)
        {
            header.Header.Append(WordText.Paragraph(WordStyles.Header, new AnnexText([new(warning, IsStrong: true)])));
        }

        main.AddNewPart<FooterPart>(FooterId).Footer = new Footer(WordText.Paragraph(WordStyles.Footer,
        [
            .. WordText.Runs("Page "), WordText.Field("PAGE", "1"), .. WordText.Runs(" of "), WordText.Field("NUMPAGES", "1"), .. WordText.Runs($" · {face.Programme}"),
        ]));
    }

    /// <summary>Ends a run of pages that are all upright or all turned, and begins a new page after it.</summary>
    public static Paragraph End(bool isLandscape)
    {
        var paragraph = WordText.Paragraph(WordStyles.Spacer, Array.Empty<OpenXmlElement>());
        paragraph.ParagraphProperties!.SectionProperties = Section(isLandscape);
        return paragraph;
    }

    public static SectionProperties Section(bool isLandscape)
    {
        var page = isLandscape
            ? new PageSize { Width = Paper.LongSide, Height = Paper.ShortSide, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = Paper.ShortSide, Height = Paper.LongSide };
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
            new SectionType { Val = SectionMarkValues.NextPage },
            page,
            new PageMargin
            {
                Top = Paper.Margin + 200, Bottom = Paper.Margin, Left = Paper.Margin, Right = Paper.Margin,
                Header = Paper.HeaderMargin, Footer = Paper.HeaderMargin, Gutter = 0,
            });
    }
}
