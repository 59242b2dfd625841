using System.Globalization;
using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>An upload says where bands would not add up to their target, as the gate will, and is not refused for it.</summary>
public sealed class TargetGapTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Preview_OfThePublishedSample_SaysWhatTheGateSaysAndNoMore()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var draft = await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(SampleProgramme.Quarter, None));
        var gate = Gate.Check(draft, [], []).Where(f => f.Kind == FindingKind.Bands).Select(f => f.Disagreement).ToList();
        var present = await database.PresentAsync();
        await using var empty = await TestDatabase.PreparedAsync();
        var file = WorkbookReader.Read(new MemoryStream(WorkbookWriter.Write(present.Tables, new WorkbookFace(null, new DateOnly(2019, 7, 12)))));

        var first = (await empty.PreviewAsync(file.Tables)).Gaps;
        var unrelated = (await database.PreviewAsync([present.Of("funding").WithRow("Reserve", "5", "Confirmed")])).Gaps;

        Assert.Equal(gate, first.Select(g => $"{g.Line}, {g.Year}: {g.Sentence}"));
        Assert.All(first, g => Assert.True(g.IsNew && g.Places.Count > 0));
        Assert.Equal(gate, unrelated.Select(g => $"{g.Line}, {g.Year}: {g.Sentence}"));
        Assert.All(unrelated, g => Assert.True(!g.IsNew && g.Places.Count == 0));
    }

    [Fact]
    public async Task Preview_OfATargetThatItsBandsDoNotReach_SaysLineYearAmountSheetAndCellsAndCanBeApplied()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();
        var (targets, positions) = (present.Of("savings_targets"), present.Of("savings_positions"));
        var row = targets.Rows.Single(r => r.Cells[0] == "S-002" && r.Cells[1] == "2020/21");
        var more = new Core.Money(decimal.Parse(row.Cells[3], CultureInfo.InvariantCulture) + 1234);
        var changed = targets with { Rows = [.. targets.Rows.Select(r => r == row ? r with { Cells = [.. r.Cells.Take(3), more.ToString(), .. r.Cells.Skip(4)] } : r)] };
        var latest = positions.Rows.Where(r => r.Cells[0] == "S-002").Max(r => r.Cells[1])!;
        var cells = positions.Rows.Where(r => r.Cells[0] == "S-002" && r.Cells[1] == latest && r.Cells[2] == "2020/21").Select(r => FormattableString.Invariant($"E{r.Number}"));

        var preview = await database.PreviewAsync([changed, positions]);

        var gap = Assert.Single(preview.Gaps, g => g.IsNew);
        Assert.Equal(("S-002", "2020/21"), (gap.Line[..5], gap.Year.ToString()));
        Assert.EndsWith(", £1,234 apart.", gap.Sentence, StringComparison.Ordinal);
        Assert.Equal([FormattableString.Invariant($"Savings targets D{row.Number}"), "Savings positions " + string.Join(", ", cells)], gap.Places);
        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync([changed]));
        Assert.DoesNotContain((await database.PreviewAsync([present.Of("funding").WithRow("Reserve", "5", "Confirmed")])).Gaps, g => g.IsNew);
    }
}
