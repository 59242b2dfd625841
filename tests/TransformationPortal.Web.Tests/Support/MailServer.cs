using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using SmtpResponse = SmtpServer.Protocol.SmtpResponse;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>A message as the mail server took it.</summary>
internal sealed record TakenMail(string To, MimeMessage Message)
{
    public string Id => Message.MessageId ?? "";
}

/// <summary>A real mail server on a port of its own, which takes what it is sent or does what a test asks of it.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private readonly X509Certificate2? certificate;

    public MailServer(bool isSecured = false, string? authority = null)
    {
        Port = FreePort();
        certificate = isSecured ? Certificate() : null;
        if (authority is not null && certificate is not null)
        {
            File.WriteAllText(authority, certificate.ExportCertificatePem());
        }

        var options = new SmtpServerOptionsBuilder().ServerName("mail.example.org").CommandWaitTimeout(TimeSpan.FromMinutes(1)).Endpoint(e =>
        {
            e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
            if (certificate is not null)
            {
                e.Certificate(certificate);
            }
        }).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        var store = new Store(this);
        services.Add((IMessageStore)store);
        services.Add((IMailboxFilter)store);
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }

    /// <summary>Every message that was taken, each as often as it was.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    /// <summary>Whether the last message came over TLS.</summary>
    public bool WasSecured { get; private set; }

    /// <summary>What it says to a message; it takes it where this says nothing.</summary>
    public Func<MimeMessage, SmtpResponse?> Says { get; set; } = _ => null;

    /// <summary>The addresses that it knows no mailbox for.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long it takes to take a message.</summary>
    public TimeSpan Slowness { get; set; } = TimeSpan.Zero;

    /// <summary>What stands in the inboxes: a message that came again under its id stands there once, as mail servers have it.</summary>
    public IReadOnlyList<TakenMail> Inboxes => [.. Taken.DistinctBy(t => (t.To, t.Id))];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        stop.Cancel();
        try
        {
            running.Wait(TimeSpan.FromSeconds(5));
        }
        catch (AggregateException)
        {
            // It was told to stop.
        }

        stop.Dispose();
        certificate?.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    // Apart, since the server disposes of what it is given.
    private sealed class Store(MailServer server) : MessageStore, IMailboxFilter
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            if (server.Says(message) is { } refused)
            {
                return refused;
            }

            if (server.Slowness > TimeSpan.Zero)
            {
                await Task.Delay(server.Slowness, cancellationToken);
            }

            server.WasSecured = context.Pipe.IsSecure;
            foreach (var to in transaction.To)
            {
                server.Taken.Enqueue(new($"{to.User}@{to.Host}", message));
            }

            return SmtpResponse.Ok;
        }

        public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!server.Unknown.Contains($"{to.User}@{to.Host}"));
    }
}

/// <summary>What listens on a port and is no mail server to rely on: it says what it is told to and then falls silent, or goes away.</summary>
internal sealed class BrokenServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    /// <param name="drops">Whether it goes away in the middle of a message; else it takes the call and says nothing.</param>
    public BrokenServer(bool drops)
    {
        listener.Start();
        running = RunAsync(drops);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Calls { get; private set; }

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        listener.Dispose();
        _ = running.ContinueWith(static t => t.Exception, TaskScheduler.Default);
        stop.Dispose();
    }

    private async Task RunAsync(bool drops)
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            Calls++;
            if (drops)
            {
                _ = DropAsync(client);
            }
        }
    }

    private static async Task DropAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 mail.example.org");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    await writer.WriteLineAsync("354 go on");
                    await reader.ReadLineAsync();
                    return;
                }

                await writer.WriteLineAsync("250 so be it");
            }
        }
    }
}
