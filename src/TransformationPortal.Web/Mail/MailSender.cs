using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Web.Mail;

/// <summary>
/// Sends letters over the council's mail server. In Development without one, they are put into the folder <c>mail</c> of the
/// data folder, where any mail program opens them.
/// </summary>
public sealed class MailSender(IOptions<MailOptions> options, IHostEnvironment environment, MailFolder folder, TimeProvider clock)
{
    private bool HasServer => !string.IsNullOrWhiteSpace(options.Value.Server);

    /// <summary>Whether letters go anywhere.</summary>
    public bool CanSend => HasServer || environment.IsDevelopment();

    /// <summary>Whether they go into a folder, to be looked at.</summary>
    public bool IsFolder => !HasServer && environment.IsDevelopment();

    /// <exception cref="InvalidOperationException">No mail server is set.</exception>
    /// <exception cref="Exception">The server did not take it: what MailKit threw.</exception>
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var session = Open();
        await session.SendAsync(letter, ct);
    }

    /// <summary>Begins to send letters, as many as there are over one connection.</summary>
    public MailSession Open() => new(this, options.Value);

    internal MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage { Subject = OneLine.Of(letter.Subject), Date = clock.GetUtcNow() };
        message.From.Add(new MailboxAddress(options.Value.FromName, options.Value.From ?? "portal@localhost"));
        message.To.Add(new MailboxAddress(OneLine.Of(letter.ToName), MailAddress.Read(letter.ToAddress) ?? throw new FormatException(MailAddress.Problem(letter.ToAddress))));
        message.Body = letter.Html is null ? Part("plain", letter.Text) : new MultipartAlternative { Part("plain", letter.Text), Part("html", letter.Html) };
        if (letter.MessageId is { } id)
        {
            message.MessageId = $"{id:N}@{message.From.Mailboxes.First().Domain}";
        }

        // Nobody's absence assistant is to answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } address)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{address}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // A letter that is tried again lies there once.
    internal async Task<string> PutAsync(MimeMessage message, CancellationToken ct)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("No mail server is set (Mail:Server).");
        }

        Directory.CreateDirectory(folder.Path);
        var id = (message.MessageId ?? MimeUtils.GenerateMessageId()).Split('@')[0];
        var name = string.Create(CultureInfo.InvariantCulture, $"{message.Date:yyyyMMdd-HHmmss}-{id}.eml");
        var unfinished = Path.Combine(folder.Path, name + ".part");
        await message.WriteToAsync(unfinished, ct);
        File.Move(unfinished, Path.Combine(folder.Path, name), overwrite: true);
        return $"Put into the folder of letters as {name}";
    }

    private static TextPart Part(string kind, string text) => new(kind) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };
}

/// <summary>A connection to the mail server, opened when it is first needed.</summary>
public sealed class MailSession : IDisposable
{
    private readonly MailSender sender;
    private readonly MailOptions options;
    private SmtpClient? client;

    internal MailSession(MailSender sender, MailOptions options) => (this.sender, this.options) = (sender, options);

    /// <summary>Hands a letter over.</summary>
    /// <returns>What the server said to it.</returns>
    /// <exception cref="TimeoutException">The server did not answer in time.</exception>
    /// <exception cref="FormatException">The address is none.</exception>
    /// <exception cref="Exception">The server did not take it: what MailKit threw.</exception>
    public async Task<string> SendAsync(Letter letter, CancellationToken ct)
    {
        using var message = sender.Compose(letter);
        if (string.IsNullOrWhiteSpace(options.Server))
        {
            return await sender.PutAsync(message, ct);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Timeout));
        try
        {
            return await (await ConnectedAsync(patience.Token)).SendAsync(message, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException && !ct.IsCancellationRequested)
        {
            Dispose();
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The mail server did not answer within {options.Timeout} seconds."), e);
        }
        catch (Exception e) when (e is not SmtpCommandException)
        {
            // Half a conversation is none: the next letter begins another.
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        client = null;
    }

    private async Task<SmtpClient> ConnectedAsync(CancellationToken ct)
    {
        if (client is { IsConnected: true })
        {
            return client;
        }

        client?.Dispose();
        client = new SmtpClient { Timeout = options.Timeout * 1000 };
        if (!string.IsNullOrEmpty(options.Authority))
        {
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, problems) =>
                (problems & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && certificate is X509Certificate2 shown && IsVouchedFor(shown, options.Authority);
        }

        await client.ConnectAsync(options.Server!, options.Port, options.SocketOptions, ct);
        if (!string.IsNullOrEmpty(options.UserName))
        {
            await client.AuthenticateAsync(options.UserName, options.Password!, ct);
        }

        return client;
    }

    private static bool IsVouchedFor(X509Certificate2 shown, string authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority);

        // An authority of a council's own publishes no list of what it took back.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}

/// <summary>Where letters are put in Development.</summary>
public sealed record MailFolder(string Path);

internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton(new MailFolder(Path.Combine(dataFolder, "mail")));
        services.AddSingleton<MailSender>();
        services.AddSingleton<SendsMail>(provider => () => provider.GetRequiredService<MailSender>().CanSend);
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<NoticeLetters>();
        services.AddHostedService<OutboxWorker>();
    }
}
