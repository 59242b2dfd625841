using BenchmarkDotNet.Running;

namespace TransformationPortal.Benchmarks;

internal static class Program
{
    // "load" compares the running portal with a bare endpoint; anything else is BenchmarkDotNet's.
    private static async Task Main(string[] args)
    {
        if (args is ["load"])
        {
            await LoadComparison.RunAsync();
        }
        else
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        }
    }
}
