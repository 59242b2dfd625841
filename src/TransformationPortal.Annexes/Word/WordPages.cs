using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Annexes.Word.Templates;
using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Word;

/// <summary>
/// Sheets, upright or turned, with what heads and ends each page. Of a council's template these are the template's, and below
/// its head stands the line that says which edition a paper is of; pages that it does not number are numbered.
/// </summary>
internal sealed class WordPages
{
    private readonly MainDocumentPart main;
    private readonly Paper paper;
    private readonly AnnexFace face;
    private readonly OpenedTemplate? template;
    private readonly Action<OpenXmlElement> name;
    private readonly List<(HeaderFooterValues Type, string Header, string Footer)> kinds = [];
    private bool isFirst = true;

    /// <param name="name">Leads what is written here to the styles that are there.</param>
    public WordPages(MainDocumentPart main, Paper paper, AnnexFace face, OpenedTemplate? template, Action<OpenXmlElement> name)
    {
        (this.main, this.paper, this.face, this.template, this.name) = (main, paper, face, template, name);
        var headers = template?.Parts<HeaderPart>();
        var footers = template?.Parts<FooterPart>();
        foreach (var (type, suffix) in Types())
        {
            var header = Head(headers?.GetValueOrDefault(type), "rIdHeader" + suffix);
            var footer = Foot(footers?.GetValueOrDefault(type), "rIdFooter" + suffix);
            kinds.Add((type, header, footer));
        }
    }

    /// <summary>Ends a run of pages that are all upright or all turned, and begins a new page after it.</summary>
    public Paragraph End(bool isLandscape)
    {
        var paragraph = WordText.Paragraph(WordStyles.Spacer, Array.Empty<OpenXmlElement>());
        paragraph.ParagraphProperties!.SectionProperties = Section(isLandscape);
        return paragraph;
    }

    /// <summary>The pages up to here. Only the paper's first has the first page's head.</summary>
    public SectionProperties Section(bool isLandscape)
    {
        var sheet = paper.Sheet;
        var (shorter, longer) = ((uint)sheet.ShortSide, (uint)sheet.LongSide);
        var page = isLandscape
            ? new PageSize { Width = longer, Height = shorter, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = shorter, Height = longer };
        var shown = kinds.Where(k => isFirst || k.Type != HeaderFooterValues.First).ToList();
        var section = new SectionProperties(
        [
            .. shown.Select(k => new HeaderReference { Type = k.Type, Id = k.Header }),
            .. shown.Select(k => new FooterReference { Type = k.Type, Id = k.Footer }),
            new SectionType { Val = SectionMarkValues.NextPage },
            page,
            new PageMargin
            {
                Top = sheet.Top, Bottom = sheet.Bottom, Left = (uint)sheet.Left, Right = (uint)sheet.Right,
                Header = (uint)sheet.Header, Footer = (uint)sheet.Footer, Gutter = (uint)sheet.Gutter,
            },
        ]);
        if (template?.Section?.GetFirstChild<PageBorders>() is { } borders)
        {
            section.Append(borders.CloneNode(true));
        }

        if (isFirst && kinds.Exists(k => k.Type == HeaderFooterValues.First))
        {
            section.Append(new TitlePage());
        }

        isFirst = false;
        return section;
    }

    private IEnumerable<(HeaderFooterValues Type, string Suffix)> Types()
    {
        yield return (HeaderFooterValues.Default, "");
        if (template?.FirstPageDiffers ?? false)
        {
            yield return (HeaderFooterValues.First, "First");
        }

        if (template?.EvenPagesDiffer ?? false)
        {
            yield return (HeaderFooterValues.Even, "Even");
        }
    }

    private string Head(HeaderPart? given, string id)
    {
        var part = given is null ? main.AddNewPart<HeaderPart>(id) : main.AddPart(given, id);
        var root = part.Header ??= new Header();
        Enlarge(root);
        List<Paragraph> lines = [WordText.Paragraph(WordStyles.Header, face.Header)];
        if (face.Warning is { } warning)
        {
            lines.Add(WordText.Paragraph(WordStyles.Header, new AnnexText([new(warning, IsStrong: true)])));
        }

        Append(root, lines);
        return id;
    }

    private string Foot(FooterPart? given, string id)
    {
        var part = given is null ? main.AddNewPart<FooterPart>(id) : main.AddPart(given, id);
        var root = part.Footer ??= new Footer();
        Enlarge(root);
        if (!TemplateFields.NumberPages(root))
        {
            Append(root,
            [
                WordText.Paragraph(WordStyles.Footer,
                [
                    .. WordText.Runs("Page "), WordText.Field("PAGE", "1"), .. WordText.Runs(" of "), WordText.Field("NUMPAGES", "1"), .. WordText.Runs($" · {face.Programme}"),
                ]),
            ]);
        }

        return id;
    }

    private void Append(OpenXmlElement root, List<Paragraph> lines)
    {
        foreach (var line in lines)
        {
            name(line);
            root.Append(line);
        }
    }

    private void Enlarge(OpenXmlElement root)
    {
        if (template is not null && paper.IsLarge)
        {
            TemplateSizes.Enlarge(root, paper);
        }
    }
}
