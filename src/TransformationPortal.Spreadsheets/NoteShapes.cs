using System.Globalization;
using System.Xml;

namespace TransformationPortal.Spreadsheets;

/// <summary>The shapes in which spreadsheet programs show notes: without them a note is in the file and nobody sees it.</summary>
public static class NoteShapes
{
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Office = "urn:schemas-microsoft-com:office:office";
    private const string Excel = "urn:schemas-microsoft-com:office:excel";

    public static void Write(Stream stream, IReadOnlyList<SheetNote> notes)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { OmitXmlDeclaration = true });
        writer.WriteStartElement("xml");
        writer.WriteAttributeString("xmlns", "v", null, Vml);
        writer.WriteAttributeString("xmlns", "o", null, Office);
        writer.WriteAttributeString("xmlns", "x", null, Excel);
        writer.WriteStartElement("shapetype", Vml);
        writer.WriteAttributeString("id", "_x0000_t202");
        writer.WriteAttributeString("coordsize", "21600,21600");
        writer.WriteAttributeString("spt", Office, "202");
        writer.WriteAttributeString("path", "m,l,21600r21600,l21600,xe");
        writer.WriteEndElement();
        for (var i = 0; i < notes.Count; i++)
        {
            Shape(writer, notes[i], i + 1);
        }

        writer.WriteEndElement();
    }

    private static void Shape(XmlWriter writer, SheetNote note, int number)
    {
        writer.WriteStartElement("shape", Vml);
        writer.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"_x0000_s{1024 + number}"));
        writer.WriteAttributeString("type", "#_x0000_t202");
        writer.WriteAttributeString("style", "position:absolute;width:220pt;height:90pt;z-index:1;visibility:hidden");
        writer.WriteAttributeString("fillcolor", "#ffffe1");
        writer.WriteStartElement("textbox", Vml);
        writer.WriteEndElement();
        writer.WriteStartElement("ClientData", Excel);
        writer.WriteAttributeString("ObjectType", "Note");
        writer.WriteElementString("Anchor", Excel, string.Create(
            CultureInfo.InvariantCulture, $"{note.Column + 1}, 15, {note.Row - 1}, 2, {note.Column + 4}, 15, {note.Row + 5}, 2"));
        writer.WriteElementString("AutoFill", Excel, "False");
        writer.WriteElementString("Row", Excel, (note.Row - 1).ToString(CultureInfo.InvariantCulture));
        writer.WriteElementString("Column", Excel, note.Column.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
