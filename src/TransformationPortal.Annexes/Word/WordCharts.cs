using System.Globalization;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TransformationPortal.Annexes.Excel;
using TransformationPortal.Annexes.Layout;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Word;

/// <summary>Puts native charts into a paper, each with the workbook of its data and with words for who does not see it.</summary>
internal sealed class WordCharts(MainDocumentPart main, Paper paper)
{
    private const long EmusPerTwip = 635;
    private const long EmusPerPoint = 12700;

    private const double ShareOfTurnedSheet = 0.37;

    private uint count;

    public DocumentFormat.OpenXml.Wordprocessing.Paragraph Chart(AnnexBlock.Chart chart, int width)
    {
        var view = chart.View;
        count++;
        var data = new ChartData(view.Table);
        var number = count.ToString(CultureInfo.InvariantCulture);
        var part = main.AddNewPart<ChartPart>("rIdChart" + number);
        var workbook = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, "rId1");
        using (var bytes = new MemoryStream(ChartWorkbook.Build(data, paper.Colours)))
        {
            workbook.FeedData(bytes);
        }

        using (var stream = part.GetStream(FileMode.Create))
        using (var writer = System.Xml.XmlWriter.Create(stream))
        {
            ChartSpace.Build(view, data, paper, "rId1").Save(writer);
        }

        var drawing = new Drawing(new Inline(
            new Extent { Cx = width * EmusPerTwip, Cy = Math.Min(Height(view, data), Room(width)) },
            new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = count, Name = "Chart " + number, Title = XmlText.Clean(view.Title), Description = XmlText.Clean(chart.Alternative) },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(),
            new Graphic(new GraphicData(new ChartReference { Id = "rIdChart" + number }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
        return WordText.Paragraph(WordStyles.Picture, [new DocumentFormat.OpenXml.Wordprocessing.Run(drawing)]);
    }

    // In large print on a turned sheet, what a heading, its sentence and the table of the data leave.
    private long Room(int width) =>
        paper.KeepsPictureWithTable || width <= paper.PortraitWidth ? long.MaxValue : (long)(paper.Sheet.LandscapeHeight * ShareOfTurnedSheet) * EmusPerTwip;

    // Bars need room for each row; upright columns need height to be told apart.
    private long Height(ChartView view, ChartData data)
    {
        var line = paper.Small * EmusPerPoint;
        var lines = view.Shape switch
        {
            ChartShape.Bars => 2 + (data.Categories.Count * 3.2),
            ChartShape.StackedBars => 4 + (data.Categories.Count * 3.6),
            ChartShape.StackedColumns or ChartShape.GroupedColumns => 22,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view.Shape, "Unknown shape of a chart."),
        };
        return (long)(Math.Clamp(lines, 9, 40) * line);
    }
}
