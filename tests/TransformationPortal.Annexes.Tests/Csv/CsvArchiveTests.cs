using TransformationPortal.Core.Programmes;
using System.Text.Json;
using Microsoft.VisualBasic.FileIO;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Annexes.Tests.Csv;

/// <summary>The archive of CSV files.</summary>
public sealed class CsvArchiveTests
{
    [Fact]
    public async Task Archive_EveryCsv_HasMetadataThatDescribesExactlyItsColumns()
    {
        var file = await CsvArchiveFile.OfAsync(Editions.Published);

        var keys = file.Names.Where(n => n.EndsWith(".csv", StringComparison.Ordinal)).Select(n => n[..^4]).ToList();

        Assert.Contains("table-1", keys);
        Assert.Contains("savings-entries", keys);
        Assert.Contains("cost-entries", keys);
        foreach (var key in keys)
        {
            var metadata = file.Metadata(key);
            var columns = metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
            Assert.Equal(key + ".csv", metadata.GetProperty("url").GetString());
            Assert.Equal("http://www.w3.org/ns/csvw", metadata.GetProperty("@context")[0].GetString());
            Assert.Equal("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", metadata.GetProperty("dc:license").GetProperty("@id").GetString());
            Assert.Equal(file.Header(key), columns.Select(c => c.GetProperty("titles").GetString()!));
            Assert.Equal(columns.Count, columns.Select(c => c.GetProperty("name").GetString()).Distinct().Count());
            Assert.Equal("row", metadata.GetProperty("tableSchema").GetProperty("primaryKey").GetString());
            Assert.All(file.Rows(key), row => Assert.Equal(columns.Count, row.Count));
            Assert.Equal(Editions.Published.Seal, metadata.GetProperty("dc:identifier").GetString());
        }
    }

    [Fact]
    public async Task Metadata_OfTheGroup_DescribesEveryTableAsItsOwnFileDoes()
    {
        var file = await CsvArchiveFile.OfAsync(Editions.Published);
        using var group = System.Text.Json.JsonDocument.Parse(file.Text("csv-metadata.json"));
        var tables = group.RootElement.GetProperty("tables").EnumerateArray().ToDictionary(t => t.GetProperty("url").GetString()!, StringComparer.Ordinal);

        Assert.Equal("TableGroup", group.RootElement.GetProperty("@type").GetString());
        Assert.Equal(Editions.Published.Seal, group.RootElement.GetProperty("dc:identifier").GetString());
        Assert.Equal(file.Names.Where(n => n.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal), tables.Keys.Order(StringComparer.Ordinal));
        Assert.All(tables, t => Assert.Equal(
            file.Metadata(t.Key[..^4]).GetProperty("tableSchema").GetRawText().Replace(" ", "", StringComparison.Ordinal),
            t.Value.GetProperty("tableSchema").GetRawText().Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Metadata_OfATable_SaysQuarterEditionDayBasisUnitsAndTypes()
    {
        var file = await CsvArchiveFile.OfAsync(Editions.Published, DecisionBasis.IfAgreed);

        var metadata = file.Metadata("table-2");

        var facts = metadata.GetProperty("schema:additionalProperty").EnumerateArray()
            .ToDictionary(p => p.GetProperty("schema:name").GetString()!, p => p.GetProperty("schema:value").GetString()!, StringComparer.Ordinal);
        Assert.Equal("2019/20 Q1 (April to June 2019)", facts["Quarter"]);
        Assert.Equal("If agreed. Every decision still to be taken is counted as agreed.", facts["Decision basis"]);
        Assert.Equal("2019-06-30", metadata.GetProperty("dc:date").GetProperty("@value").GetString());
        var revised = Column(metadata, "revised");
        Assert.Equal("decimal", revised.GetProperty("datatype").GetString());
        Assert.Equal("£ million", revised.GetProperty("schema:unitText").GetString());
        Assert.Equal("pounds sterling", Column(file.Metadata("savings-entries"), "amount_pounds").GetProperty("schema:unitText").GetString());
        Assert.Equal("date", Column(file.Metadata("milestones"), "baseline").GetProperty("datatype").GetString());
    }

    [Fact]
    public async Task EveryCsv_WithLineBreaksInItsTexts_IsReadByAReaderOfAnotherMake()
    {
        var stamp = Editions.With(s => s with
        {
            Risks = [.. s.Risks.Select((r, i) => r with { Impact = (i % 3) switch { 0 => "One line\nAnother", 1 => "One line\rAnother", _ => "One \"line\"\r\nAnother" } })],
        });
        var file = await CsvArchiveFile.OfAsync(stamp);

        foreach (var key in file.Names.Where(n => n.EndsWith(".csv", StringComparison.Ordinal)).Select(n => n[..^4]))
        {
            using var reader = new TextFieldParser(new StringReader(file.Text(key + ".csv"))) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
            var width = reader.ReadFields()!.Length;
            var rows = new List<string[]>();
            while (reader.ReadFields() is { } row)
            {
                Assert.Equal(width, row.Length);
                rows.Add(row);
            }

            Assert.Equal(file.Rows(key).Count, rows.Count);
        }
    }

    [Fact]
    public async Task Entries_OfBothLedgers_AddUpToTheFigures()
    {
        var file = await CsvArchiveFile.OfAsync(Editions.Published);

        var header = file.Header("savings-entries").ToList();
        var original = file.Rows("savings-entries").Where(r => r[header.IndexOf("Kind")] == "original" && r[header.IndexOf("Decision pending")] != "yes");

        Assert.Equal(49_717_000m, original.Sum(r => decimal.Parse(r[header.IndexOf("Amount (£)")], null)));
        Assert.Equal(Editions.Published.Edition.Costs.Entries.Count, file.Rows("cost-entries").Count);
    }

    [Fact]
    public async Task Files_EveryOne_AreUtf8WithoutAMarkAndWithInternetLineEnds()
    {
        var file = await CsvArchiveFile.OfAsync(Editions.Published);

        var bytes = file.Content("table-2.csv");

        Assert.NotEqual(0xEF, bytes[0]);
        Assert.Equal(file.Text("table-2.csv").Count(c => c == '\n'), file.Text("table-2.csv").Count(c => c == '\r'));
        Assert.Contains("CEF – 19/20 reprofile", file.Text("table-2.csv"), StringComparison.Ordinal);
        Assert.Contains("Open Government Licence v3.0", file.Text("README.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Licence_ThatTheCouncilHasNotChosen_IsNotClaimed()
    {
        var none = await CsvArchiveFile.OfAsync(Editions.With(s => s with { Programme = s.Programme with { Licence = null } }));
        var other = await CsvArchiveFile.OfAsync(Editions.With(s => s with { Programme = s.Programme with { Licence = DataLicence.CreativeCommons4 } }));

        Assert.DoesNotContain("icence", none.Text("README.txt") + none.Text("table-2.csv-metadata.json"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Licensed under Creative Commons Attribution 4.0: https://creativecommons.org/licenses/by/4.0/", other.Text("README.txt"), StringComparison.Ordinal);
        Assert.Contains("https://creativecommons.org/licenses/by/4.0/", other.Text("table-2.csv-metadata.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_StreamThatMayNotBlockOrSeek_IsWrittenAsIntoAnyOther()
    {
        var stream = new AsyncOnlyStream();

        await CsvArchive.WriteAsync(
            new QuarterTables(Editions.Published.Edition, DecisionBasis.AsItStands), new AnnexFace(Editions.Published, DecisionBasis.AsItStands), stream, CancellationToken.None);

        Assert.Equal((await CsvArchiveFile.OfAsync(Editions.Published)).Bytes, stream.Written);
    }

    [Fact]
    public async Task Archive_RequestAbandoned_Stops()
    {
        using var abandoned = new CancellationTokenSource();
        await abandoned.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CsvArchive.WriteAsync(
            new QuarterTables(Editions.Published.Edition, DecisionBasis.AsItStands), new AnnexFace(Editions.Published, DecisionBasis.AsItStands), Stream.Null, abandoned.Token));
    }

    private static JsonElement Column(JsonElement metadata, string name) =>
        metadata.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
}
