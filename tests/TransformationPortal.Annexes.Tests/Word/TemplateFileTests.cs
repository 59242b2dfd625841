using System.IO.Compression;
using System.Text;
using TransformationPortal.Annexes.Word.Templates;
using TransformationPortal.Core.Looks;
using TransformationPortal.Tests.Shared;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>What is taken as a council's Word template, and what is refused with the reason.</summary>
public sealed class TemplateFileTests
{


    [Theory]
    [InlineData("template.main+xml")]
    [InlineData("document.main+xml")]
    public void File_OfATemplateOrADocument_IsTakenAndSaysWhatPapersTakeOfIt(string main)
    {
        var (contents, problem) = PaperTemplateFile.Read(CouncilTemplate.File(p => p["[Content_Types].xml"] = CouncilTemplate.Xml(CouncilTemplate.ContentTypes(main))));

        Assert.Null(problem);
        Assert.Equal(
            ["Normal", "Title", "heading 1", "heading 2", "Numbered Paragraph", "header", "footer"],
            contents!.Styles.Where(s => s.IsTaken).Select(s => s.Name));
        Assert.Contains(contents.Styles, s => s is { Name: "caption", IsTaken: false });
        Assert.Contains(contents.Notes, n => n.Contains(CouncilTemplate.Typeface, StringComparison.Ordinal));
        Assert.Contains(contents.Notes, n => n.Contains("210 by 297 mm, with 24 mm at its left and 22 mm", StringComparison.Ordinal));
        Assert.Contains(contents.Notes, n => n.StartsWith("Its header is used, with that of the first page.", StringComparison.Ordinal));
        Assert.Contains(contents.Notes, n => n.Contains("Where it has no page number", StringComparison.Ordinal));
        Assert.Contains(contents.Notes, n => n.StartsWith("A picture is in its header", StringComparison.Ordinal));
        Assert.Contains("Text in the template itself is left out.", contents.Notes);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "empty", "The file is empty" },
        { "text", "is not a Word template" },
        { "cut off", "is not a Word template" },
        { "workbook", "is not a Word template" },
        { "old", "of the old kind (.dot or .doc)" },
        { "password", "protected by a password" },
        { "open document", "is an OpenDocument file" },
        { "macro type", "holds macros" },
        { "macro part", "holds macros" },
        { "attached template", "is attached to another template" },
        { "picture elsewhere", "shows a picture that is kept elsewhere" },
        { "frame elsewhere", "leads to something outside" },
        { "link to a script", "leads to something outside" },
        { "object", "something of another program" },
        { "entity", "is damaged, or holds what a Word file does not" },
        { "old drawing", "fetches something from elsewhere: “http://evil.example/x.png”" },
        { "line picture", "fetches something from elsewhere" },
        { "field", "has the field INCLUDEPICTURE" },
        { "field in pieces", "has the field DDEAUTO" },
        { "nested", "nested deeper" },
        { "bomb", "unpacks to far more" },
        { "parts", "more than 400 parts" },
        { "twice", "is not a Word template" },
        { "pixels", "more than 6,000 pixels" },
        { "heavy", "larger than 4 MB" },
        { "chart in the header", "holds more than text and pictures" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void File_ThatMayDoHarmOrIsNone_IsRefusedWithTheReason(string kind, string reason)
    {
        var (contents, problem) = PaperTemplateFile.Read(Make(kind));

        Assert.Null(contents);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void File_WithALinkToThePageOfTheCouncil_IsTaken()
    {
        var file = CouncilTemplate.File(p => p["word/_rels/header1.xml.rels"] = Relations("hyperlink", "https://ashmere.example/"));

        Assert.Null(PaperTemplateFile.Read(file).Problem);
    }

    private static byte[] Relations(string type, string target) => CouncilTemplate.Xml(CouncilTemplate.Relationships(("rId90", type, target)));

    private static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "text" => "Heading 1, Arial 18"u8.ToArray(),
        "cut off" => CouncilTemplate.File()[..2000],
        "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        "password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "heavy" => [.. CouncilTemplate.File(), .. new byte[PaperTemplate.MostBytes]],
        "twice" => Twice(),
        _ => CouncilTemplate.File(parts => Change(parts, kind)),
    };

    private static void Change(Dictionary<string, byte[]> parts, string kind)
    {
        const string Head = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
        switch (kind)
        {
            case "workbook":
                parts["[Content_Types].xml"] = CouncilTemplate.Xml(CouncilTemplate.ContentTypes("template.main+xml").Replace("wordprocessingml.template", "spreadsheetml.sheet", StringComparison.Ordinal));
                break;
            case "open document":
                parts["mimetype"] = "application/vnd.oasis.opendocument.text-template"u8.ToArray();
                break;
            case "macro type":
                parts["[Content_Types].xml"] = CouncilTemplate.Xml(CouncilTemplate.ContentTypes("template.main+xml").Replace("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "vnd.ms-word.template.macroEnabledTemplate.main+xml", StringComparison.Ordinal));
                break;
            case "macro part":
                parts["word/vbaProject.bin"] = [1, 2, 3];
                break;
            case "attached template":
                parts["word/_rels/settings.xml.rels"] = Relations("attachedTemplate", "https://evil.example/normal.dotm");
                break;
            case "picture elsewhere":
                parts["word/_rels/header1.xml.rels"] = Relations("image", "https://evil.example/crest.png");
                break;
            case "frame elsewhere":
                parts["word/_rels/header1.xml.rels"] = Relations("frame", "file:///etc/passwd");
                break;
            case "link to a script":
                parts["word/_rels/header1.xml.rels"] = Relations("hyperlink", "javascript:alert(1)");
                break;
            case "object":
                parts["word/embeddings/oleObject1.bin"] = [1, 2, 3];
                break;
            case "entity":
                parts["word/header1.xml"] = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>{Head}<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:hdr>");
                break;
            case "old drawing":
                parts["word/header1.xml"] = CouncilTemplate.Xml($"{Head}<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata src=\"http://evil.example/x.png\"/></v:shape></w:pict></w:r></w:p></w:hdr>");
                break;
            case "line picture":
                parts["word/media/image2.svg"] = CouncilTemplate.Xml("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"http://evil.example/x.png\"/></svg>");
                break;
            case "field":
                parts["word/header1.xml"] = CouncilTemplate.Xml($"{Head}<w:p><w:fldSimple w:instr=\" INCLUDEPICTURE &quot;http://evil.example/x.png&quot; \"/></w:p></w:hdr>");
                break;
            case "field in pieces":
                parts["word/footer2.xml"] = CouncilTemplate.Xml($"<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p>{CouncilTemplate.Field("DDEAUTO cmd")}</w:p></w:ftr>");
                break;
            case "nested":
                parts["word/header1.xml"] = CouncilTemplate.Xml(Head + string.Concat(Enumerable.Repeat("<w:p>", 5000)) + string.Concat(Enumerable.Repeat("</w:p>", 5000)) + "</w:hdr>");
                break;
            case "bomb":
                parts["word/media/image2.bmp"] = new byte[40 * 1024 * 1024];
                break;
            case "parts":
                for (var i = 0; i < 420; i++)
                {
                    parts[$"word/media/more{i}.png"] = [1];
                }

                break;
            case "pixels":
                parts["word/media/image1.png"] = Pictures.PngOf(40000, 40000, [1, 2, 3]);
                break;
            case "chart in the header":
                parts["word/_rels/header1.xml.rels"] = Relations("chart", "charts/chart1.xml");
                parts["word/charts/chart1.xml"] = CouncilTemplate.Xml("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/>");
                parts["[Content_Types].xml"] = CouncilTemplate.Xml(CouncilTemplate.ContentTypes("template.main+xml", "<Override PartName=\"/word/charts/chart1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of file.");
        }
    }

    private static byte[] Twice()
    {
        using var bytes = new MemoryStream(CouncilTemplate.File().ToArray().Length * 2);
        bytes.Write(CouncilTemplate.File());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/Header1.xml").Open();
            entry.Write(CouncilTemplate.Parts()["word/header1.xml"]);
        }

        return bytes.ToArray();
    }
}
