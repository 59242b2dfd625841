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

    /// <summary>
    /// A file (PEM) with the certificates of the authority that vouches for the server, where the machine does not know it; none
    /// in common use. No other is believed then.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>What the portal signs in to the server with, where it asks.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that letters come from.</summary>
    public string? From { get; set; }

    /// <summary>The name that letters come from.</summary>
    public string FromName { get; set; } = "Transformation Portal";

    /// <summary>Seconds that the server may take to answer.</summary>
    public int Timeout { get; set; } = 30;

    /// <summary>Seconds for which a message is left to the instance that has it in hand; then another one takes it, since the first must have died.</summary>
    public int Lease { get; set; } = 120;

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
        var problems = new List<string>();
        if (options.Timeout is < 1 or > 300)
        {
            problems.Add("The setting Mail:Timeout must be a number of seconds from 1 to 300.");
        }

        // Else another instance would send what the first is still sending.
        if (options.Lease < 2 * options.Timeout || options.Lease > 3600)
        {
            problems.Add("The setting Mail:Lease must be a number of seconds, at least twice Mail:Timeout and at most 3600.");
        }

        if (string.IsNullOrWhiteSpace(options.Server))
        {
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }

        if (!MailboxAddress.TryParse(options.From ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            problems.Add($"The setting Mail:From is “{options.From}”, but must be the address that letters come from, such as portal@example.org, since Mail:Server is set.");
        }

        if (!string.IsNullOrEmpty(options.Authority) && !File.Exists(options.Authority))
        {
            problems.Add($"The setting Mail:Authority is “{options.Authority}”, where there is no file. Give the certificates of the authority that vouches for the mail server.");
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
