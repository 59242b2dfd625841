using BenchmarkDotNet.Attributes;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Benchmarks;

/// <summary>
/// What an edition costs, from closing a quarter to a member's page: at the size of a council's programme, and at a quarter,
/// half and the whole of one a thousand times as large, to show that cost grows with size and no faster.
/// </summary>
[Config(typeof(ShortRunInProcess))]
[MemoryDiagnoser]
public class EditionBenchmarks
{
    private ProgrammeState state = null!;
    private ProgrammeState changed = null!;
    private Edition edition = null!;
    private Edition unread = null!;
    private byte[] json = null!;

    /// <summary>Savings lines; about 17½ amounts each, and a project for every four of them.</summary>
    [Params(25, SyntheticProgramme.Lines / 4, SyntheticProgramme.Lines / 2, SyntheticProgramme.Lines)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        state = SyntheticProgramme.Of(Math.Max(49, Lines / 4), Lines);
        changed = SyntheticHistory.Of(state);
        edition = Compose();
        json = WriteJson();
        OneSlice();
    }

    [Benchmark(Baseline = true)]
    public Edition Compose() => EditionComposer.Compose(state, SyntheticProgramme.Quarter, 1);

    /// <summary>The same with ten years of changes in its registers, two thirds of them after the quarter.</summary>
    [Benchmark]
    public Edition ComposeWithHistory() => EditionComposer.Compose(changed, SyntheticProgramme.Quarter, 1);

    [Benchmark]
    public byte[] WriteJson() => EditionJson.Write(edition);

    [Benchmark]
    public Edition ReadJson() => EditionJson.Read(json);

    /// <summary>An edition whose ledgers nobody has asked for yet.</summary>
    [IterationSetup(Target = nameof(FirstDashboard))]
    public void ReadAnew() => unread = ReadJson();

    /// <summary>The ledgers built, and the tiles and charts that they are first asked for.</summary>
    [Benchmark]
    public int FirstDashboard() => TilesAndCharts(unread);

    /// <summary>The tiles and charts of an edition that is in memory already, as every later reader finds it.</summary>
    [Benchmark]
    public int LaterDashboard() => TilesAndCharts(edition);

    /// <summary>The three finance tables of an edition in memory.</summary>
    [Benchmark]
    public int FinanceTables() => new FinancialPosition(edition, DecisionBasis.AsItStands).Tables.Count;

    /// <summary>A slice laid open: its entries, and its total by board.</summary>
    [Benchmark]
    public int OneSlice() => edition.Open(
        SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.AsItStands).In(SyntheticProgramme.Quarter.Year)
            .Where(SavingsDimension.Workstream, "Service Redesign"),
        SavingsDimension.Board,
        null).Entries.Count;

    private static int TilesAndCharts(Edition edition)
    {
        var dashboard = new Dashboard(edition, DecisionBasis.AsItStands);
        return dashboard.Tiles.Count + dashboard.Charts.Count;
    }
}
