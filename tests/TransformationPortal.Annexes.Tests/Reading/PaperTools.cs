using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using TransformationPortal.Annexes.Pdf;

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

    public PdfConverter Converter { get; } = new(new PdfConverterOptions { TimeLimit = TimeSpan.FromMinutes(5) }, TimeProvider.System);

    private bool HasAll => Converter.Find() is not null && FindOnPath("pdftotext") is not null && FindOnPath("pdfinfo") is not null;

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

    private static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
