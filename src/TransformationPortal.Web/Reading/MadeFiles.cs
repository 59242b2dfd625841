using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TransformationPortal.Annexes;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Reading;

/// <summary>A file of an edition, or why it could not be made.</summary>
/// <param name="Path">Where it is kept; nothing when it could not be made.</param>
/// <param name="Problem">Why it could not be made.</param>
public sealed record MadeFile(string? Path, string DownloadName, PdfResult.None? Problem);

/// <summary>How large a file is that was made.</summary>
/// <param name="Pages">Of a paper; nothing for a file that has none, or whose pages nobody has laid out.</param>
public sealed record MadeSize(long Bytes, int? Pages);

/// <summary>
/// The files of published editions. Each is made once, kept in the data folder under its edition's seal, and served again
/// byte for byte; all have the look that the edition was published with, whenever each is made. A file whose edition has been superseded since says so on its face, so
/// it is another file. A draft's is one more for each look, and stays only as long as <see cref="DraftFiles"/> says.
/// </summary>
public sealed class MadeFiles(AnnexFiles files, LookShelf looks, string folder)
{
    private readonly DraftFiles drafts = DraftFiles.Open(Path.Combine(folder, "drafts"));
    private readonly ConcurrentDictionary<string, Lazy<Task<PdfResult.None?>>> making = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int?> pages = new(StringComparer.Ordinal);

    public bool CanMake(AnnexKind kind) => files.CanMake(kind);

    public Task<MadeFile> GetAsync(AnnexKind kind, OpenedEdition opened, AnnexPrint print, CancellationToken cancellationToken) => GetAsync(
        kind, opened.IsDraft ? EditionStamp.Draft(opened.Content) : EditionStamp.Of(opened.Published), opened.Published.Seal, opened.Basis, print, cancellationToken);

    /// <summary>The file as it was when the edition was published, whatever corrected it since.</summary>
    public Task<MadeFile> AsPublishedAsync(AnnexKind kind, PublishedEdition published, DecisionBasis basis, AnnexPrint print, CancellationToken cancellationToken) =>
        GetAsync(kind, EditionStamp.Of(published with { LatestNumber = published.Content.Number }), published.Seal, basis, print, cancellationToken);

    /// <summary>The file as it is now: it says on its face where a later edition corrects it.</summary>
    public Task<MadeFile> MarkedAsync(AnnexKind kind, PublishedEdition published, DecisionBasis basis, AnnexPrint print, CancellationToken cancellationToken) =>
        GetAsync(kind, EditionStamp.Of(published), published.Seal, basis, print, cancellationToken);

    private async Task<MadeFile> GetAsync(
        AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print, CancellationToken cancellationToken)
    {
        var isDraft = stamp.Status == EditionStatus.Draft;
        var name = AnnexFileName.Of(kind, stamp, basis, print);
        var look = await looks.GetAsync(cancellationToken);
        var path = PathOf(kind, stamp, seal, basis, print, look);
        if (File.Exists(path))
        {
            return new(path, name, null);
        }

        var made = isDraft ? look.Look : await looks.OfEditionAsync(seal, cancellationToken);

        // Many may ask for a file at once, and it is made for all of them once; that one of them goes away does not stop it.
        var work = making.GetOrAdd(path, key => new(() => MakeAsync(key, kind, stamp, seal, basis, print, made)));
        var problem = await work.Value.WaitAsync(cancellationToken);
        if (isDraft)
        {
            drafts.Sweep();
        }

        return new(problem is null ? path : null, name, problem);
    }

    /// <summary>How large a file is, where it has been made already; what is not made yet is not made for this.</summary>
    public async Task<MadeSize?> SizeAsync(AnnexKind kind, OpenedEdition opened, AnnexPrint print, CancellationToken cancellationToken)
    {
        var stamp = opened.IsDraft ? EditionStamp.Draft(opened.Content) : EditionStamp.Of(opened.Published);
        var look = await looks.GetAsync(cancellationToken);
        var file = new FileInfo(PathOf(kind, stamp, opened.Published.Seal, opened.Basis, print, look));
        if (!file.Exists)
        {
            return null;
        }

        // A Word file has the pages of the PDF that its contents were numbered by.
        var pdf = kind.Facts().AsPdf()?.Kind ?? kind;
        return new(file.Length, pdf.Facts().NeedsLibreOffice ? PagesOf(PathOf(pdf, stamp, opened.Published.Seal, opened.Basis, print, look)) : null);
    }

    private int? PagesOf(string pdf) => pages.TryGetValue(pdf, out var known) ? known : !File.Exists(pdf) ? null : pages.GetOrAdd(pdf, path => PdfPages.Read(File.ReadAllBytes(path))?.Count);

    private string PathOf(AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print, ShownLook look)
    {
        var name = AnnexFileName.Of(kind, stamp, basis, print);
        return stamp.Status == EditionStatus.Draft ? drafts.PathOf(seal, look.Version, name) : Path.Combine(folder, seal, name);
    }

    // The contents of a Word file name pages, which only the program that lays them out knows; where it cannot, they name none.
    private async Task<ReadOnlyMemory<byte>?> LaidOutAsync(AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print)
    {
        if (kind.Facts().AsPdf()?.Kind is not { } pdf || !CanMake(pdf) || (await GetAsync(pdf, stamp, seal, basis, print, CancellationToken.None)).Path is not { } path)
        {
            return null;
        }

        return await File.ReadAllBytesAsync(path, CancellationToken.None);
    }

    /// <returns>Why it could not be made; nothing when it was.</returns>
    private async Task<PdfResult.None?> MakeAsync(string path, AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print, CouncilLook look)
    {
        var laidOut = await LaidOutAsync(kind, stamp, seal, basis, print);

        // Made aside and moved into place whole: nobody is ever given half a file.
        var shelf = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = Path.Combine(shelf.FullName, Path.GetRandomFileName());
        try
        {
            PdfResult.None? problem;
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                problem = await files.WriteAsync(kind, stamp, basis, print, look, stream, CancellationToken.None, laidOut);
            }

            // Another program on the same folder may have made it meanwhile: the first one's stays.
            if (problem is null && !File.Exists(path))
            {
                File.Move(draft, path, overwrite: true);
            }

            return problem;
        }
        finally
        {
            File.Delete(draft);
            making.TryRemove(path, out _);
        }
    }
}

internal static class MadeFilesSetup
{
    public static void AddMadeFiles(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddSingleton(provider => new PdfConverter(
            new PdfConverterOptions { SofficePath = configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.LibreOffice)}"] },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AnnexFiles(
            provider.GetRequiredService<PdfConverter>(), provider.GetRequiredService<IOptions<PortalOptions>>().Value.Address is { Length: > 0 } address ? new Uri(address) : null));
        services.AddSingleton(provider => new MadeFiles(provider.GetRequiredService<AnnexFiles>(), provider.GetRequiredService<LookShelf>(), Path.Combine(dataFolder, "files")));
        services.AddSingleton<FilesAhead>();
        services.AddHostedService(provider => provider.GetRequiredService<FilesAhead>());
    }
}
