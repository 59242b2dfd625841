using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace TransformationPortal.Benchmarks;

/// <summary>Three measurements in the process itself: enough to see how cost grows, in a minute or two.</summary>
internal sealed class ShortRunInProcess : ManualConfig
{
    public ShortRunInProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
