using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word;

/// <summary>Automatic numbers of paragraphs, from 1 in each part, and bullets.</summary>
internal static class WordNumbering
{
    public const int Bullets = 1;

    /// <summary>The list of numbered paragraphs in the first part; the next part's is one higher.</summary>
    public const int FirstParagraphs = 2;

    private const int BulletForm = 0;
    private const int NumberForm = 1;

    public static Numbering Build(int parts, Paper paper)
    {
        var numbering = new Numbering(
            Form(BulletForm, "5C0B1A01", NumberFormatValues.Bullet, "•", WordStyles.Bullet, (int)(paper.Body * 34)),
            Form(NumberForm, "5C0B1A02", NumberFormatValues.Decimal, "%1.", WordStyles.Numbered, (int)(paper.Body * 48)),
            new NumberingInstance(new AbstractNumId { Val = BulletForm }) { NumberID = Bullets });
        for (var part = 0; part < Math.Max(1, parts); part++)
        {
            // A part's numbers start again although all parts look alike.
            numbering.Append(new NumberingInstance(
                new AbstractNumId { Val = NumberForm },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = FirstParagraphs + part });
        }

        return numbering;
    }

    public static NumberingProperties Paragraphs(int part) =>
        new(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = FirstParagraphs + part });

    private static AbstractNum Form(int id, string sign, NumberFormatValues format, string text, string style, int indent) => new(
        new Nsid { Val = sign },
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new ParagraphStyleIdInLevel { Val = style },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = Text(indent), Hanging = Text(indent) }),
            new NumberingSymbolRunProperties(new RunFonts { Ascii = WordStyles.Typeface, HighAnsi = WordStyles.Typeface, ComplexScript = WordStyles.Typeface }))
            { LevelIndex = 0 })
        { AbstractNumberId = id };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
