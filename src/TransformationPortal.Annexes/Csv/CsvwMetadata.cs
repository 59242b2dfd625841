using System.Text.Encodings.Web;
using System.Text.Json;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Csv;

/// <summary>The description of a CSV file after “CSV on the Web”: where it is from, its licence where the council has chosen one, what each column holds.</summary>
internal static class CsvwMetadata
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The name of the file that describes all tables of a folder, as the standard has it.</summary>
    public const string GroupName = "csv-metadata.json";

    /// <summary>The description of one file, to lie beside it.</summary>
    public static byte[] Write(CsvTable table, AnnexFace face) => Described(json =>
    {
        json.WriteString("url", table.FileName);
        json.WriteString("dc:title", XmlText.Clean($"{table.Title} – {face.Programme}, {face.Quarter}"));
        json.WriteString("dc:description", Description(table, face));
        Origin(json, face);
        Schema(json, table);
        Dialect(json);
    });

    /// <summary>The description of all files together: a table group.</summary>
    public static byte[] Write(IEnumerable<CsvTable> tables, AnnexFace face) => Described(json =>
    {
        json.WriteString("@type", "TableGroup");
        json.WriteString("dc:title", XmlText.Clean($"{face.Programme}, {face.Quarter}"));
        Origin(json, face);
        Dialect(json);
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("url", table.FileName);
            json.WriteString("dc:title", XmlText.Clean(table.Title));
            json.WriteString("dc:description", Description(table, face));
            Schema(json, table);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] Described(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue("http://www.w3.org/ns/csvw");
            json.WriteStartObject();
            json.WriteString("@language", "en-GB");
            json.WriteEndObject();
            json.WriteEndArray();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static string Description(CsvTable table, AnnexFace face) => XmlText.Clean(string.Join(" ", new[] { face.Warning, face.Notice }.Concat(table.Remarks).OfType<string>()
        .Append("An empty cell means that nothing is recorded. An apostrophe was put before a text that a spreadsheet would take for a formula.")));

    private static void Origin(Utf8JsonWriter json, AnnexFace face)
    {
        json.WriteString("dc:publisher", XmlText.Clean(face.Council));
        if (face.Licence is { } licence)
        {
            Link(json, "dc:license", licence.Address());
        }

        json.WriteString("dc:identifier", face.Seal);
        json.WriteString("dc:provenance", XmlText.Clean(face.Provenance ?? $"Made from the entries of {face.EditionName.ToLowerInvariant()}."));
        Typed(json, "dc:date", "xsd:date", DateFormat.Iso(face.AsAt));
        Facts(json, face);
    }

    private static void Facts(Utf8JsonWriter json, AnnexFace face)
    {
        json.WriteStartArray("schema:additionalProperty");
        foreach (var (name, value) in face.Facts)
        {
            json.WriteStartObject();
            json.WriteString("@type", "schema:PropertyValue");
            json.WriteString("schema:name", name);
            json.WriteString("schema:value", XmlText.Clean(value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Schema(Utf8JsonWriter json, CsvTable table)
    {
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("titles", column.Title);
            json.WriteString("datatype", column.DataType);
            if (column.Unit is { } unit)
            {
                json.WriteString("schema:unitText", unit);
            }

            if (column.Name == "row")
            {
                json.WriteBoolean("required", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("primaryKey", "row");
        json.WriteEndObject();
    }

    private static void Dialect(Utf8JsonWriter json)
    {
        json.WriteStartObject("dialect");
        json.WriteString("encoding", "utf-8");
        json.WriteBoolean("header", true);
        json.WriteString("delimiter", ",");
        json.WriteStartArray("lineTerminators");
        json.WriteStringValue("\r\n");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, string name, string address)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", address);
        json.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("@value", value);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }
}
