using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Annexes.Word.Templates;

namespace TransformationPortal.Annexes.Word;

/// <summary>
/// Automatic numbers of paragraphs, from 1 in each part, and bullets. Beside a template's own lists they take the next free
/// numbers; where the template numbers its paragraphs, each part has a list in that form.
/// </summary>
internal sealed class WordNumbering
{
    private const string PartId = "rIdNumbering";

    private readonly int level;

    private WordNumbering(int bullets, int firstParagraphs, int level) => (Bullets, FirstParagraphs, this.level) = (bullets, firstParagraphs, level);

    /// <summary>The list of bullets.</summary>
    public int Bullets { get; }

    /// <summary>The list of numbered paragraphs in the first part; the next part's is one higher.</summary>
    public int FirstParagraphs { get; }

    public static WordNumbering AddTo(MainDocumentPart main, int parts, Paper paper, OpenedTemplate? template)
    {
        var part = template?.Main.NumberingDefinitionsPart is { } given ? main.AddPart(given, PartId) : main.AddNewPart<NumberingDefinitionsPart>(PartId);
        var root = part.Numbering ??= new Numbering();
        var form = root.Elements<AbstractNum>().Select(a => a.AbstractNumberId!.Value).DefaultIfEmpty(-1).Max() + 1;
        var list = root.Elements<NumberingInstance>().Select(n => n.NumberID!.Value).DefaultIfEmpty(0).Max() + 1;
        Add(root, Form(form, "5C0B1A01", NumberFormatValues.Bullet, "•", WordStyles.Bullet, (int)(paper.Body * 34), paper.Typeface));
        Add(root, new NumberingInstance(new AbstractNumId { Val = form }) { NumberID = list });
        var (numbers, level) = template?.ParagraphNumbers(root) ?? (form + 1, 0);
        if (numbers == form + 1)
        {
            Add(root, Form(numbers, "5C0B1A02", NumberFormatValues.Decimal, "%1.", WordStyles.Numbered, (int)(paper.Body * 48), paper.Typeface));
        }

        for (var i = 0; i < Math.Max(1, parts); i++)
        {
            // A part's numbers start again although all parts look alike.
            Add(root, new NumberingInstance(
                new AbstractNumId { Val = numbers },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = level }) { NumberID = list + 1 + i });
        }

        return new(list, list + 1, level);
    }

    public NumberingProperties Paragraphs(int part) =>
        new(new NumberingLevelReference { Val = level }, new NumberingId { Val = FirstParagraphs + part });

    // Forms come before lists, lists before what Word counts them by.
    private static void Add(Numbering root, AbstractNum form)
    {
        if (root.Elements<AbstractNum>().LastOrDefault() is { } last)
        {
            last.InsertAfterSelf(form);
        }
        else
        {
            root.InsertAt(form, root.Elements<NumberingPictureBullet>().Count());
        }
    }

    private static void Add(Numbering root, NumberingInstance list)
    {
        if (root.Elements<NumberingInstance>().LastOrDefault() is { } last)
        {
            last.InsertAfterSelf(list);
        }
        else
        {
            root.Elements<AbstractNum>().Last().InsertAfterSelf(list);
        }
    }

    private static AbstractNum Form(int id, string sign, NumberFormatValues format, string text, string style, int indent, string typeface) => new(
        new Nsid { Val = sign },
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new ParagraphStyleIdInLevel { Val = style },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = Text(indent), Hanging = Text(indent) }),
            new NumberingSymbolRunProperties(new RunFonts { Ascii = typeface, HighAnsi = typeface, ComplexScript = typeface }))
            { LevelIndex = 0 })
        { AbstractNumberId = id };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
