using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data.Looks;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Mail;

/// <summary>What a letter says, before it has a format: both of its parts are made from this.</summary>
/// <param name="Council">Nothing while there is no programme.</param>
/// <param name="Things">What happened, each with where it leads.</param>
/// <param name="Because">Why the reader gets it, and what they can do about that.</param>
internal sealed record NoticeLetter(string? Council, string Name, string Subject, IReadOnlyList<NoticeThing> Things, string Because, string Preferences)
{
    public string Text()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Hello {Name},\n\n");
        foreach (var thing in Things)
        {
            text.Append(CultureInfo.InvariantCulture, $"{thing.Title}\n\n{thing.Text}\n");
            foreach (var (line, link) in thing.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n- {line}\n  {link}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\n{thing.Link}\n\n");
            if (thing.End is { } end)
            {
                text.Append(CultureInfo.InvariantCulture, $"Stop following it: {end}\n\n");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"-- \n{Because}\n{Preferences}\n{Sender}\n").ToString();
    }

    private string Sender => Council is null ? "Transformation Portal" : $"{Council}, Transformation Portal";

    public string Html(LookColours colours)
    {
        var e = HtmlEncoder.Default;
        var html = new StringBuilder(
            $"""
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{e.Encode(Subject)}</title></head>
            <body style="margin:0;padding:0;background:#f3f2f1;color:#0b0c0c;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.45">
            <div style="max-width:640px;margin:0 auto;background:#ffffff">
            <div style="background:{colours.Main};color:#ffffff;padding:14px 20px;font-weight:bold">{e.Encode(Sender)}</div>
            <div style="padding:20px;overflow-wrap:break-word">
            <p style="margin:0 0 16px">Hello {e.Encode(Name)},</p>

            """);
        foreach (var thing in Things)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:21px;line-height:1.25;margin:0 0 8px\">{e.Encode(thing.Title)}</h1>\n<p style=\"margin:0 0 12px\">{e.Encode(thing.Text)}</p>\n");
            if (thing.Lines.Count > 0)
            {
                html.Append("<ul style=\"margin:0 0 12px;padding-left:20px\">");
                foreach (var (line, link) in thing.Lines)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<li style=\"margin:0 0 8px\"><a style=\"color:{colours.Link}\" href=\"{e.Encode(link)}\">{e.Encode(line)}</a></li>\n");
                }

                html.Append("</ul>\n");
            }

            html.Append(CultureInfo.InvariantCulture,
                $"<p style=\"margin:0 0 24px\"><a style=\"display:inline-block;background:{colours.Main};color:#ffffff;padding:10px 16px;text-decoration:none\" href=\"{e.Encode(thing.Link)}\">Open it in the portal</a></p>\n");
            if (thing.End is { } end)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:-12px 0 24px\"><a style=\"color:{colours.Link}\" href=\"{e.Encode(end)}\">Stop following it</a></p>\n");
            }
        }

        return html.Append(CultureInfo.InvariantCulture,
            $"""
            </div>
            <div style="padding:14px 20px;border-top:1px solid #b1b4b6;font-size:14px;color:#484949">{e.Encode(Because)} <a style="color:{colours.Link}" href="{e.Encode(Preferences)}">How you are told</a></div>
            </div></body></html>

            """).ToString();
    }
}

/// <summary>One thing that a letter tells of.</summary>
/// <param name="Lines">What it lists, each line with where it leads.</param>
internal sealed record NoticeThing(string Title, string Text, IReadOnlyList<(string Text, string Link)> Lines, string Link)
{
    /// <summary>Where one click ends being told of it; nothing where it is not followed.</summary>
    public string? End { get; init; }
}

/// <summary>Makes letters of notices: with the council's name and colours, and links that lead to the very thing.</summary>
public sealed class NoticeLetters(IServiceScopeFactory scopes, BrandingCache looks, UnsubscribeLinks links, IOptions<PortalOptions> portal, IServer server)
{
    /// <summary>Where readers reach the portal, without a slash at its end.</summary>
    public string Address => (portal.Value.Address is { Length: > 0 } address ? address
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');

    /// <summary>The letter that says what a message's notices say.</summary>
    public async Task<Letter> OfAsync(MailInHand mail, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var council = await scope.ServiceProvider.GetRequiredService<LookStore>().CouncilAsync(ct);
        var colours = (await looks.GetAsync(ct)).Look.Colours;
        var first = mail.Says[0];
        var facts = first.Kind.Facts();
        var things = mail.Says.Select(s => Thing(s, mail.To.Id)).ToList();
        var letter = new NoticeLetter(
            council, mail.To.DisplayName, Subject(mail.Says), things,
            facts.IsDuty ? "You get this because it is part of your work in the programme, or keeps your account safe." : $"You are told this as you chose, or as is usual: “{facts.Name}”.",
            $"{Address}/notices/preferences");
        return new(mail.To.Email ?? "", mail.To.DisplayName, letter.Subject, letter.Text()) { Html = letter.Html(colours), MessageId = mail.MessageId, Unsubscribe = things is [{ End: { } end }] ? end : null };
    }

    private static string Subject(IReadOnlyList<HappeningEntity> says) => says.Count == 1 ? says[0].Title
        : string.Create(CultureInfo.InvariantCulture, $"{says[0].Title}, and {says.Count - 1} more");

    private NoticeThing Thing(HappeningEntity says, string userId) => new(
        says.Title, says.Text, [.. NoticeItems.Read(says.Items).Select(i => (i.Text, Address + i.Address))], Address + says.Address)
    {
        End = says.About is { } thing ? $"{Address}/unsubscribe/{links.Of(userId, thing)}" : null,
    };
}
