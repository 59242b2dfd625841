using System.IO.Compression;
using System.Text;

namespace TransformationPortal.Tests.Shared;

/// <summary>
/// A Word template as a council makes one: its typefaces and colours, a head with its crest that is larger on the first page,
/// numbered headings, paragraphs numbered in its own way, and styles that go by other identifiers than Word gives them.
/// </summary>
internal static class CouncilTemplate
{
    public const string Purple = "5B2C83";
    public const string Typeface = "Verdana";
    public const string HeadTypeface = "Georgia";
    public const string HeaderText = "Ashmere County Council · Corporate Services";
    public const string FirstHeaderText = "Ashmere County Council, County Hall, Ashmere AS1 1AA";
    public const string FooterText = "Official";

    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Media = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The template's parts by their paths.</summary>
    public static Dictionary<string, byte[]> Parts() => new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = Xml(ContentTypes("template.main+xml")),
        ["_rels/.rels"] = Xml(Relationships(("rId1", "officeDocument", "word/document.xml"))),
        ["word/document.xml"] = Xml(Document),
        ["word/_rels/document.xml.rels"] = Xml(Relationships(
            ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "settings", "settings.xml"), ("rId4", "theme", "theme/theme1.xml"),
            ("rId5", "header", "header1.xml"), ("rId6", "header", "header2.xml"), ("rId7", "footer", "footer1.xml"), ("rId8", "footer", "footer2.xml"))),
        ["word/styles.xml"] = Xml(Styles),
        ["word/numbering.xml"] = Xml(Numbering),
        ["word/settings.xml"] = Xml($"<w:settings {W}><w:zoom w:percent=\"90\"/><w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\" w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/></w:settings>"),
        ["word/theme/theme1.xml"] = Xml(Theme),
        ["word/header1.xml"] = Xml($"<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Kopfzeile\"/></w:pPr>{Run(HeaderText)}</w:p></w:hdr>"),
        ["word/header2.xml"] = Xml($"<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Kopfzeile\"/></w:pPr>{Crest}</w:p><w:p><w:pPr><w:pStyle w:val=\"Kopfzeile\"/></w:pPr>{Run(FirstHeaderText)}</w:p></w:hdr>"),
        ["word/_rels/header2.xml.rels"] = Xml(Relationships(("rId1", "image", "media/image1.png"))),
        ["word/footer1.xml"] = Xml($"<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Fusszeile\"/></w:pPr>{Run(FooterText + " · ")}{Field("PAGE")}</w:p></w:ftr>"),
        ["word/footer2.xml"] = Xml($"<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Fusszeile\"/></w:pPr>{Run(FooterText)}</w:p></w:ftr>"),
        ["word/media/image1.png"] = Pictures.Png(240, 80),
    };

    /// <summary>The template as the file that is uploaded.</summary>
    public static byte[] File(Action<Dictionary<string, byte[]>>? change = null)
    {
        var parts = Parts();
        change?.Invoke(parts);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Xml(string content) => Encoding.UTF8.GetBytes(Head + content);

    /// <summary>A part with some of its text replaced.</summary>
    public static Dictionary<string, byte[]> Replace(this Dictionary<string, byte[]> parts, string path, string text, string by)
    {
        var before = Encoding.UTF8.GetString(parts[path]);
        parts[path] = Encoding.UTF8.GetBytes(before.Replace(text, by, StringComparison.Ordinal));
        Assert.NotEqual(before, Encoding.UTF8.GetString(parts[path]));
        return parts;
    }

    /// <summary>The list of what the parts are.</summary>
    /// <param name="main">The kind of its main part: <c>template.main+xml</c> for a .dotx, <c>document.main+xml</c> for a .docx.</param>
    public static string ContentTypes(string main, string more = "") =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
        + $"<Override PartName=\"/word/document.xml\" ContentType=\"{Media}{main}\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Media}styles+xml\"/>"
        + $"<Override PartName=\"/word/numbering.xml\" ContentType=\"{Media}numbering+xml\"/><Override PartName=\"/word/settings.xml\" ContentType=\"{Media}settings+xml\"/>"
        + "<Override PartName=\"/word/theme/theme1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>"
        + string.Concat(new[] { "header1", "header2" }.Select(h => $"<Override PartName=\"/word/{h}.xml\" ContentType=\"{Media}header+xml\"/>"))
        + string.Concat(new[] { "footer1", "footer2" }.Select(h => $"<Override PartName=\"/word/{h}.xml\" ContentType=\"{Media}footer+xml\"/>")) + more + "</Types>";

    public static string Relationships(params IEnumerable<(string Id, string Type, string Target)> all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Types}{r.Type}\" Target=\"{r.Target}\"{(r.Target.Contains(':', StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>")) + "</Relationships>";

    public static string Field(string instruction) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction[..2]}</w:instrText></w:r><w:r><w:instrText xml:space=\"preserve\">{instruction[2..]} </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Run(string text) => $"<w:r><w:rPr><w:sz w:val=\"16\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Document =>
        $"<w:document {W} {R}><w:body><w:p><w:pPr><w:pStyle w:val=\"Ueberschrift1\"/></w:pPr><w:r><w:t>Replace this with your heading</w:t></w:r></w:p>"
        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:headerReference w:type=\"first\" r:id=\"rId6\"/><w:footerReference w:type=\"default\" r:id=\"rId7\"/><w:footerReference w:type=\"first\" r:id=\"rId8\"/>"
        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1247\" w:bottom=\"1304\" w:left=\"1361\" w:header=\"680\" w:footer=\"624\" w:gutter=\"0\"/><w:cols w:space=\"708\"/><w:titlePg/></w:sectPr></w:body></w:document>";

    private static string Styles =>
        $"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\"/><w:sz w:val=\"20\"/><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + Style("Standard", "Normal", null, "<w:pPr><w:jc w:val=\"both\"/></w:pPr>", " w:default=\"1\"")
        + "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"AbsatzStandard\"><w:name w:val=\"Default Paragraph Font\"/></w:style>"
        + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"NormaleTabelle\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        + Style("Titel", "Title", "Standard", $"<w:pPr><w:spacing w:before=\"240\" w:after=\"60\"/><w:jc w:val=\"left\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"{HeadTypeface}\" w:hAnsi=\"{HeadTypeface}\"/><w:color w:val=\"{Purple}\"/><w:sz w:val=\"56\"/></w:rPr>")
        + Style("Ueberschrift1", "heading 1", "Standard", $"<w:pPr><w:keepNext/><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:before=\"320\" w:after=\"120\"/><w:jc w:val=\"left\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"{HeadTypeface}\" w:hAnsi=\"{HeadTypeface}\"/><w:b/><w:color w:val=\"{Purple}\"/><w:sz w:val=\"32\"/></w:rPr>")
        + Style("Ueberschrift2", "Heading 2", "Standard", $"<w:pPr><w:spacing w:before=\"240\" w:after=\"80\" w:line=\"260\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"{HeadTypeface}\" w:hAnsi=\"{HeadTypeface}\"/><w:color w:val=\"{Purple}\"/><w:sz w:val=\"26\"/></w:rPr>")
        + Style("Absatz", "Numbered Paragraph", "Standard", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
        + Style("Note", "Side note", "Standard", "<w:rPr><w:i/></w:rPr>")
        + Style("Kopfzeile", "header", "Standard", "<w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:sz w:val=\"16\"/></w:rPr>")
        + Style("Fusszeile", "footer", "Standard", "<w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:sz w:val=\"16\"/></w:rPr>")
        + "</w:styles>";

    private static string Style(string id, string name, string? basedOn, string properties, string attributes = "") =>
        $"<w:style w:type=\"paragraph\"{attributes} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}<w:qFormat/>{properties}</w:style>";

    private static string Numbering =>
        $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:nsid w:val=\"11111111\"/><w:multiLevelType w:val=\"multilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Ueberschrift1\"/><w:lvlText w:val=\"%1\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:nsid w:val=\"22222222\"/><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Absatz\"/><w:lvlText w:val=\"§%1\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"680\" w:hanging=\"680\"/></w:pPr></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

    private static string Crest =>
        "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"1620000\" cy=\"540000\"/><wp:docPr id=\"1\" name=\"Crest\" descr=\"The crest of Ashmere\"/>"
        + "<a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Crest\"/><pic:cNvPicPr/></pic:nvPicPr>"
        + "<pic:blipFill><a:blip r:embed=\"rId1\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1620000\" cy=\"540000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    private static string Theme
    {
        get
        {
            string[] colours = ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
            var fill = string.Concat(Enumerable.Repeat("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>", 3));
            var line = string.Concat(Enumerable.Repeat("<a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>", 3));
            var effect = string.Concat(Enumerable.Repeat("<a:effectStyle><a:effectLst/></a:effectStyle>", 3));
            string Font(string name, string face) => $"<a:{name}><a:latin typeface=\"{face}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>";
            return "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Ashmere\"><a:themeElements><a:clrScheme name=\"Ashmere\">"
                + string.Concat(colours.Select((c, i) => $"<a:{c}><a:srgbClr val=\"{(c == "lt1" ? "FFFFFF" : i < 3 ? "000000" : Purple)}\"/></a:{c}>"))
                + $"</a:clrScheme><a:fontScheme name=\"Ashmere\">{Font("majorFont", HeadTypeface)}{Font("minorFont", Typeface)}</a:fontScheme>"
                + $"<a:fmtScheme name=\"Ashmere\"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
        }
    }
}
