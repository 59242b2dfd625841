using System.Globalization;
using System.Text.Json;
using TransformationPortal.Annexes.Tests.Reading;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Annexes.Tests.Documents;

/// <summary>Amounts expected to fall short stand beside the savings, the same in every file, and are in no savings figure.</summary>
public sealed class PressuresTests
{
    private static readonly decimal[] Amounts = [1_345_000, 412_500.50m, 1];

    private static readonly EditionStamp Pressed = Editions.With(s => s with
    {
        Pressures =
        [
            Of("P1", 2019, Amounts[0], PressureCover.PartlyCovered), Of("P2", 2019, Amounts[1], PressureCover.NotCovered),
            Of("P3", 2021, Amounts[2], PressureCover.Covered),
        ],
    });

    public static TheoryData<DecisionBasis> Bases => Editions.Bases;

    [Theory]
    [MemberData(nameof(Bases))]
    public async Task Pressures_InEveryFile_AreTheSameAmounts(DecisionBasis basis)
    {
        using var annex2 = WordFile.Of("annex-2", Pressed, basis);
        using var workbook = WorkbookFile.Of(Pressed, basis);
        var csv = await CsvArchiveFile.OfAsync(Pressed, basis);
        using var json = JsonDocument.Parse(EditionJson.Write(Pressed.Edition));
        var word = WordFile.Rows(annex2.Table("Pressures: amounts expected to fall short"));
        var printed = word[0].ToList().FindIndex(c => c.StartsWith("Amount", StringComparison.Ordinal));
        var sheet = workbook.Rows("Pressures");
        var counted = sheet[0].ToList().FindIndex(c => c.Shown.StartsWith("Amount", StringComparison.Ordinal));
        var kept = csv.Header("pressures").ToList().FindIndex(c => c.Contains("amount", StringComparison.OrdinalIgnoreCase));

        Assert.Equal(["1,345,000", "412,500.50", "1"], word.Skip(1).Select(r => r[printed].TrimStart('£')));
        Assert.Equal(Amounts, sheet.Skip(1).Select(r => r[counted].Number).OfType<decimal>());
        Assert.Equal(Amounts, csv.Rows("pressures").Select(r => decimal.Parse(r[kept], CultureInfo.InvariantCulture)));
        Assert.Equal(Amounts, json.RootElement.GetProperty("pressures").EnumerateArray().Select(p => p.GetProperty("amount").GetDecimal()));
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public void Pressures_AddedToAProgramme_ChangeNoFigureOfIt(DecisionBasis basis) => Assert.Equal(
        Cells(Editions.Published, basis), Cells(Pressed, basis));

    [Fact]
    public void Sums_OfEachYear_SayHowMuchIsNotCovered()
    {
        using var annex2 = WordFile.Of("annex-2", Pressed);

        Assert.Contains("2019/20: £1.758m is expected to fall short, none of it covered in full.", annex2.Text, StringComparison.Ordinal);
        Assert.Contains("2021/22: £1 is expected to fall short, all of it covered.", annex2.Text, StringComparison.Ordinal);
        Assert.Contains("Pressures are no savings and are in no savings figure.", annex2.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programme_WithoutPressures_HasNoTableOfThem()
    {
        using var annex2 = WordFile.Of("annex-2", Editions.Published);
        using var workbook = WorkbookFile.Of(Editions.Published);

        Assert.DoesNotContain("Pressures", annex2.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pressures", workbook.SheetNames);
        Assert.DoesNotContain("pressures.csv", (await CsvArchiveFile.OfAsync(Editions.Published)).Names);
    }

    private static List<string> Cells(EditionStamp stamp, DecisionBasis basis) =>
        [.. new QuarterTables(stamp.Edition, basis).Figures.SelectMany(t => t.Rows.SelectMany(r => r.Cells).Select(t.Text))];

    private static Pressure Of(string reference, int year, decimal pounds, PressureCover cover) => new(
        reference, "Prices rise, and \"demand\" with them", SampleProgramme.State.Directorates[0].Name, "TP-16", new FinancialYear(year),
        new Money(pounds), new DateOnly(2019, 5, 1), "Director for Children’s Services", cover, null);
}
