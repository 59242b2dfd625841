using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using TransformationPortal.Core.Papers;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Packages;

/// <summary>What a file says of itself in its properties: title, language, and what identifies the edition.</summary>
internal static class DocumentProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // Programs part keywords at blanks and commas, so that within one stands neither.
    /// <param name="core">A new part for the core properties.</param>
    public static void WriteCore(CoreFilePropertiesPart core, string title, string subject, AnnexFace face)
    {
        var day = new XAttribute(Xsi + "type", "dcterms:W3CDTF");
        var asAt = face.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var properties = new XElement(Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName),
            new XElement(Dc + "title", XmlText.Clean(title)),
            new XElement(Dc + "subject", XmlText.Clean(subject)),
            new XElement(Dc + "creator", XmlText.Clean(face.Council)),
            new XElement(Core + "keywords", XmlText.Clean(string.Join(", ", face.Keywords.Select(k => k.Replace(' ', '\u00A0').Replace(",", "", StringComparison.Ordinal))))),
            new XElement(Dc + "language", "en-GB"),
            new XElement(Terms + "created", day, asAt),
            new XElement(Terms + "modified", day, asAt));
        using var stream = core.GetStream(FileMode.Create);
        properties.Save(stream);
    }

    public static void WriteCustom(CustomFilePropertiesPart custom, AnnexFace face)
    {
        // Numbers below 2 are reserved.
        var id = 1;
        custom.Properties = new DocumentFormat.OpenXml.CustomProperties.Properties(face.Facts.Select(f => new CustomDocumentProperty(new VTLPWSTR(XmlText.Clean(f.Value)))
        {
            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
            PropertyId = ++id,
            Name = f.Name,
        }));
    }

    public static void WriteExtended(ExtendedFilePropertiesPart extended, AnnexFace face) =>
        extended.Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(
            new Application("Transformation Portal"), new Company(XmlText.Clean(face.Council)));
}
