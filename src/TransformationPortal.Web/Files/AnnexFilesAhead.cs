using System.Threading.Channels;
using Microsoft.Extensions.Options;
using TransformationPortal.Annexes;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Files;

/// <summary>
/// Makes every file of an edition once it is published, one after the other: what a committee is given is what was published,
/// whatever the council's colours, the templates or the program become before somebody asks for it. What a stop left undone is
/// made after the next start, and what another instance published is found within a minute.
/// </summary>
public sealed partial class AnnexFilesAhead(
    AnnexFileCache files, IServiceScopeFactory scopes, IOptions<PortalOptions> options, IHostApplicationLifetime lifetime, ILogger<AnnexFilesAhead> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<(string Seal, int Latest)> done = [];

    /// <summary>Says that an edition was published.</summary>
    public void Wake() => wakes.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.FilesAhead)
        {
            return;
        }

        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MakeAllAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A full disk or a database that is away now is no reason never to try again.
                NotNow(e);
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            pause.CancelAfter(Pause);
            try
            {
                await wakes.Reader.ReadAsync(pause.Token);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // Nobody woke it: it looks for itself.
            }
        }
    }

    private async Task MakeAllAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<EditionStore>();
        var editions = await store.ListAsync(ct);
        foreach (var entry in editions.OrderByDescending(e => e.PublishedAt))
        {
            var latest = editions.Where(e => e.Quarter == entry.Quarter).Max(e => e.Number);
            if (!done.Contains((entry.Seal, latest)) && await store.FindAsync(entry.Quarter, entry.Number, ct) is { } edition)
            {
                await MakeAsync(edition, ct);
                done.Add((entry.Seal, latest));
            }
        }
    }

    private async Task MakeAsync(PublishedEdition edition, CancellationToken ct)
    {
        DecisionBasis[] bases = new PendingDecisions(edition.Content).Any ? [DecisionBasis.AsItStands, DecisionBasis.IfAgreed] : [DecisionBasis.AsItStands];
        foreach (var facts in AnnexCatalogue.All.Where(f => files.CanMake(f.Kind)))
        {
            foreach (var print in facts.HasLargePrint ? (AnnexPrint[])[AnnexPrint.Standard, AnnexPrint.Large] : [AnnexPrint.Standard])
            {
                foreach (var basis in bases)
                {
                    await files.AsPublishedAsync(facts.Kind, edition, basis, print, ct);
                    await files.MarkedAsync(facts.Kind, edition, basis, print, ct);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The files of published editions could not all be made ahead; they are tried again in a minute")]
    private partial void NotNow(Exception exception);
}
