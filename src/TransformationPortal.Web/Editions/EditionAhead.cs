using Microsoft.Extensions.Options;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Files;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Editions;

/// <summary>
/// Opens the newest edition as soon as the portal has started: its seal checked, its ledgers built, so that the first reader
/// after a restart waits no longer than the next one.
/// </summary>
public sealed partial class EditionAhead(
    IServiceScopeFactory scopes, IOptions<PortalOptions> options, IHostApplicationLifetime lifetime, ILogger<EditionAhead> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.FilesAhead)
        {
            return;
        }

        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var library = scope.ServiceProvider.GetRequiredService<EditionLibrary>();
            if (await library.ListAsync(stoppingToken) is [var newest, ..] && await library.FindAsync(newest.Quarter, null, stoppingToken) is { } edition)
            {
                var dashboard = new Dashboard(edition.Content, DecisionBasis.AsItStands);
                Opened(newest.Quarter.ToString(), dashboard.Tiles.Count + dashboard.Charts.Count);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The first reader is told what is wrong; here it is only not ahead.
            NotNow(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Quarter} was opened ahead, with {Count} tiles and charts")]
    private partial void Opened(string quarter, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The newest edition could not be opened ahead")]
    private partial void NotNow(Exception exception);
}
