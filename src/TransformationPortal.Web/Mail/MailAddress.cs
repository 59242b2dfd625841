using MimeKit;

namespace TransformationPortal.Web.Mail;

/// <summary>One person's address, as a mail server takes it.</summary>
public static class MailAddress
{
    /// <returns>Nothing where it is none: no name and host, two of them, or a character that would begin another line.</returns>
    public static string? Read(string? typed) =>
        typed?.Trim() is { Length: > 2 and <= 256 } text && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>')
        && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1
            ? text : null;

    public static string Problem(string? typed) => $"“{Core.Notices.OneLine.Of(typed ?? "", 100)}” is no email address. Its owner has to give another one.";
}
