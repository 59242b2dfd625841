using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using TransformationPortal.Annexes;
using TransformationPortal.Annexes.Pdf;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Papers;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Files;

/// <summary>A file of an edition, or why it could not be made.</summary>
/// <param name="Path">Where it is kept; nothing when it could not be made.</param>
/// <param name="Problem">Why it could not be made.</param>
public sealed record AnnexFile(string? Path, string DownloadName, PdfResult.None? Problem);

/// <summary>How large a file is that was made.</summary>
/// <param name="Pages">Of a paper; nothing for a file that has none, or whose pages nobody has laid out.</param>
public sealed record AnnexFileSize(long Bytes, int? Pages);

/// <summary>
/// The files of published editions. Each is made once, kept in the database with its SHA-256, and served again byte for byte by
/// every instance, from a copy in the data folder that is held up to it each time; all have the look that the edition was published with, whenever each is made. A file whose edition has been superseded since says so on its face, so
/// it is another file. A draft's is one more for each look, and stays only as long as <see cref="DraftFiles"/> says.
/// </summary>
public sealed class AnnexFileCache(
    AnnexFiles files, BrandingCache looks, IServiceScopeFactory scopes, PortalMeter meter, TimeProvider clock, string folder)
{
    private readonly DraftFiles drafts = DraftFiles.Open(Path.Combine(folder, "drafts"));
    private readonly ConcurrentDictionary<string, Lazy<Task<PdfResult.None?>>> making = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, int?> pages = new(StringComparer.Ordinal);

    public bool CanMake(AnnexKind kind) => files.CanMake(kind);

    public Task<AnnexFile> GetAsync(AnnexKind kind, OpenedEdition opened, AnnexPrint print, CancellationToken cancellationToken) => GetAsync(
        kind, opened.IsDraft ? EditionStamp.Draft(opened.Content) : EditionStamp.Of(opened.Published), opened.Published.Seal, opened.Basis, print, cancellationToken);

    /// <summary>The file as it was when the edition was published, whatever corrected it since.</summary>
    public Task<AnnexFile> AsPublishedAsync(AnnexKind kind, PublishedEdition published, DecisionBasis basis, AnnexPrint print, CancellationToken cancellationToken) =>
        GetAsync(kind, EditionStamp.Of(published with { LatestNumber = published.Content.Number }), published.Seal, basis, print, cancellationToken);

    /// <summary>The file as it is now: it says on its face where a later edition corrects it.</summary>
    public Task<AnnexFile> MarkedAsync(AnnexKind kind, PublishedEdition published, DecisionBasis basis, AnnexPrint print, CancellationToken cancellationToken) =>
        GetAsync(kind, EditionStamp.Of(published), published.Seal, basis, print, cancellationToken);

    private async Task<AnnexFile> GetAsync(
        AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print, CancellationToken cancellationToken)
    {
        var isDraft = stamp.Status == EditionStatus.Draft;
        var name = AnnexFileName.Of(kind, stamp, basis, print);
        var look = await looks.GetAsync(cancellationToken);
        var path = PathOf(kind, stamp, seal, basis, print, look);
        if (isDraft ? File.Exists(path) : await IsKeptAsync(seal, name, path, cancellationToken))
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
    public async Task<AnnexFileSize?> SizeAsync(AnnexKind kind, OpenedEdition opened, AnnexPrint print, CancellationToken cancellationToken)
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

    private int? PagesOf(string pdf) => pages.TryGetValue(pdf, out var known) ? known
        : !File.Exists(pdf) ? null : pages.GetOrAdd(pdf, path => PdfPages.Read(File.ReadAllBytes(path))?.Count);

    private string PathOf(AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print, ShownBranding look)
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

    /// <summary>Whether a file of an edition is kept; what lies on the disk is then what is kept, and put there where it is not.</summary>
    /// <exception cref="EditionSealBrokenException">What is kept is not what was made.</exception>
    private async Task<bool> IsKeptAsync(string seal, string name, string path, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<EditionFileStore>();
        if (await store.HashAsync(seal, name, cancellationToken) is not { } hash)
        {
            return false;
        }

        // Looked at each time: whoever can write in the folder must not be able to write what a committee is given.
        if (!File.Exists(path) || await HashAsync(path, cancellationToken) != hash)
        {
            var content = await store.ContentAsync(seal, name, cancellationToken);
            var aside = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName, Path.GetRandomFileName() + ".unfinished");
            await File.WriteAllBytesAsync(aside, content, cancellationToken);
            File.Move(aside, path, overwrite: true);
        }

        return true;
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <returns>Whether this file is the one that is kept.</returns>
    private async Task<bool> KeepAsync(string seal, string name, string path)
    {
        var content = await File.ReadAllBytesAsync(path);
        await using var scope = scopes.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<EditionFileStore>().KeepAsync(seal, name, content, clock.GetUtcNow().UtcDateTime, default);
        return kept == Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <returns>Why it could not be made; nothing when it was.</returns>
    private async Task<PdfResult.None?> MakeAsync(
        string path, AnnexKind kind, EditionStamp stamp, string seal, DecisionBasis basis, AnnexPrint print, CouncilLook look)
    {
        var laidOut = await LaidOutAsync(kind, stamp, seal, basis, print);

        // Made aside and moved into place whole: nobody is ever given half a file.
        var shelf = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = Path.Combine(shelf.FullName, Path.GetRandomFileName() + ".unfinished");
        try
        {
            PdfResult.None? problem;
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                var began = clock.GetTimestamp();
                problem = await files.WriteAsync(kind, stamp, basis, print, look, stream, CancellationToken.None, laidOut);
                meter.FileMade(clock.GetElapsedTime(began), kind.ToString());
            }

            // Another instance may have made it meanwhile: the first one's stays.
            if (problem is null && (stamp.Status == EditionStatus.Draft || await KeepAsync(seal, Path.GetFileName(path), draft)))
            {
                File.Move(draft, path, overwrite: true);
            }
            else if (problem is null)
            {
                await IsKeptAsync(seal, Path.GetFileName(path), path, CancellationToken.None);
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

internal static class AnnexFilesSetup
{
    public static void AddAnnexFiles(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddSingleton(provider => new PdfConverter(
            new PdfConverterOptions { SofficePath = configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.LibreOffice)}"] },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AnnexFiles(
            provider.GetRequiredService<PdfConverter>(), provider.GetRequiredService<IOptions<PortalOptions>>().Value.Address is { Length: > 0 } address ? new Uri(address) : null));
        services.AddSingleton(provider => new AnnexFileCache(
            provider.GetRequiredService<AnnexFiles>(), provider.GetRequiredService<BrandingCache>(), provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<PortalMeter>(), provider.GetRequiredService<TimeProvider>(), Path.Combine(dataFolder, "files")));
        services.AddSingleton<AnnexFilesAhead>();
        services.AddHostedService(provider => provider.GetRequiredService<AnnexFilesAhead>());
    }
}
