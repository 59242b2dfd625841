using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Layout;

namespace TransformationPortal.Annexes.Word;

/// <summary>The council's style, in one place: every paragraph and table of a paper refers to one of these by its id.</summary>
internal static class WordStyles
{
    public const string Language = "en-GB";

    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Heading3 = "Heading3";
    public const string Lead = "Lead";
    public const string Fact = "Fact";
    public const string Warning = "Warning";
    public const string Numbered = "NumberedParagraph";
    public const string Box = "Recommendations";
    public const string Bullet = "ListBullet";
    public const string Caption = "Caption";
    public const string Units = "Units";
    public const string Note = "Note";
    public const string Picture = "Picture";
    public const string TableHead = "TableHead";
    public const string TableHeadRight = "TableHeadRight";
    public const string TableText = "TableText";
    public const string TableFigure = "TableFigure";
    public const string TileValue = "TileValue";
    public const string RecordField = "RecordField";
    public const string Spacer = "Spacer";
    public const string ContentsHeading = "TOCHeading";
    public const string Contents1 = "TOC1";
    public const string Contents2 = "TOC2";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Strong = "Strong";
    public const string Link = "Hyperlink";
    public const string Table = "CouncilTable";

    public static Styles Build(Paper paper, WordNumbering numbering) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = paper.Typeface, HighAnsi = paper.Typeface, EastAsia = paper.Typeface, ComplexScript = paper.Typeface },
                new Color { Val = CouncilColours.Ink },
                new FontSize { Val = HalfPoints(paper.Body) },
                new FontSizeComplexScript { Val = HalfPoints(paper.Body) },
                new Languages { Val = Language, EastAsia = Language, Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(0, 120, 276)))),
        Normal(),
        Paragraph(Title, "Title", paper.Title, 0, 60, bold: true, colour: paper.Colours.Accent, keepNext: true, line: 252),
        Paragraph(Subtitle, "Subtitle", paper.Lead, 0, 200, colour: CouncilColours.Quiet),
        Heading(paper, Heading1, "heading 1", paper.Heading1, 360, 140, 0),
        Heading(paper, Heading2, "heading 2", paper.Heading2, 300, 110, 1),
        Heading(paper, Heading3, "heading 3", paper.Heading3, 220, 80, 2),
        Paragraph(Lead, "Lead", paper.Lead, 40, 200, colour: paper.Colours.Accent, line: 300),
        Hanging(Paragraph(Fact, "Fact", paper.Small, 0, 40), paper.Small < paper.Body ? (int)(paper.Small * 190) : 0),
        Boxed(Paragraph(Warning, "Warning", paper.Body, 60, 160, bold: true)),
        Framed(Paragraph(Box, "Recommendations", paper.Body, 60, 60)),
        Paragraph(Numbered, "Numbered Paragraph", paper.Body, 0, 140, numbering: numbering.FirstParagraphs),
        Paragraph(Bullet, "List Bullet", paper.Body, 0, 80, numbering: numbering.Bullets),
        Paragraph(Caption, "caption", paper.Heading3, 240, 30, bold: true, keepNext: true),
        Paragraph(Units, "Units", paper.Small, 0, 90, colour: CouncilColours.Quiet, keepNext: true),
        Paragraph(Note, "Note", paper.Small, 70, 60, colour: CouncilColours.Quiet),
        Paragraph(Picture, "Picture", paper.Body, 60, 60, keepNext: paper.KeepsPictureWithTable),
        Paragraph(TableHead, "Table Head", paper.Table, 20, 20, bold: true, keepNext: true, line: 240),
        Justified(Paragraph(TableHeadRight, "Table Head Right", paper.Table, 20, 20, bold: true, keepNext: true, line: 240), JustificationValues.Right),
        Paragraph(TableText, "Table Text", paper.Table, 20, 20, line: 250),
        Justified(Paragraph(TableFigure, "Table Figure", paper.Table, 20, 20, line: 250), JustificationValues.Right),
        Paragraph(TileValue, "Tile Value", paper.Value, 20, 20, bold: true, colour: paper.Colours.Accent, line: 240),
        Hanging(Paragraph(RecordField, "Record Field", paper.Table, 0, 40, line: 250), 0),
        Paragraph(Spacer, "Spacer", 1, 0, 0, line: 20, exact: true),
        Paragraph(ContentsHeading, "TOC Heading", paper.Heading2, 260, 100, bold: true, colour: paper.Colours.Accent, keepNext: true),
        Contents(paper, Contents1, "toc 1", paper.Body, 0),
        Contents(paper, Contents2, "toc 2", paper.Small + ((paper.Body - paper.Small) / 2), 280),
        Paragraph(Header, "header", paper.Small, 0, 0, colour: CouncilColours.Quiet, line: 250),
        Paragraph(Footer, "footer", paper.Small, 0, 0, colour: CouncilColours.Quiet, line: 250),
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden(), new UnhideWhenUsed())
            { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        new Style(new StyleName { Val = "Strong" }, new PrimaryStyle(), new StyleRunProperties(new Bold(), new BoldComplexScript()))
            { Type = StyleValues.Character, StyleId = Strong },
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = CouncilColours.Ink }))
            { Type = StyleValues.Character, StyleId = Link },
        PlainTable(),
        CouncilTable());

    private static Style Normal() => new(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true };

    private static Style Paragraph(
        string id, string name, double points, int before, int after,
        bool bold = false, string? colour = null, bool keepNext = false, int line = 276, bool exact = false, int? numbering = null)
    {
        var paragraph = new StyleParagraphProperties { SpacingBetweenLines = Spacing(before, after, line, exact) };
        if (keepNext)
        {
            paragraph.KeepNext = new KeepNext();
        }

        if (numbering is { } list)
        {
            paragraph.NumberingProperties = new NumberingProperties(new NumberingId { Val = list });
        }

        var run = new StyleRunProperties { FontSize = new FontSize { Val = HalfPoints(points) }, FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(points) } };
        if (bold)
        {
            (run.Bold, run.BoldComplexScript) = (new Bold(), new BoldComplexScript());
        }

        if (colour is not null)
        {
            run.Color = new Color { Val = colour };
        }

        return new Style
        {
            Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name }, BasedOn = new BasedOn { Val = "Normal" },
            PrimaryStyle = new PrimaryStyle(), StyleParagraphProperties = paragraph, StyleRunProperties = run,
        };
    }

    private static Style Heading(Paper paper, string id, string name, double points, int before, int after, int level)
    {
        var style = Paragraph(id, name, points, before, after, bold: true, colour: paper.Colours.Accent, keepNext: true, line: 252);
        style.NextParagraphStyle = new NextParagraphStyle { Val = "Normal" };
        style.StyleParagraphProperties!.KeepLines = new KeepLines();
        style.StyleParagraphProperties.OutlineLevel = new OutlineLevel { Val = level };
        return style;
    }

    private static Style Contents(Paper paper, string id, string name, double points, int indent)
    {
        var style = Paragraph(id, name, points, 0, 15, line: 250);
        style.StyleParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = paper.PortraitWidth });
        style.StyleParagraphProperties.Indentation = new Indentation { Left = Text(indent) };
        return style;
    }

    private static Style Hanging(Style style, int indent)
    {
        style.StyleParagraphProperties!.Tabs = indent > 0 ? new Tabs(new TabStop { Val = TabStopValues.Left, Position = indent }) : null;
        style.StyleParagraphProperties.Indentation = indent > 0 ? new Indentation { Left = Text(indent), Hanging = Text(indent) } : null;
        return style;
    }

    private static Style Justified(Style style, JustificationValues side)
    {
        style.StyleParagraphProperties!.Justification = new Justification { Val = side };
        return style;
    }

    private static Style Boxed(Style style)
    {
        style.StyleParagraphProperties!.ParagraphBorders = new ParagraphBorders(
            new LeftBorder { Val = BorderValues.Single, Size = 36, Space = 8, Color = CouncilColours.WarningRule });
        style.StyleParagraphProperties.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = CouncilColours.WarningFill };
        return style;
    }

    // Paragraphs of one frame that follow one another stand in one box.
    private static Style Framed(Style style)
    {
        style.StyleParagraphProperties!.ParagraphBorders = new ParagraphBorders(
            new TopBorder { Val = BorderValues.Single, Size = 8, Space = 6, Color = CouncilColours.StrongRule },
            new LeftBorder { Val = BorderValues.Single, Size = 8, Space = 6, Color = CouncilColours.StrongRule },
            new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 6, Color = CouncilColours.StrongRule },
            new RightBorder { Val = BorderValues.Single, Size = 8, Space = 6, Color = CouncilColours.StrongRule });
        return style;
    }

    private static Style PlainTable() => new(
        new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
        new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, CellMargins(0)))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true };

    private static Style CouncilTable() => new(
        new StyleName { Val = "Council Table" }, new BasedOn { Val = "TableNormal" }, new PrimaryStyle(),
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = CouncilColours.StrongRule },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 0, Color = CouncilColours.StrongRule },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = CouncilColours.Rule }),
            CellMargins(Paper.CellPadding)))
        { Type = StyleValues.Table, StyleId = Table };

    private static TableCellMarginDefault CellMargins(int sides) => new(
        new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = (short)sides, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = (short)sides, Type = TableWidthValues.Dxa });

    private static SpacingBetweenLines Spacing(int before, int after, int line, bool exact = false) =>
        new() { Before = Text(before), After = Text(after), Line = Text(line), LineRule = exact ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.Auto };

    private static string HalfPoints(double points) => Text((int)Math.Round(points * 2));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
