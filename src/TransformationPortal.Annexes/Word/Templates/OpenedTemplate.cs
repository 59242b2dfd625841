using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>A council's Word template, opened to take from it. It was checked when it was uploaded.</summary>
internal sealed class OpenedTemplate : IDisposable
{
    // A text narrower than this, about 11 cm, holds no table; a sheet beyond A3 is no paper for a committee.
    private const int LeastText = 6200;
    private const int LeastSide = 10000;
    private const int MostSide = 24000;

    private readonly WordprocessingDocument package;

    private OpenedTemplate(WordprocessingDocument package) => this.package = package;

    public MainDocumentPart Main => package.MainDocumentPart!;

    public Styles? Styles => Main.StyleDefinitionsPart?.Styles;

    public static OpenedTemplate Open(ReadOnlyMemory<byte> bytes) =>
        new(WordprocessingDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), isEditable: false, new OpenSettings { AutoSave = false }));

    /// <summary>The settings of its last section, which are those of its text.</summary>
    public SectionProperties? Section => Sections.LastOrDefault();

    /// <summary>Whether the first page has a header and footer of its own.</summary>
    public bool FirstPageDiffers => Sections.Any(s => s.GetFirstChild<TitlePage>() is { } title && (title.Val is null || title.Val.Value));

    /// <summary>Whether even pages have a header and footer of their own.</summary>
    public bool EvenPagesDiffer => Main.DocumentSettingsPart?.Settings?.GetFirstChild<EvenAndOddHeaders>() is { } even && (even.Val is null || even.Val.Value);

    private IEnumerable<SectionProperties> Sections => Main.Document?.Body?.Descendants<SectionProperties>() ?? [];

    /// <summary>The headers or footers that its last section shows, its own or those that it goes on with from the one before.</summary>
    public IReadOnlyDictionary<HeaderFooterValues, T> Parts<T>()
        where T : OpenXmlPart
    {
        var parts = new Dictionary<HeaderFooterValues, T>();
        foreach (var reference in Sections.SelectMany(s => s.Elements<HeaderFooterReferenceType>()))
        {
            if (reference.Id?.Value is { } id && Main.TryGetPartById(id, out var part) && part is T own)
            {
                parts[reference.Type?.Value ?? HeaderFooterValues.Default] = own;
            }
        }

        return parts;
    }

    /// <summary>Its sheet; nothing where it has none that a paper can be printed on.</summary>
    public PaperSheet? Sheet()
    {
        if (Section?.GetFirstChild<PageSize>() is not { Width: { } width, Height: { } height } || Section.GetFirstChild<PageMargin>() is not { Left: { } left, Right: { } right } margin)
        {
            return null;
        }

        var sheet = new PaperSheet(
            (int)Math.Min(width.Value, height.Value), (int)Math.Max(width.Value, height.Value),
            Math.Abs(margin.Top?.Value ?? 0), Math.Abs(margin.Bottom?.Value ?? 0), (int)left.Value, (int)right.Value,
            (int)(margin.Header?.Value ?? 0), (int)(margin.Footer?.Value ?? 0), (int)(margin.Gutter?.Value ?? 0));
        return sheet.ShortSide >= LeastSide && sheet.LongSide <= MostSide && sheet.PortraitWidth >= LeastText && sheet.LandscapeHeight >= LeastText * 2 / 3 ? sheet : null;
    }

    /// <summary>What its text is set in.</summary>
    public string Typeface()
    {
        var normal = Styles?.Elements<Style>().FirstOrDefault(s => s.Type?.Value == StyleValues.Paragraph && (s.Default?.Value ?? false));
        var fonts = normal?.StyleRunProperties?.RunFonts ?? Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.RunFonts;
        var scheme = Main.ThemePart?.Theme?.ThemeElements?.FontScheme;
        var named = fonts?.AsciiTheme?.Value is { } theme
            ? theme == ThemeFontValues.MajorAscii || theme == ThemeFontValues.MajorHighAnsi ? scheme?.MajorFont?.LatinFont?.Typeface?.Value : scheme?.MinorFont?.LatinFont?.Typeface?.Value
            : fonts?.Ascii?.Value;
        return named is { Length: > 0 } ? named : "Times New Roman";
    }

    /// <summary>The form in which the template numbers its paragraphs, with the level that its style names; nothing where it has none.</summary>
    public (int Form, int Level)? ParagraphNumbers(Numbering numbering)
    {
        var style = Styles is { } styles ? TemplateRoles.Find(styles, TemplateRoles.Of(WordStyles.Numbered)) : null;
        var list = style?.StyleParagraphProperties?.NumberingProperties;
        var instance = numbering.Elements<NumberingInstance>().FirstOrDefault(n => n.NumberID?.Value == list?.NumberingId?.Val?.Value);
        var form = numbering.Elements<AbstractNum>().FirstOrDefault(a => a.AbstractNumberId?.Value == instance?.AbstractNumId?.Val?.Value);
        return form is null || form.NumberingStyleLink is not null || form.StyleLink is not null ? null : (form.AbstractNumberId!.Value, list!.NumberingLevelReference?.Val?.Value ?? 0);
    }

    /// <summary>Whether a picture stands in what heads or ends its pages.</summary>
    public bool HasPicture => Main.HeaderParts.Any(h => h.ImageParts.Any()) || Main.FooterParts.Any(f => f.ImageParts.Any());

    public void Dispose() => package.Dispose();
}
