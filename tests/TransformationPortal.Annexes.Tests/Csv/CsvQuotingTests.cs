using System.Text;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Papers;

namespace TransformationPortal.Annexes.Tests.Csv;

/// <summary>A text in a cell stays in its cell, whatever it is made of.</summary>
public sealed class CsvQuotingTests
{
    /// <summary>Texts that could end a cell or a row.</summary>
    public static TheoryData<string> Texts =>
    [
        "two\nlines", "two\r\nlines", "two\rlines", "ends with a line\n", "ends with a return\r", "a \"quoted\" word", "\"", "one, two",
        "a, b\nand \"c\"", "two\n\nempty", "; and | and \t", "  spaces around  ", "a\u2028b", "",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Name_OfACostLine_IsOneCellInEveryFile(string name)
    {
        var stamp = Named(name);
        var archive = await CsvArchiveFile.OfAsync(stamp);
        var entries = stamp.Edition.Costs.Entries.ToList();

        var ofSlice = Rfc4180.Read(Encoding.UTF8.GetString(EntriesCsv.Costs(stamp.Edition, entries)).TrimStart('\uFEFF'));

        var expected = entries.Select(e => e.Line.Name).ToList();
        Assert.Contains(name, expected);
        Assert.Equal(expected, ofSlice.Skip(1).Select(r => r[1]));
        Assert.All(ofSlice, r => Assert.Equal(8, r.Count));
        var column = archive.Header("cost-entries").ToList().IndexOf("Name");
        Assert.Equal(expected, archive.Rows("cost-entries").Select(r => r[column]));
    }

    private static EditionStamp Named(string name) => Editions.With(s => s with
    {
        CostLines = [.. s.CostLines.Select((l, i) => i == 0 ? l with { Name = name } : l)],
    });
}
