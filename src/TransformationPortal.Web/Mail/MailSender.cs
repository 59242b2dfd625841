using System.Globalization;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace TransformationPortal.Web.Mail;

/// <summary>
/// Sends letters over the council's mail server. In Development without one, they are put into the folder <c>mail</c> of the
/// data folder, where any mail program opens them.
/// </summary>
public sealed class MailSender(IOptions<MailOptions> options, IHostEnvironment environment, MailFolder folder, TimeProvider clock)
{
    // A server that does not answer is not waited for longer.
    private const int Patience = 30_000;

    private bool HasServer => !string.IsNullOrWhiteSpace(options.Value.Server);

    /// <summary>Whether letters go anywhere.</summary>
    public bool CanSend => HasServer || environment.IsDevelopment();

    /// <exception cref="InvalidOperationException">No mail server is set.</exception>
    /// <exception cref="Exception">The server did not take it: what MailKit threw.</exception>
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var message = Compose(letter);
        if (HasServer)
        {
            using var client = new SmtpClient { Timeout = Patience };
            await client.ConnectAsync(options.Value.Server!, options.Value.Port, options.Value.SocketOptions, ct);
            if (!string.IsNullOrEmpty(options.Value.UserName))
            {
                await client.AuthenticateAsync(options.Value.UserName, options.Value.Password!, ct);
            }

            await client.SendAsync(message, ct);
            await client.DisconnectAsync(quit: true, ct);
        }
        else if (environment.IsDevelopment())
        {
            Directory.CreateDirectory(folder.Path);
            var name = string.Create(CultureInfo.InvariantCulture, $"{message.Date:yyyyMMdd-HHmmss}-{Guid.NewGuid():N}.eml");
            await message.WriteToAsync(Path.Combine(folder.Path, name), ct);
        }
        else
        {
            throw new InvalidOperationException("No mail server is set (Mail:Server).");
        }
    }

    private MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow(), Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(new MailboxAddress(options.Value.FromName, options.Value.From ?? "portal@localhost"));
        message.To.Add(new MailboxAddress(letter.ToName, letter.ToAddress));

        // Nobody's absence assistant is to answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
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
    }
}
