using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace TransformationPortal.Data.Tests.Workbooks;

/// <summary>A workbook built by hand, cell by cell, as other programs may write them.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<(string Path, string Content)> extra = [];

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(double number) => $"<c><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>";

    /// <summary>A number that the sheet shows as a day.</summary>
    public static string Day(int number) => $"<c s=\"1\"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>";

    public static string Error(string error) => $"<c t=\"e\"><f>A1/0</f><v>{error}</v></c>";

    public static string Uncalculated => "<c><f>A1+1</f></c>";

    /// <param name="rows">The cells of each row, each as XML.</param>
    public RawWorkbook With(string sheet, string state, string after, params IReadOnlyList<string>[] rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var row in rows)
        {
            xml.Append("<row>").AppendJoin("", row).Append("</row>");
        }

        sheets.Add((sheet, state, xml.Append("</sheetData>").Append(after).Append("</worksheet>").ToString()));
        return this;
    }

    public RawWorkbook With(string sheet, params IReadOnlyList<string>[] rows) => With(sheet, "", "", rows);

    /// <summary>Says something of the columns of the last sheet.</summary>
    public RawWorkbook WithColumns(string columns)
    {
        sheets[^1] = sheets[^1] with { Xml = sheets[^1].Xml.Replace("<sheetData>", $"<cols>{columns}</cols><sheetData>", StringComparison.Ordinal) };
        return this;
    }

    public RawWorkbook WithPart(string path, string content)
    {
        extra.Add((path, content));
        return this;
    }

    public MemoryStream Build()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(content);
            }

            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" {s.State} r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"sheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>");
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Count; i++)
            {
                Add($"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
            }

            foreach (var (path, content) in extra)
            {
                Add(path, content);
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
