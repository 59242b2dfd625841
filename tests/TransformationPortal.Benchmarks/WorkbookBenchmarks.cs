using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Reports;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Benchmarks;

/// <summary>What a workbook far larger than a council's costs: to write, to read, to check, and to preview on an empty portal and on one that holds it.</summary>
[MemoryDiagnoser]
[Config(typeof(ShortRunInProcess))]
public class WorkbookBenchmarks
{
    private static readonly WorkbookFace Face = new(null, new DateOnly(2019, 7, 12));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-bench-");
    private ServiceProvider empty = null!;
    private ServiceProvider full = null!;
    private IReadOnlyList<RegisterTable> tables = [];
    private IReadOnlyList<RegisterTable> changed = [];
    private byte[] bytes = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        tables = LargeRegisters.Tables(SyntheticProgramme.Projects, SyntheticProgramme.Lines);
        bytes = WorkbookWriter.Write(tables, Face);
        changed = [.. tables.Select(t => t.Name != "savings_targets" ? t : t with { Rows = [.. t.Rows.Select((r, i) => i % 1000 == 0 ? r with { Cells = [r.Cells[0], r.Cells[1], "1", r.Cells[3]] } : r)] })];
        (empty, full) = (await PortalAsync("empty"), await PortalAsync("full"));
        var seal = await RunAsync<PresentProgrammeReader, string>(full, async r => (await r.ReadAsync(default)).Seal);
        await RunAsync<ProgrammeUpdate, UpdateOutcome>(full, u => u.ApplyAsync(tables, seal, new Person("pmo", "Programme Office"), "A benchmark", null, default));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {tables.Sum(t => t.Rows.Count):N0} rows, {bytes.Length / 1024.0 / 1024.0:0.0} MB"));
    }

    [Benchmark]
    public int Write() => WorkbookWriter.Write(tables, Face).Length;

    [Benchmark]
    public int Read() => WorkbookReader.Read(new MemoryStream(bytes)).Tables.Count;

    [Benchmark]
    public Task<int> PreviewOnAnEmptyPortal() => RunAsync<ProgrammeUpdate, int>(empty, async u => (await u.PreviewAsync(tables, default)).Changes.Registers.Count);

    [Benchmark]
    public Task<int> PreviewOfAChange() => RunAsync<ProgrammeUpdate, int>(full, async u => (await u.PreviewAsync(changed, default)).Changes.Registers.Count);

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await empty.DisposeAsync();
        await full.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<TResult> RunAsync<TPart, TResult>(ServiceProvider services, Func<TPart, Task<TResult>> act)
        where TPart : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    private async Task<ServiceProvider> PortalAsync(string name)
    {
        var services = new ServiceCollection();
        services.AddPortalData(new ConfigurationBuilder().Build(), Path.Combine(folder.FullName, name));
        services.AddPortalRegisters();
        var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDatabase>().PrepareAsync(default);
        return provider;
    }
}

/// <summary>The registers of a programme of any size, as a workbook brings them.</summary>
internal static class LargeRegisters
{
    private static readonly string[] Years = ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23"];

    public static IReadOnlyList<RegisterTable> Tables(int projects, int lines)
    {
        var rows = new Dictionary<string, IEnumerable<string[]>>(StringComparer.Ordinal)
        {
            ["programme"] = Programme(),
            ["boards"] = [["Board", "Workstream board", "", "Oversees projects", ""]],
            ["workstreams"] = [["Workstream one", "One", "yes", ""], ["Workstream two", "Two", "yes", ""]],
            ["directorates"] = [["Directorate one", "One"], ["Directorate two", "Two"]],
            ["sources"] = [["Budget", "Budget", "yes"]],
            ["projects"] = Enumerable.Range(0, projects).Select(i => (string[])[Code("TP", i), Code("Project", i), "In flight", "Board", "Workstream one", "Directorate one", "A director", "2018-04-01", "2023-03-31", "Changes how a service works.", ""]),
            ["savings_lines"] = Enumerable.Range(0, lines).Select(i => (string[])[Code("S", i), Code("TP", i % projects), Code("Saving", i), i % 2 == 0 ? "Workstream one" : "Workstream two", i % 3 == 0 ? "Directorate one" : "Directorate two", "Budget", ""]),
            ["savings_targets"] = Enumerable.Range(0, lines).SelectMany(i => Years.Select((y, k) => (string[])[Code("S", i), y, Amount(i + k), Amount(i + k)])),
            ["savings_positions"] = Enumerable.Range(0, lines).SelectMany(i => Years.Select((y, k) => (string[])[Code("S", i), "2019-06", y, k == 0 ? "Delivered" : "High", Amount(i + k)])),
        };
        return [.. AllRegisters.Kept.Select(d => new RegisterTable(
            d.Name, d.Title, d.Layout == RegisterLayout.Fields ? ["field", "value"] : [.. d.Columns.Select(c => c.Name)],
            [.. rows.GetValueOrDefault(d.Name, []).Select((cells, i) => new RegisterTableRow(i + 2, cells))]))];
    }

    private static string[][] Programme() =>
    [
        ["name", "A large programme"], ["council", "A large council"], ["first_year", Years[0]], ["last_year", Years[^1]], ["objective", "Serve residents better"], ["planned_benefit_low", ""],
        ["planned_benefit_high", ""], ["redundancy_provision", ""], ["provenance", "Made up"], ["delivered_label", "Delivered"], ["high_label", "High"], ["medium_label", "Medium"],
        ["low_label", "Low"], ["delivered_alias", ""], ["high_alias", ""], ["medium_alias", ""], ["low_alias", ""],
    ];

    private static string Code(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:00000}");

    private static string Amount(int i) => (1_000 * (1 + (i * 31 % 97))).ToString(CultureInfo.InvariantCulture);
}
