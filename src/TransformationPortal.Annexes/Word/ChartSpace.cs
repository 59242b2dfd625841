using System.Globalization;
using System.Xml.Linq;
using TransformationPortal.Annexes.Excel;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Word;

/// <summary>A chart view as DrawingML: native, so that an editor can restyle it and open its data.</summary>
internal static class ChartSpace
{
    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="workbookId">Relationship of the chart to the workbook that holds its data.</param>
    public static XDocument Build(ChartView view, ChartData data, Paper paper, string workbookId)
    {
        var isHorizontal = view.Shape is ChartShape.Bars or ChartShape.StackedBars;
        var isStacked = view.Shape is ChartShape.StackedBars or ChartShape.StackedColumns;
        return new XDocument(new XElement(C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            Value("date1904", "0"), Value("lang", WordStyles.Language), Value("roundedCorners", "0"),
            new XElement(C + "chart",
                Value("autoTitleDeleted", "1"),
                new XElement(C + "plotArea", new XElement(C + "layout"),
                    new XElement(C + "barChart",
                        Value("barDir", isHorizontal ? "bar" : "col"), Value("grouping", isStacked ? "stacked" : "clustered"), Value("varyColors", "0"),
                        data.Series.Select((_, i) => Series(data, i, isStacked, isHorizontal, paper)),
                        Value("gapWidth", isStacked ? (isHorizontal ? "60" : "120") : "70"), isStacked ? Value("overlap", "100") : Value("overlap", "-10"),
                        Value("axId", CategoryAxis), Value("axId", ValueAxis)),
                    Categories(isHorizontal, paper), Values(isHorizontal, data, paper)),
                data.Series.Count > 1 ? new XElement(C + "legend", Value("legendPos", "t"), Value("overlay", "0"), TextStyle(paper)) : null,
                Value("plotVisOnly", "1"), Value("dispBlanksAs", "gap")),
            new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            TextStyle(paper),
            new XElement(C + "externalData", new XAttribute(R + "id", workbookId), Value("autoUpdate", "0"))));
    }

    private static XElement Series(ChartData data, int series, bool isStacked, bool isHorizontal, Paper paper)
    {
        var style = ChartPalette.StyleOf(data.Series[series].Style, paper.Colours);
        return new XElement(C + "ser", Value("idx", Text(series)), Value("order", Text(series)),
            new XElement(C + "tx", Cached("strRef", data.SeriesNameRange(series), "strCache", null, [(0, XmlText.Clean(data.Series[series].Name))], 1)),
            new XElement(C + "spPr", Fill(style), new XElement(A + "ln", new XAttribute("w", "9525"), Solid(CouncilColours.Ink))),
            Value("invertIfNegative", "0"),
            Labels(data, series, isStacked, isHorizontal, paper),
            new XElement(C + "cat", Cached("strRef", data.CategoryRange, "strCache", null, data.Categories.Select((c, i) => (i, XmlText.Clean(c))), data.Categories.Count)),
            new XElement(C + "val", Cached("numRef", data.ValueRange(series), "numCache", data.NumberFormat,
                data.Values(series).Select((v, i) => (i, v)).Where(p => p.v is not null).Select(p => (p.i, p.v!.Value.ToString(CultureInfo.InvariantCulture))), data.Categories.Count)));
    }

    // White behind the number keeps it readable on every fill and pattern. A piece of a stack that is too thin to hold its
    // number has it beside the stack: the thin ones of one stack each a step further, so that none covers another.
    private static XElement Labels(ChartData data, int series, bool isStacked, bool isHorizontal, Paper paper) => new(C + "dLbls",
        data.Values(series).Select((v, i) => (Value: v, Index: i)).Where(p => isStacked && IsThin(data, p.Value, isHorizontal))
            .Select(p => Beside(data, series, p.Index, p.Value == 0, isHorizontal, paper)),
        new XElement(C + "numFmt", new XAttribute("formatCode", data.LabelFormat), new XAttribute("sourceLinked", "0")),
        new XElement(C + "spPr", isStacked ? Solid("FFFFFF") : new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        TextStyle(paper),
        isStacked ? Value("dLblPos", "ctr") : Value("dLblPos", "outEnd"),
        Shown());

    private static bool IsThin(ChartData data, decimal? value, bool isHorizontal) => value < data.LargestStack * (isHorizontal ? 0.03m : 0.06m);

    // Nothing has no piece, and so no number.
    private static XElement Beside(ChartData data, int series, int index, bool isNothing, bool isHorizontal, Paper paper)
    {
        if (isNothing)
        {
            return new XElement(C + "dLbl", Value("idx", Text(index)), Value("delete", "1"));
        }

        var before = Enumerable.Range(0, series).Count(s => data.Values(s).ElementAt(index) is { } value && value != 0 && IsThin(data, value, isHorizontal));
        var up = (-0.06 * before).ToString("0.00", CultureInfo.InvariantCulture);
        return new XElement(C + "dLbl",
            Value("idx", Text(index)),
            new XElement(C + "layout", new XElement(C + "manualLayout", isHorizontal
                ? [Value("x", "0"), Value("y", "-0.08")]
                : new[] { Value("x", "0.085"), Value("y", up) })),
            new XElement(C + "numFmt", new XAttribute("formatCode", data.LabelFormat), new XAttribute("sourceLinked", "0")),
            new XElement(C + "spPr", Solid("FFFFFF"), new XElement(A + "ln", new XElement(A + "noFill"))),
            TextStyle(paper),
            Value("dLblPos", "ctr"),
            Shown());
    }

    private static XElement[] Shown() =>
        [Value("showLegendKey", "0"), Value("showVal", "1"), Value("showCatName", "0"), Value("showSerName", "0"), Value("showPercent", "0"), Value("showBubbleSize", "0")];

    private static XElement Categories(bool isHorizontal, Paper paper) => new(C + "catAx",
        Value("axId", CategoryAxis),
        // Bars run from the top down, in the order of the table.
        new XElement(C + "scaling", Value("orientation", isHorizontal ? "maxMin" : "minMax")),
        Value("delete", "0"), Value("axPos", isHorizontal ? "l" : "b"),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "low"),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", "9525"), Solid(CouncilColours.StrongRule))),
        TextStyle(paper), Value("crossAx", ValueAxis), Value("crosses", "autoZero"), Value("auto", "0"), Value("lblAlgn", "ctr"), Value("lblOffset", "100"), Value("noMultiLvlLbl", "1"));

    private static XElement Values(bool isHorizontal, ChartData data, Paper paper) => new(C + "valAx",
        Value("axId", ValueAxis), new XElement(C + "scaling", Value("orientation", "minMax")),
        // Every bar bears its number, so the scale would only repeat them.
        Value("delete", "1"), Value("axPos", isHorizontal ? "t" : "l"),
        new XElement(C + "numFmt", new XAttribute("formatCode", data.LabelFormat), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
        TextStyle(paper), Value("crossAx", CategoryAxis), Value("crosses", "autoZero"), Value("crossBetween", "between"));

    private static XElement Cached(string reference, string range, string cache, string? format, IEnumerable<(int Index, string Value)> points, int count) =>
        new(C + reference, new XElement(C + "f", range),
            new XElement(C + cache, format is null ? null : new XElement(C + "formatCode", format), Value("ptCount", Text(count)),
                points.Select(p => new XElement(C + "pt", new XAttribute("idx", p.Index), new XElement(C + "v", p.Value)))));

    private static XElement Fill(SeriesStyle style) => style.Pattern is null
        ? Solid(style.Fill)
        : new XElement(A + "pattFill", new XAttribute("prst", style.Pattern), new XElement(A + "fgClr", Colour("FFFFFF")), new XElement(A + "bgClr", Colour(style.Fill)));

    private static XElement TextStyle(Paper paper) => new(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
        new XElement(A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", Text((int)(paper.Small * 100))), new XAttribute("b", "0"),
                Solid(CouncilColours.Ink), new XElement(A + "latin", new XAttribute("typeface", paper.Typeface)))),
            new XElement(A + "endParaRPr", new XAttribute("lang", WordStyles.Language))));

    private static XElement Solid(string colour) => new(A + "solidFill", Colour(colour));

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", colour));

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
