using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TransformationPortal.Annexes;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Benchmarks;

/// <summary>What a committee file costs to make, for a council's programme and for one far larger.</summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class AnnexBenchmarks : IDisposable
{
    private readonly PdfConverter pdf = new(new PdfConverterOptions(), TimeProvider.System);
    private EditionStamp stamp = null!;

    /// <summary>Savings lines; every fourth has a project of its own.</summary>
    [Params(100, SyntheticProgramme.Lines)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var edition = EditionComposer.Compose(SyntheticProgramme.Of(Lines / 4, Lines), SyntheticProgramme.Quarter, 1);
        stamp = new(edition, EditionJson.Seal(EditionJson.Write(edition)), EditionStatus.Published, 1);
        _ = Annex2.Compose(edition, DecisionBasis.AsItStands).Blocks.Count();
    }

    [Benchmark(Baseline = true)]
    public Task Annex2Word() => WriteAsync(AnnexKind.Annex2Docx);

    [Benchmark]
    public Task Annex1Word() => WriteAsync(AnnexKind.Annex1Docx);

    [Benchmark]
    public Task QuarterlyReportWord() => WriteAsync(AnnexKind.QuarterlyReportDocx);

    [Benchmark]
    public Task Workbook() => WriteAsync(AnnexKind.QuarterXlsx);

    [Benchmark]
    public Task CsvArchive() => WriteAsync(AnnexKind.QuarterZip);

    [GlobalCleanup]
    public void Dispose()
    {
        pdf.Dispose();
        GC.SuppressFinalize(this);
    }

    // A benchmark in a process of its own is built as a project of its own, which not every package source can restore.
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }

    private Task WriteAsync(AnnexKind kind) =>
        new AnnexFiles(pdf).WriteAsync(kind, stamp, DecisionBasis.AsItStands, AnnexPrint.Standard, CouncilLook.Default, Stream.Null, CancellationToken.None);
}
