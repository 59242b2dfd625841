using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Mail;

/// <summary>How the connection to the mail server is kept from being read.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the open and is secured before anything is said; refused where the server cannot.</summary>
    StartTls,

    /// <summary>Secured from its first byte.</summary>
    Tls,

    /// <summary>Not secured; for a server on the same machine.</summary>
    None,
}

/// <summary>The settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The name of the mail server; where there is none, no mail is sent.</summary>
    public string? Server { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>What the portal signs in to the server with, where it asks.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that letters come from.</summary>
    public string? From { get; set; }

    /// <summary>The name that letters come from.</summary>
    public string FromName { get; set; } = "Transformation Portal";

    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}

/// <summary>Says which setting is wrong, before anything starts.</summary>
internal sealed class MailOptionsCheck(IConfiguration settings) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Server))
        {
            return ValidateOptionsResult.Success;
        }

        var problems = new List<string>();
        if (!MailboxAddress.TryParse(options.From ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            problems.Add($"The setting Mail:From is “{options.From}”, but must be the address that letters come from, such as portal@example.org, since Mail:Server is set.");
        }

        if (options.Port is < 1 or > 65535)
        {
            problems.Add("The setting Mail:Port must be from 1 to 65535.");
        }

        if (options.Security == MailSecurity.None && !string.IsNullOrEmpty(options.Password))
        {
            problems.Add("The setting Mail:Security is None, but Mail:Password is set: it would cross the network in the open. Use StartTls or Tls.");
        }

        if (string.IsNullOrEmpty(options.Password) != string.IsNullOrEmpty(options.UserName))
        {
            problems.Add("Set both Mail:UserName and Mail:Password, or neither.");
        }

        if (string.IsNullOrEmpty(settings[$"{PortalOptions.Section}:{nameof(PortalOptions.Address)}"]))
        {
            problems.Add("The setting Mail:Server is set, so Portal:Address must say where readers reach the portal: letters lead there.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
