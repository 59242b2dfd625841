using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>What a file that the portal hands out says.</summary>
internal static class PaperText
{
    /// <summary>Every part of a package, the workbooks inside it too, without the marks of its format.</summary>
    public static string Of(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            return Path.GetExtension(entry.Name) switch
            {
                ".xlsx" => Of(content.ToArray()),
                ".xml" => TextOf(content),
                _ => Encoding.UTF8.GetString(content.ToArray()),
            };
        }));
    }

    private static string TextOf(MemoryStream xml) => XDocument.Load(new MemoryStream(xml.ToArray())) is { Root: { } root }
        ? string.Concat(root.DescendantNodes().OfType<XText>().Select(t => t.Value + (t.Parent!.Name.LocalName == "t" ? "" : " ")))
        : "";
}
