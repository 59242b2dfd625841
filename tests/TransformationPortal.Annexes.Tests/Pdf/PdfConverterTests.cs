using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Annexes.Tests.Sample;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;

namespace TransformationPortal.Annexes.Tests.Pdf;

/// <summary>What becomes of a conversion when LibreOffice is missing or misbehaves. Small scripts play its part.</summary>
public sealed class PdfConverterTests : IDisposable
{
    private static readonly PdfOrder Order = new(new byte[1], new(2019, 6, 30), []);

    private readonly string folder = Directory.CreateTempSubdirectory("portal-pdf-test-").FullName;

    private string Work => Path.Combine(folder, "work");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Convert_NoSuchProgram_SaysThatItIsMissing()
    {
        using var converter = Converter(Path.Combine(folder, "not-there"));

        var none = Assert.IsType<PdfResult.None>(await converter.ConvertAsync(Order, CancellationToken.None));

        Assert.Null(converter.Find());
        Assert.Equal(PdfProblem.Missing, none.Problem);
        Assert.Equal("PDF files cannot be made on this server, because LibreOffice is not installed on it. The Word file holds the same paper.", none.Sentence);
    }

    [Fact]
    public async Task Convert_ProgramHangs_EndsItAndAllItStartedAndLeavesNoFolder()
    {
        var witness = Path.Combine(folder, "alive");
        using var converter = Converter(Script($"(while true; do date > '{witness}'; sleep 0.05; done) & sleep 600"), TimeSpan.FromSeconds(1));

        var none = Assert.IsType<PdfResult.None>(await converter.ConvertAsync(Order, CancellationToken.None));

        Assert.Equal(PdfProblem.TimedOut, none.Problem);
        Assert.Contains("took too long", none.Sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
        Assert.True(File.Exists(witness), "The script had begun its work.");
        File.Delete(witness);
        await Task.Delay(TimeSpan.FromMilliseconds(400));
        Assert.False(File.Exists(witness), "What the script had started is still running.");
    }

    [Fact]
    public async Task Convert_ProgramFails_SaysSoAndKeepsWhatItSaidForTheLog()
    {
        using var converter = Converter(Script("echo 'cannot open display' >&2; exit 77"));

        var none = Assert.IsType<PdfResult.None>(await converter.ConvertAsync(Order, CancellationToken.None));

        Assert.Equal(PdfProblem.Failed, none.Problem);
        Assert.Equal("Exit code 77. cannot open display", none.Detail);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
    }

    [Fact]
    public async Task Convert_FileThatIsNoProgram_SaysThatItFailed()
    {
        var file = Path.Combine(folder, "soffice");
        await File.WriteAllTextAsync(file, "not a program");
        using var converter = Converter(file);

        var none = Assert.IsType<PdfResult.None>(await converter.ConvertAsync(Order, CancellationToken.None));

        Assert.Equal(PdfProblem.Failed, none.Problem);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("touch paper.pdf")]
    public async Task Convert_ProgramLeavesNothing_SaysThatItIsEmpty(string script)
    {
        using var converter = Converter(Script(script));

        var none = Assert.IsType<PdfResult.None>(await converter.ConvertAsync(Order, CancellationToken.None));

        Assert.Equal(PdfProblem.Empty, none.Problem);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
    }

    [Fact]
    public async Task Convert_ReaderGoesAway_EndsTheProgramAndRemovesItsFolder()
    {
        using var converter = Converter(Script("sleep 600"));
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => converter.ConvertAsync(Order, gone.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
    }

    [Fact]
    public async Task Convert_ProgramRuns_HasItsOwnProfileWithoutMacrosAndNetwork()
    {
        using var converter = Converter(Script("cat profile/user/registrymodifications.xcu >&2; echo \"$@\" >&2; echo HOME=$HOME >&2; exit 1"));

        var none = Assert.IsType<PdfResult.None>(await converter.ConvertAsync(Order, CancellationToken.None));

        Assert.Contains("<prop oor:name=\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value>", none.Detail, StringComparison.Ordinal);
        Assert.Contains("<prop oor:name=\"ooInetProxyType\" oor:op=\"fuse\"><value>2</value>", none.Detail, StringComparison.Ordinal);
        Assert.Contains("-env:UserInstallation=file://" + Work, none.Detail, StringComparison.Ordinal);
        Assert.Contains("HOME=" + Work, none.Detail, StringComparison.Ordinal);
        Assert.Contains("PDFUACompliance", none.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_ManyAtOnce_RunsOneAtATimeAndRefusesWhoCannotWait()
    {
        var log = Path.Combine(folder, "log");
        var go = Path.Combine(folder, "go");
        using var converter = new PdfConverter(
            new() { SofficePath = Script($"echo begin >> '{log}'; while [ ! -e '{go}' ]; do sleep 0.05; done; echo end >> '{log}'; echo pdf > paper.pdf"), TemporaryFolder = Work, MaximumWaiting = 2 },
            TimeProvider.System);

        var all = Enumerable.Range(0, 5).Select(_ => converter.ConvertAsync(Order, CancellationToken.None)).ToList();
        var refused = all.Where(t => t.IsCompleted).ToList();
        await File.WriteAllTextAsync(go, "");
        var results = await Task.WhenAll(all);

        Assert.Equal(2, refused.Count);
        Assert.Equal(2, results.OfType<PdfResult.None>().Count(n => n.Problem == PdfProblem.Busy));
        Assert.Equal(3, results.OfType<PdfResult.Made>().Count());
        Assert.Equal(["begin", "end", "begin", "end", "begin", "end"], await File.ReadAllLinesAsync(log));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
    }

    [Fact]
    public async Task WriteAsync_PdfWithoutLibreOffice_WritesNothingAndGivesTheReason()
    {
        using var converter = Converter(Path.Combine(folder, "not-there"));
        var files = new AnnexFiles(converter);
        using var stream = new MemoryStream();

        var none = await files.WriteAsync(AnnexKind.Annex2Pdf, Editions.Published, DecisionBasis.AsItStands, AnnexPrint.Standard, CouncilLook.Default, stream, CancellationToken.None);

        Assert.Equal(PdfProblem.Missing, none!.Problem);
        Assert.Equal(0, stream.Length);
        Assert.False(files.CanMake(AnnexKind.Annex2Pdf));
        Assert.True(files.CanMake(AnnexKind.Annex2Docx));
    }

    private PdfConverter Converter(string soffice, TimeSpan? limit = null) =>
        new(new() { SofficePath = soffice, TimeLimit = limit ?? TimeSpan.FromMinutes(1), TemporaryFolder = Work }, TimeProvider.System);

    private string Script(string commands)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("In these tests shell scripts play LibreOffice’s part. Run them on Linux or macOS.");
        }

        var file = Path.Combine(folder, "soffice.sh");
        File.WriteAllText(file, $"#!/bin/sh\n{commands}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}
