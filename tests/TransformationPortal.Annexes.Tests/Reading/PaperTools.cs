using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Tests.Reading;

/// <summary>Tests that need LibreOffice and the PDF tools.</summary>
[CollectionDefinition(Name)]
public sealed class PaperToolsCollection : ICollectionFixture<PaperTools>
{
    public const string Name = "Paper tools";
}

/// <summary>LibreOffice and Poppler’s tools: the machine’s own where it has them, else installed for the occasion.</summary>
public sealed class PaperTools : IAsyncLifetime
{
    private const string Advice =
        "These tests need LibreOffice (soffice, with Writer and Calc) and Poppler (pdftotext, pdfinfo), and could not install them. "
        + "On Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils.";

    private readonly ConcurrentDictionary<(AnnexKind Kind, DecisionBasis Basis, AnnexPrint Print), Lazy<Task<byte[]>>> made = new();

    public PdfConverter Converter { get; } = new(new PdfConverterOptions { TimeLimit = TimeSpan.FromMinutes(5) }, TimeProvider.System);

    private bool HasAll => Converter.Find() is { } office && HasCalc(office) && FindOnPath("pdftotext") is not null && FindOnPath("pdfinfo") is not null;

    /// <summary>A paper of the published sample as PDF; a conversion takes seconds, so each is made once.</summary>
    public Task<byte[]> PdfAsync(AnnexKind kind, DecisionBasis basis, AnnexPrint print) =>
        made.GetOrAdd((kind, basis, print), key => new Lazy<Task<byte[]>>(() => MakeAsync(key.Kind, key.Basis, key.Print))).Value;

    public async Task<byte[]> MakeAsync(AnnexKind kind, DecisionBasis basis, AnnexPrint print, CouncilLook? look = null)
    {
        using var stream = new MemoryStream();
        var none = await new AnnexFiles(Converter).WriteAsync(kind, Editions.Published, basis, print, look ?? CouncilLook.Default, stream, CancellationToken.None);
        return none is null ? stream.ToArray() : throw new InvalidOperationException($"{none.Sentence} {none.Detail}");
    }

    public async Task InitializeAsync()
    {
        if (HasAll)
        {
            return;
        }

        var isRoot = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;
        if (isRoot && FindOnPath("apt-get") is not null)
        {
            await RunAsync("apt-get", "update");
            await RunAsync("apt-get", "install", "-y", "--no-install-recommends", "libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils");
        }

        if (!HasAll)
        {
            throw new InvalidOperationException(Advice);
        }
    }

    public Task DisposeAsync()
    {
        Converter.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs a program and gives what it wrote.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output + await error;
        }
        catch (Win32Exception)
        {
            return "";
        }
    }

    // Debian splits the suite: Writer alone converts papers, and says nothing when it is given a workbook.
    private static bool HasCalc(string office)
    {
        var folder = Path.GetDirectoryName(new FileInfo(office).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? office)!;
        return !OperatingSystem.IsLinux() || File.Exists(Path.Combine(folder, "libsclo.so"));
    }

    private static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
