using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>The fields of a template: what Word fills in by itself.</summary>
internal static class TemplateFields
{
    // What tells of the paper or its pages, the day or the file. Others fetch what is elsewhere, or run something.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "PAGEREF", "REF", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "DOCPROPERTY",
        "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "FILENAME", "QUOTE", "IF", "=", "HYPERLINK", "SEQ", "REVNUM", "LASTSAVEDBY", "SYMBOL", "EQ", "ADVANCE", "TOC",
    };

    /// <summary>Whether it numbers its pages.</summary>
    public static bool NumberPages(OpenXmlElement root) => Names(root).Contains("PAGE", StringComparer.OrdinalIgnoreCase);

    /// <summary>The first field that fetches or runs something; nothing where there is none.</summary>
    public static string? Unwanted(OpenXmlElement root) => Names(root).FirstOrDefault(n => !Harmless.Contains(n));

    // A field's instruction may be cut into pieces anywhere, and fields may stand in one another; its name is its first word.
    private static IEnumerable<string> Names(OpenXmlElement root)
    {
        var open = new Stack<(string Text, bool IsDone)>();
        foreach (var element in root.Descendants())
        {
            switch (element)
            {
                case SimpleField field:
                    yield return Name(field.Instruction?.Value ?? "");
                    break;
                case FieldChar { FieldCharType: { } type } when type.Value == FieldCharValues.Begin:
                    open.Push(("", false));
                    break;
                case FieldChar { FieldCharType: { } type } when type.Value == FieldCharValues.Separate && open.TryPop(out var parted):
                    yield return Name(parted.Text);
                    open.Push((parted.Text, true));
                    break;
                case FieldChar { FieldCharType: { } type } when type.Value == FieldCharValues.End && open.TryPop(out var ended):
                    if (!ended.IsDone)
                    {
                        yield return Name(ended.Text);
                    }

                    break;
                case FieldCode code when open.TryPop(out var begun):
                    open.Push((begun.Text + code.Text, begun.IsDone));
                    break;
            }
        }
    }

    private static string Name(string instruction) => instruction.Trim().Split([' ', '\t', '\u00a0', '"', '\\'], 2)[0] is { Length: > 0 } name ? (name[0] == '=' ? "=" : name) : "=";
}
