using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word.Templates;

/// <summary>
/// The styles of a paper in a council's template: the template's own, and of the portal's those that it has not. What a
/// paper refers to by the portal's name is led to the style that is there under it.
/// </summary>
internal sealed class TemplateStyles
{
    // A heading that the template has not looks like the one above it, only smaller.
    private static readonly Dictionary<string, string[]> LookLike = new(StringComparer.Ordinal)
    {
        [WordStyles.Heading2] = [WordStyles.Heading1],
        [WordStyles.Heading3] = [WordStyles.Heading2, WordStyles.Heading1],
        [WordStyles.ContentsHeading] = [WordStyles.Heading2, WordStyles.Heading1],
    };

    private readonly Styles given;
    private readonly WordNumbering numbering;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> sizes = new(StringComparer.Ordinal);

    private TemplateStyles(Styles given, WordNumbering numbering) => (this.given, this.numbering) = (given, numbering);

    /// <summary>Puts the template's styles into a paper and adds what they lack.</summary>
    public static TemplateStyles AddTo(MainDocumentPart main, OpenedTemplate template, WordNumbering numbering, Paper paper)
    {
        var part = template.Main.StyleDefinitionsPart is { } given ? main.AddPart(given, "rIdStyles") : main.AddNewPart<StyleDefinitionsPart>("rIdStyles");
        var styles = new TemplateStyles(part.Styles ??= new Styles(), numbering);
        styles.Merge(WordStyles.Build(paper, numbering));
        if (paper.IsLarge)
        {
            TemplateSizes.Enlarge(styles.given, paper, styles.sizes);
        }

        return styles;
    }

    /// <summary>Leads every reference to a style of the portal's to the one that is there.</summary>
    public void Apply(OpenXmlElement root)
    {
        foreach (var reference in root.Descendants().Where(r => r is ParagraphStyleId or RunStyle or TableStyle or ParagraphStyleIdInLevel))
        {
            Lead(reference);
        }
    }

    /// <summary>The same for the lists that the portal added.</summary>
    public void ApplyToLists(Numbering root)
    {
        var own = root.Elements<NumberingInstance>().Where(n => n.NumberID!.Value >= numbering.Bullets).Select(n => n.AbstractNumId!.Val!.Value).ToHashSet();
        foreach (var form in root.Elements<AbstractNum>().Where(a => own.Contains(a.AbstractNumberId!.Value) && a.Nsid?.Val?.Value?.StartsWith("5C0B1A", StringComparison.Ordinal) == true))
        {
            Apply(form);

            // A style that numbers by itself leads to its own list, and a list leads to one style only.
            foreach (var level in form.Elements<Level>().Where(l => l.ParagraphStyleIdInLevel?.Val?.Value is { } id && !LeadsHere(id, form)))
            {
                level.ParagraphStyleIdInLevel = null;
            }
        }
    }

    private bool LeadsHere(string id, AbstractNum form) =>
        given.Elements<Style>().FirstOrDefault(s => s.StyleId?.Value == id)?.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value is { } list
        && ((OpenXmlElement)form).Parent!.Elements<NumberingInstance>().Any(n => n.NumberID?.Value == list && n.AbstractNumId?.Val?.Value == form.AbstractNumberId!.Value);

    private void Merge(Styles own)
    {
        Defaults(own);
        var missing = new List<Style>();
        foreach (var style in own.Elements<Style>().ToList())
        {
            var role = TemplateRoles.All.FirstOrDefault(r => r.Id == style.StyleId!.Value);
            var found = role is not null ? TemplateRoles.Find(given, role) : Builtin(style);
            if (found is not null)
            {
                ids[style.StyleId!.Value!] = found.StyleId!.Value!;
                Complete(found, style);
                if (style.Type?.Value == StyleValues.Paragraph)
                {
                    sizes[found.StyleId.Value!] = double.Parse(style.StyleRunProperties?.FontSize?.Val?.Value ?? "0", CultureInfo.InvariantCulture) / 2;
                }
            }
            else
            {
                missing.Add(style);
                ids[style.StyleId!.Value!] = Free(style.StyleId.Value!);
            }
        }

        foreach (var style in missing)
        {
            style.Remove();
            given.Append(Added(style));
        }
    }

    // What no style says: the template's word, but for the language, which is that of what the portal writes.
    private void Defaults(Styles own)
    {
        if (given.DocDefaults is null)
        {
            given.DocDefaults = (DocDefaults)own.DocDefaults!.CloneNode(true);
        }

        foreach (var language in given.Descendants<Languages>().ToList())
        {
            language.Remove();
        }

        var run = (given.DocDefaults.RunPropertiesDefault ??= new RunPropertiesDefault()).RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        run.Languages = new Languages { Val = WordStyles.Language, EastAsia = WordStyles.Language, Bidi = "ar-SA" };
    }

    // Styles that stand for “nothing said” are there once, whatever they are called.
    private Style? Builtin(Style own) =>
        (own.Default?.Value ?? false) ? given.Elements<Style>().FirstOrDefault(s => s.Type?.Value == own.Type?.Value && (s.Default?.Value ?? false)) : null;

    private string Free(string id)
    {
        var taken = given.Elements<Style>().Select(s => s.StyleId?.Value).Concat(ids.Values).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return taken.Contains(id) ? Enumerable.Range(1, taken.Count + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"Portal{id}{i}")).First(i => !taken.Contains(i)) : id;
    }

    // What a paper cannot do without, where the template's style does not say it.
    private void Complete(Style found, Style own)
    {
        if (own.StyleParagraphProperties is not { } needed || own.StyleId?.Value == "Normal")
        {
            return;
        }

        var paragraph = found.StyleParagraphProperties ??= new StyleParagraphProperties();
        if (needed.KeepNext is not null && paragraph.KeepNext is null)
        {
            paragraph.KeepNext = new KeepNext();
        }

        if (own.StyleId?.Value is WordStyles.Heading1 or WordStyles.Heading2 or WordStyles.Heading3 && paragraph.OutlineLevel is null)
        {
            paragraph.OutlineLevel = (OutlineLevel)needed.OutlineLevel!.CloneNode(true);
        }

        if (own.StyleId?.Value == WordStyles.Bullet && !Numbers(found))
        {
            paragraph.NumberingProperties = new NumberingProperties(new NumberingId { Val = numbering.Bullets });
        }
    }

    private bool Numbers(Style style)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = style; at is not null && seen.Add(at.StyleId!.Value!); at = given.Elements<Style>().FirstOrDefault(s => s.StyleId?.Value == at.BasedOn?.Val?.Value))
        {
            if (at.StyleParagraphProperties?.NumberingProperties is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void Lead(OpenXmlElement reference)
    {
        var value = reference.GetAttribute("val", reference.NamespaceUri);
        if (value.Value is { } id && ids.TryGetValue(id, out var there))
        {
            reference.SetAttribute(new OpenXmlAttribute(value.Prefix, value.LocalName, value.NamespaceUri, there));
        }
    }

    private Style Added(Style style)
    {
        var own = style.StyleId!.Value!;
        style.StyleId = ids[own];
        if (given.Elements<Style>().Any(s => string.Equals(s.StyleName?.Val?.Value, style.StyleName!.Val!.Value, StringComparison.OrdinalIgnoreCase)))
        {
            style.StyleName!.Val = "Portal " + style.StyleName.Val!.Value;
        }

        if (style.Default?.Value ?? false)
        {
            style.Default = null;
        }

        foreach (var reference in style.Elements().Where(r => r is BasedOn or NextParagraphStyle or LinkedStyle))
        {
            Lead(reference);
        }

        if (style.Type?.Value == StyleValues.Paragraph)
        {
            // The template's text may be indented, justified or hyphenated; a table's may not.
            var paragraph = style.StyleParagraphProperties ??= new StyleParagraphProperties();
            paragraph.Indentation ??= paragraph.NumberingProperties is null ? new Indentation { Left = "0", Right = "0", FirstLine = "0" } : null;
            paragraph.Justification ??= new Justification { Val = JustificationValues.Left };
            if (LookLike.GetValueOrDefault(own)?.FirstOrDefault(h => TemplateRoles.Find(given, TemplateRoles.Of(h)) is not null) is { } above)
            {
                style.BasedOn = new BasedOn { Val = ids[above] };
                (style.StyleRunProperties!.Color, style.StyleRunProperties.Bold, style.StyleRunProperties.BoldComplexScript) = (null, null, null);
                paragraph.NumberingProperties = new NumberingProperties(new NumberingId { Val = 0 });
                paragraph.PageBreakBefore = new PageBreakBefore { Val = false };
                paragraph.OutlineLevel ??= new OutlineLevel { Val = 9 };
            }
        }

        return style;
    }
}
