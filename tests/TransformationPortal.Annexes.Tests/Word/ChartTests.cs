using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Word;

/// <summary>The native charts of Annex 1.</summary>
public sealed class ChartTests
{
    [Fact]
    public void Charts_EveryOne_HasAWorkbookWhoseCellsAreTheTablesNumbers()
    {
        using var file = WordFile.Of("annex-1", Editions.Published);
        var views = new Dashboard(Editions.Published.Edition, DecisionBasis.AsItStands).Charts;

        var parts = ChartParts(file);

        Assert.Equal(4, parts.Count);
        foreach (var (view, part) in views.Zip(parts))
        {
            var drawn = Enumerable.Range(0, view.Table.Columns.Count).Where(c => view.Table.Columns[c].Series is not null).ToList();
            var expected = view.Table.Rows.Where(r => r.Kind == FigureRowKind.Item)
                .Select(r => drawn.Select(c => view.Table.Format.Number(r.Cells[c].Figure?.Amount)).Prepend(null).ToList()).ToList();
            using var workbook = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook));
            var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().Skip(1).ToList();
            Assert.Equal(expected.SelectMany(r => r).OfType<decimal>(), rows.SelectMany(r => r.Elements<Cell>()).Where(c => c.DataType is null).Select(c => decimal.Parse(c.CellValue!.Text, null)));
            Assert.Equal(expected.SelectMany(r => r).OfType<decimal>().Order(), part.RootElement!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Values>().SelectMany(v => v.Descendants<NumericValue>()).Select(v => decimal.Parse(v.Text, null)).Order());
            Assert.Equal("rId1", part.ChartSpace!.GetFirstChild<ExternalData>()!.Id!.Value);
        }
    }

    [Fact]
    public void Charts_EveryPieceOfThem_BearsItsNumberUnlessItIsNothing()
    {
        using var file = WordFile.Of("annex-1", Editions.Published);

        foreach (var series in ChartParts(file).SelectMany(p => p.ChartSpace!.Descendants<BarChartSeries>()))
        {
            var values = series.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Values>().SelectMany(v => v.Descendants<NumericPoint>())
                .ToDictionary(p => p.Index!.Value, p => decimal.Parse(p.NumericValue!.Text, System.Globalization.CultureInfo.InvariantCulture));
            Assert.All(series.Descendants<Delete>(), d => Assert.Equal(0, values[d.Parent!.GetFirstChild<DocumentFormat.OpenXml.Drawing.Charts.Index>()!.Val!.Value]));
            Assert.True(series.GetFirstChild<DataLabels>()!.GetFirstChild<ShowValue>()!.Val!.Value);
        }

        Assert.All(ChartParts(file), part => Assert.EndsWith(".xlsx", part.EmbeddedPackagePart!.Uri.OriginalString, StringComparison.Ordinal));
    }

    [Fact]
    public void Charts_EveryOne_SaysInWordsWhatItShows()
    {
        using var file = WordFile.Of("annex-1", Editions.Published);

        var alternatives = file.Body.Descendants<DocProperties>().Select(p => p.Description!.Value!).ToList();

        Assert.Equal(
            [
                "Target savings by workstream. Reducing Third Party Spend is to save most: £21.0m of £45.1m. What was delivered in 2018/19, £4.6m, is not in this chart: with it, £45.1m would be £49.7m. The table under the chart holds its data.",
                "Savings by confidence of delivery. £25.4m of £45.1m (56%) is at medium or low confidence. What was delivered in 2018/19, £4.6m, is not in this chart: with it, £45.1m would be £49.7m. The table under the chart holds its data.",
                "Projects by RAG rating. 3 rated red, 13 amber and 33 green, of 49 projects. The table under the chart holds its data.",
                "Implementation costs. £1.8m of £17.9m is spent; £3.3m is spent or committed. The table under the chart holds its data.",
            ],
            alternatives);
    }

    [Fact]
    public void Series_OfOneChart_DifferInMoreThanColour()
    {
        using var file = WordFile.Of("annex-1", Editions.Published);

        foreach (var part in ChartParts(file))
        {
            var looks = part.RootElement!.Descendants<BarChartSeries>().Select(s => s.GetFirstChild<ChartShapeProperties>()!.FirstChild!)
                .Select(fill => (Pattern: fill.GetAttributes().FirstOrDefault(a => a.LocalName == "prst").Value, Lightness: Lightness(fill.Descendants<DocumentFormat.OpenXml.Drawing.RgbColorModelHex>().Last().Val!.Value!))).ToList();
            for (var i = 0; i < looks.Count; i++)
            {
                Assert.All(looks.Skip(i + 1), other => Assert.True(other.Pattern != looks[i].Pattern || Math.Abs(other.Lightness - looks[i].Lightness) > 0.2));
            }
        }
    }

    [Fact]
    public void Charts_NothingRecorded_AreLeftOutAndTheirTablesStay()
    {
        using var file = WordFile.Of("annex-1", Editions.Empty);

        Assert.Contains("No target is recorded.", file.Text, StringComparison.Ordinal);
        Assert.NotNull(file.Table("Target savings by workstream, 2019/20 to 2022/23"));
    }

    private static List<ChartPart> ChartParts(WordFile file) =>
        [.. file.Body.Descendants<ChartReference>().Select(r => (ChartPart)file.Main.GetPartById(r.Id!.Value!))];

    // As a black-and-white printer weighs the colours.
    private static double Lightness(string colour) =>
        new[] { (0, 0.299), (2, 0.587), (4, 0.114) }.Sum(p => Convert.ToInt32(colour.Substring(p.Item1, 2), 16) / 255d * p.Item2);
}
