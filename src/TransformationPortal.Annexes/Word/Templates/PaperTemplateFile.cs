using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>A style that papers need, and where it comes from.</summary>
/// <param name="Name">What it is called in Word.</param>
/// <param name="Use">What it is for.</param>
/// <param name="IsTaken">Whether the template has it; else the portal's own is added.</param>
public sealed record TemplateStyleUse(string Name, string Use, bool IsTaken);

/// <summary>What papers take of a council's template.</summary>
/// <param name="Styles">Every style that papers need.</param>
/// <param name="Notes">What else is taken, what is added and what is left out, a sentence each.</param>
public sealed record TemplateContents(IReadOnlyList<TemplateStyleUse> Styles, IReadOnlyList<string> Notes);

/// <summary>Checks a file that is to be the council's Word template, and says what papers will take of it.</summary>
public static class PaperTemplateFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.template";

    /// <returns>What it holds, or a sentence that says why it is not taken.</returns>
    public static (TemplateContents? Contents, string? Problem) Read(ReadOnlyMemory<byte> file)
    {
        if (TemplatePackage.Refusal(file) is { } refusal)
        {
            return (null, refusal);
        }

        try
        {
            using var template = OpenedTemplate.Open(file);
            return template.Main.Document?.Body is null ? (null, TemplatePackage.NoTemplate())
                : Unwanted(template) is { } problem ? (null, problem)
                : (new(Styles(template), [.. Notes(template)]), null);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or FormatException or InvalidOperationException or ArgumentException)
        {
            return (null, TemplatePackage.NoTemplate());
        }
    }

    private static IReadOnlyList<TemplateStyleUse> Styles(OpenedTemplate template) =>
        [.. TemplateRoles.All.Select(r => new TemplateStyleUse(r.Name, r.Use, template.Styles is { } styles && TemplateRoles.Find(styles, r) is not null))];

    // In what is taken: the heads and feet of pages. The text of the template is not.
    private static string? Unwanted(OpenedTemplate template)
    {
        IEnumerable<(OpenXmlPart Part, OpenXmlElement? Root)> taken = [.. template.Main.HeaderParts.Select(h => ((OpenXmlPart)h, (OpenXmlElement?)h.Header)), .. template.Main.FooterParts.Select(f => ((OpenXmlPart)f, (OpenXmlElement?)f.Footer))];
        foreach (var (part, root) in taken)
        {
            if (part.Parts.FirstOrDefault(p => p.OpenXmlPart is not ImagePart) is { OpenXmlPart: { } other })
            {
                return $"What heads or ends the pages holds more than text and pictures ({other.Uri.OriginalString.TrimStart('/')}). Put a picture in its place.";
            }

            if (root is not null && TemplateFields.Unwanted(root) is { } field)
            {
                return $"What heads or ends the pages has the field {field}, which fetches or runs something. Take the field out.";
            }
        }

        return null;
    }

    private static IEnumerable<string> Notes(OpenedTemplate template)
    {
        yield return $"Text is set in {template.Typeface()}. Where that typeface is not installed, as on the server that makes PDF files, the nearest one stands in for it; typefaces that are put into the template are left out.";
        yield return template.Sheet() is { } sheet
            ? $"The sheet is {Millimetres(sheet.ShortSide)} by {Millimetres(sheet.LongSide)} mm, with {Millimetres(sheet.Left)} mm at its left and {Millimetres(sheet.Right)} mm at its right. Wide tables turn it."
            : "The template has no sheet that papers can be printed on, so that they have the portal’s own: A4 with 20 mm at each side.";
        var (headers, footers) = (template.Parts<HeaderPart>(), template.Parts<FooterPart>());
        yield return headers.Count == 0 ? "No header is in it: each page is headed by the line that says which edition the paper is of." : $"{Pages(headers.Keys, "header", template)} The line that says which edition a paper is of stands below.";
        yield return footers.Values.All(f => f.Footer is { } footer && TemplateFields.NumberPages(footer)) && footers.Count > 0
            ? $"{Pages(footers.Keys, "footer", template)} The page number is the template’s."
            : $"{(footers.Count == 0 ? "No footer is in it." : Pages(footers.Keys, "footer", template))} Where it has no page number, the portal’s line with it is added.";
        if (template.HasPicture)
        {
            yield return "A picture is in its header or footer: the logo of this page is then left out of papers, and stays on pages of the portal.";
        }

        if (template.Main.Document!.Body!.InnerText.Trim().Length > 0)
        {
            yield return "Text in the template itself is left out.";
        }

        yield return "In large print the template’s sizes are raised to 16 points and more.";
    }

    private static string Pages(IEnumerable<HeaderFooterValues> kinds, string what, OpenedTemplate template)
    {
        var shown = kinds.ToList();
        var first = template.FirstPageDiffers && shown.Contains(HeaderFooterValues.First);
        var even = template.EvenPagesDiffer && shown.Contains(HeaderFooterValues.Even);
        return $"Its {what} is used{(first, even) switch { (true, true) => ", with those of the first page and of even pages", (true, false) => ", with that of the first page", (false, true) => ", with that of even pages", _ => "" }}.";
    }

    private static string Millimetres(int twips) => Math.Round(twips * 25.4 / 1440).ToString(CultureInfo.InvariantCulture);
}
