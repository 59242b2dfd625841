using System.IO.Compression;
using System.Text;
using System.Xml;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>
/// A file as the package it says it is, looked through part by part before any program for Word files opens it: nothing in it
/// may run or fetch, and it unpacks to no more than a template needs, whatever its directory claims.
/// </summary>
internal static class TemplatePackage
{
    private const int MostParts = 400;
    private const long MostUnpacked = 32 * 1024 * 1024;
    private const int MostNested = 128;
    private const string Office = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string SaveAs = "Open it in Word, choose File, Save as, “Word template (.dotx)”, and upload that.";

    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = MostUnpacked,
    };

    // Pictures that templates have; whatever else is not text is not taken.
    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase) { ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf" };

    /// <returns>Nothing where it may be opened; else a sentence that says why not, and what to do.</returns>
    public static string? Refusal(ReadOnlyMemory<byte> file)
    {
        if (file.Length == 0)
        {
            return "The file is empty. Choose a Word template (.dotx).";
        }

        if (file.Length > PaperTemplate.MostBytes)
        {
            return FormattableString.Invariant($"The file is larger than {PaperTemplate.MostBytes / (1024 * 1024)} MB. Make the pictures in it smaller: in Word, choose one, then Picture format, Compress pictures.");
        }

        if (file.Span.StartsWith(OleHeader))
        {
            return file.Span.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? "The file is protected by a password. Open it in Word, take the password off (File, Info, Protect document), save it and upload it again."
                : $"The file is of the old kind (.dot or .doc), which can hold macros and is not read. {SaveAs}";
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
            return Look(archive);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or ArgumentException or OverflowException)
        {
            return NoTemplate();
        }
        catch (XmlException)
        {
            return $"A part of the file is damaged, or holds what a Word file does not. {SaveAs}";
        }
    }

    public static string NoTemplate() => $"The file is not a Word template (.dotx or .docx), or it is damaged. {SaveAs}";

    private static string? Look(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
        {
            return FormattableString.Invariant($"The file holds more than {MostParts} parts, which no template does. It was not opened.");
        }

        if (archive.GetEntry("mimetype") is not null)
        {
            return $"The file is an OpenDocument file. {SaveAs}";
        }

        if (archive.GetEntry("[Content_Types].xml") is null || archive.Entries.Select(e => e.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() != archive.Entries.Count)
        {
            return NoTemplate();
        }

        var left = MostUnpacked;
        var main = (string?)null;
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(e => e.FullName == "[Content_Types].xml" ? 0 : 1))
        {
            if (Unpack(entry, left) is not { } bytes)
            {
                return "The file unpacks to far more than a template holds, and was not opened. Take out large pictures and fonts.";
            }

            left -= bytes.Length;
            if (Problem(entry.FullName, bytes, ref main) is { } problem)
            {
                return problem;
            }
        }

        return main is null ? NoTemplate() : null;
    }

    private static byte[]? Unpack(ZipArchiveEntry entry, long left)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (to.Length + read > left)
            {
                return null;
            }

            to.Write(buffer, 0, read);
        }

        return to.ToArray();
    }

    private static string? Problem(string path, byte[] bytes, ref string? main)
    {
        var name = path.ToUpperInvariant();
        if (name.EndsWith("VBAPROJECT.BIN", StringComparison.Ordinal) || name.EndsWith("VBADATA.XML", StringComparison.Ordinal))
        {
            return Macros;
        }

        if (name.Contains("/ACTIVEX/", StringComparison.Ordinal) || name.Contains("/EMBEDDINGS/", StringComparison.Ordinal) || name.Contains("/AFCHUNK", StringComparison.Ordinal))
        {
            return $"The file holds something of another program ({path}). Take it out, or put a picture of it in its place.";
        }

        return Pictures.Contains(Path.GetExtension(path)) ? TooManyPixels(path, bytes)
            : path == "[Content_Types].xml" ? OfTypes(bytes, ref main)
            : path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? OfRelations(path, bytes)
            : Nested(path, bytes);
    }

    private const string Macros = "The file holds macros, which are not taken. In Word, choose File, Save as, “Word template (.dotx)”, which leaves them out, and upload that.";

    private static string? OfTypes(byte[] bytes, ref string? main)
    {
        var types = Elements(bytes, "Default", "Override").Select(e => e.GetValueOrDefault("ContentType", "")).ToList();
        if (types.Exists(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || t.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            return Macros;
        }

        if (types.Exists(t => t.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || t.Contains("activeX", StringComparison.OrdinalIgnoreCase)))
        {
            return "The file holds something of another program. Take it out, or put a picture of it in its place.";
        }

        main = types.Find(t => t is Office + "template.main+xml" or Office + "document.main+xml");
        return main is null ? NoTemplate() : null;
    }

    // A link to a page or an address is followed by a person; whatever else leads outside is fetched by a program.
    private static string? OfRelations(string path, byte[] bytes)
    {
        foreach (var relation in Elements(bytes, "Relationship").Where(r => r.GetValueOrDefault("TargetMode", "").Equals("External", StringComparison.OrdinalIgnoreCase)))
        {
            var (type, target) = (relation.GetValueOrDefault("Type", ""), relation.GetValueOrDefault("Target", ""));
            var isLink = type.EndsWith("/hyperlink", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
            if (!isLink)
            {
                var what = type.EndsWith("/attachedTemplate", StringComparison.OrdinalIgnoreCase)
                    ? "is attached to another template. In Word, choose Developer, Document template, and take what stands there out"
                    : type.EndsWith("/image", StringComparison.OrdinalIgnoreCase) ? "shows a picture that is kept elsewhere. Put the picture itself into the template"
                    : "leads to something outside that would be fetched. Take it out";
                return $"The file ({path}) {what}: “{Short(target)}”.";
            }
        }

        return null;
    }

    private static string? Nested(string path, byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Xml);
        while (reader.Read())
        {
            if (reader.Depth > MostNested)
            {
                return $"A part of the file ({path}) is nested deeper than any template is. It was not opened.";
            }

            if (reader.NodeType == XmlNodeType.Element && Fetches(reader) is { } target)
            {
                return $"The file ({path}) fetches something from elsewhere: “{Short(target)}”. Take it out, or put the picture itself into the template.";
            }
        }

        return null;
    }

    // Old drawings name their pictures by an address; a picture of lines may lead to another, or run a script.
    private static string? Fetches(XmlReader reader)
    {
        var isSvg = reader.NamespaceURI == "http://www.w3.org/2000/svg";
        if (isSvg && (reader.LocalName is "script" or "foreignObject" or "style"))
        {
            return $"<{reader.LocalName}>";
        }

        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            var value = reader.Value;
            var isAddress = (reader.LocalName is "src" && reader.NamespaceURI.Length == 0) || (isSvg && reader.LocalName is "href" && value.Length > 0 && value[0] != '#')
                || (isSvg && value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !value.Contains("url(#", StringComparison.OrdinalIgnoreCase))
                || (isSvg && reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            if (isAddress && value.Length > 0 && !value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            {
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    // What a PNG picture unpacks to is told by its head; programs unpack it whole.
    private static string? TooManyPixels(string path, byte[] bytes) =>
        bytes.Length > 24 && bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        && (Side(bytes, 16) > MostPixels || Side(bytes, 20) > MostPixels)
            ? FormattableString.Invariant($"A picture in the file ({path}) has more than {MostPixels:N0} pixels on a side. Save it smaller.")
            : null;

    private const uint MostPixels = 6000;

    private static uint Side(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    private static IEnumerable<Dictionary<string, string>> Elements(byte[] bytes, params string[] names)
    {
        var found = new List<Dictionary<string, string>>();
        using var reader = XmlReader.Create(new MemoryStream(bytes), Xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && names.Contains(reader.LocalName, StringComparer.Ordinal))
            {
                var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var i = 0; i < reader.AttributeCount; i++)
                {
                    reader.MoveToAttribute(i);
                    attributes[reader.LocalName] = reader.Value;
                }

                reader.MoveToElement();
                found.Add(attributes);
            }
        }

        return found;
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
