using System.Data.Common;
using System.Globalization;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Web.Mail;

/// <summary>
/// Sends what waits in the outbox, at least once and to each person in order. Killed between the server's “taken” and the note
/// of it, another worker sends the message again under the same id, by which a mail server knows that it has it.
/// </summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes, MailSender sender, NoticeLetters letters, IOptions<MailOptions> options, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<OutboxWorker> logger) : BackgroundService
{
    private const int Most = 50;

    // Of the machine's time, not the council's: a clock that stands still in a trial does not stop the mail.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(5);

    private readonly Guid worker = Guid.NewGuid();

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.Lease);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sender.CanSend)
        {
            return;
        }

        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        MailSession? session = null;
        try
        {
            while (true)
            {
                var wait = Pause;
                try
                {
                    session ??= sender.Open();
                    wait = await PassAsync(session, stoppingToken) switch { Passed.Some => TimeSpan.Zero, Passed.Away => WhileAway, _ => Pause };
                }
                catch (Exception fault) when (fault is DbException or DbUpdateException or RetryLimitExceededException or InvalidOperationException)
                {
                    NotReached(fault);
                    wait = WhileAway;
                }

                if (wait > TimeSpan.Zero)
                {
                    // A connection that nothing is sent over is the server's to end.
                    session?.Dispose();
                    session = null;
                    await Task.Delay(wait, stoppingToken);
                }
            }
        }
        finally
        {
            session?.Dispose();
        }
    }

    private async Task<Passed> PassAsync(MailSession session, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var taken = await outbox.TakeAsync(worker, Most, Lease, ct);
        var isAway = false;
        try
        {
            foreach (var mail in taken)
            {
                if (!await outbox.KeepAsync(mail.Id, worker, Lease, ct))
                {
                    continue;
                }

                isAway = await TryAsync(outbox, session, mail, ct);
                if (isAway)
                {
                    // The others need not each wait for a server that does not answer.
                    break;
                }
            }
        }
        finally
        {
            if (taken.Count > 0)
            {
                await outbox.ReleaseAsync(worker, CancellationToken.None);
            }
        }

        return isAway ? Passed.Away : taken.Count > 0 ? Passed.Some : Passed.None;
    }

    /// <returns>Whether the server is away altogether.</returns>
    private async Task<bool> TryAsync(Outbox outbox, MailSession session, MailInHand mail, CancellationToken ct)
    {
        if (mail.To.IsDisabledAt(clock.GetUtcNow()) || MailAddress.Read(mail.To.Email) is null)
        {
            await outbox.NotSentAsync(mail, worker, mail.To.IsDisabledAt(clock.GetUtcNow()) ? "The account is disabled." : MailAddress.Problem(mail.To.Email), isForGood: true, ct);
            return false;
        }

        try
        {
            var answer = await session.SendAsync(await letters.OfAsync(mail, ct), ct);

            // It is sent: a stop that comes now may not make it unsent.
            await outbox.SentAsync(mail, worker, answer, CancellationToken.None);
            return false;
        }
        catch (SmtpCommandException refused)
        {
            NotTaken(mail.Id, refused);
            await outbox.NotSentAsync(mail, worker, Words(refused), IsForGood(refused), ct);
            return false;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DbException or DbUpdateException))
        {
            NotTaken(mail.Id, fault);
            await outbox.NotSentAsync(mail, worker, Words(fault), isForGood: fault is FormatException, ct);
            return true;
        }
    }

    /// <summary>Why a letter was not taken, in the server's own words where it said any.</summary>
    internal static string Words(Exception fault) => fault switch
    {
        SmtpCommandException refused => string.Create(CultureInfo.InvariantCulture, $"{(int)refused.StatusCode} {refused.Message}"),
        TimeoutException => fault.Message,
        _ => fault.GetBaseException().Message,
    };

    // What the server says of itself, or of the portal, may be mended; what it says of this reader or this message is not.
    private static bool IsForGood(SmtpCommandException refused) =>
        (int)refused.StatusCode >= 500 && refused.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);

    private enum Passed
    {
        None,
        Some,
        Away,
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Mail} of the outbox was not taken by the mail server")]
    private partial void NotTaken(long mail, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read")]
    private partial void NotReached(Exception fault);
}
