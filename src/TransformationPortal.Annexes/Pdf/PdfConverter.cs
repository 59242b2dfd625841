using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TransformationPortal.Annexes.Pdf;

/// <summary>What is to become a PDF.</summary>
/// <param name="Word">A Word file.</param>
/// <param name="MadeAt">The moment that the PDF bears as its date, UTC, so that the same file makes the same PDF.</param>
/// <param name="PictureTexts">What each picture shows, in order, for who does not see it.</param>
public sealed record PdfOrder(ReadOnlyMemory<byte> Word, DateTime MadeAt, IReadOnlyList<string> PictureTexts);

/// <summary>
/// Turns Word files into tagged PDF files (PDF/UA) with LibreOffice: one at a time, each in a folder and a profile of its
/// own that are removed after it, within a time limit. Safe to use from many threads; keep one for the whole program.
/// </summary>
public sealed class PdfConverter(PdfConverterOptions options, TimeProvider time) : IDisposable
{
    private const string Filter =
        """pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}""";

    private const int KeptOutput = 4000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private int waiting;

    /// <summary>The path of LibreOffice, so that a page can say whether PDF is offered; nothing when it is not installed.</summary>
    public string? Find() => SofficeLocation.Find(options.SofficePath);

    /// <param name="order">What to convert.</param>
    /// <param name="cancellationToken">Ends LibreOffice and removes its folder before it throws.</param>
    public async Task<PdfResult> ConvertAsync(PdfOrder order, CancellationToken cancellationToken)
    {
        if (Find() is not { } soffice)
        {
            return PdfResult.Without(PdfProblem.Missing);
        }

        // One may work; the others wait.
        if (Interlocked.Increment(ref waiting) > options.MaximumWaiting + 1)
        {
            Interlocked.Decrement(ref waiting);
            return PdfResult.Without(PdfProblem.Busy);
        }

        try
        {
            if (!await turn.WaitAsync(options.WaitLimit, cancellationToken))
            {
                return PdfResult.Without(PdfProblem.Busy);
            }

            try
            {
                return await ConvertInFolderAsync(soffice, order, cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<PdfResult> ConvertInFolderAsync(string soffice, PdfOrder order, CancellationToken cancellationToken)
    {
        var folder = NewFolder();
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "paper.docx"), order.Word, cancellationToken);
            await SofficeProfile.WriteAsync(Path.Combine(folder, "profile"), cancellationToken);
            var run = await RunAsync(soffice, folder, cancellationToken);
            if (run is not null)
            {
                return run;
            }

            var pdf = new FileInfo(Path.Combine(folder, "paper.pdf"));
            if (!pdf.Exists || pdf.Length == 0)
            {
                return PdfResult.Without(PdfProblem.Empty);
            }

            var bytes = PdfPictures.Describe(await File.ReadAllBytesAsync(pdf.FullName, cancellationToken), order.PictureTexts);
            PdfDates.Fix(bytes, order.MadeAt);
            return new PdfResult.Made(bytes);
        }
        finally
        {
            await RemoveAsync(folder);
        }
    }

    // Nobody else on the machine may read a draft that passes through here.
    private string NewFolder()
    {
        var folder = Path.Combine(options.TemporaryFolder, "portal-pdf-" + Path.GetRandomFileName());
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    /// <summary>Nothing when the program ended well.</summary>
    private async Task<PdfResult.None?> RunAsync(string soffice, string folder, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Process process;
        try
        {
            process = Process.Start(Start(soffice, folder))!;
        }
        catch (Win32Exception e)
        {
            return PdfResult.Without(PdfProblem.Failed, e.Message);
        }

        using (process)
        {
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(either.Token), process.StandardError.ReadToEndAsync(either.Token));
            try
            {
                await process.WaitForExitAsync(either.Token);
                var said = string.Join('\n', await output).Trim();
                return process.ExitCode == 0 ? null : PdfResult.Without(PdfProblem.Failed, string.Create(CultureInfo.InvariantCulture, $"Exit code {process.ExitCode}. {said[..Math.Min(said.Length, KeptOutput)]}"));
            }
            catch (OperationCanceledException)
            {
                await EndAsync(process);
                cancellationToken.ThrowIfCancellationRequested();
                return PdfResult.Without(PdfProblem.TimedOut, $"Ended after {options.TimeLimit}.");
            }
        }
    }

    private static ProcessStartInfo Start(string soffice, string folder)
    {
        var start = new ProcessStartInfo(soffice,
        [
            "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            "--convert-to", Filter, "--outdir", folder, Path.Combine(folder, "paper.docx"),
        ])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Whatever it leaves lying about, it leaves in the folder that is removed.
        (start.Environment["HOME"], start.Environment["TMPDIR"], start.Environment["SAL_USE_VCLPLUGIN"]) = (folder, folder, "svp");
        return start;
    }

    // The program that was started may be a script: what it started in turn is what does the work and must end too.
    private static async Task EndAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in this very moment.
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    // A program that was just ended may still write for a moment.
    private async Task RemoveAsync(string folder)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), time);
            }
        }
    }
}
