using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using TransformationPortal.Data;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Notices;

/// <summary>Messages leave the outbox for a real mail server, whatever it does.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task Message_OverTls_SaysTheSameInBothPartsAndLeadsToTheVeryThing()
    {
        var authority = Path.GetTempFileName();
        using var server = new MailServer(isSecured: true, authority);
        using var portal = new MailingPortal(server.Port, "StartTls", authority);
        var officer = await portal.AddressAsync("officer");

        await portal.TellAsync(officer, "TP-08 Fish & chips <b>bold</b>: returned", "Change “this”, and £5.");
        await Mailing.UntilAsync(() => server.Taken.Count == 1);

        var message = server.Taken.Single().Message;
        Assert.True(server.WasSecured);
        Assert.Equal("TP-08 Fish & chips <b>bold</b>: returned", message.Subject);
        Assert.Equal(("portal@example.org", "officer@example.org"), (message.From.Mailboxes.Single().Address, message.To.Mailboxes.Single().Address));
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        var laidOut = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(message.HtmlBody!);
        foreach (var said in (string[])["Hello Demo Officer,", "TP-08 Fish & chips <b>bold</b>: returned", "Change “this”, and £5.", "part of your work"])
        {
            Assert.Contains(said, message.TextBody, StringComparison.Ordinal);
            Assert.Contains(said, laidOut.Body!.Words(), StringComparison.Ordinal);
        }

        Assert.Contains("http://localhost/reports/TP-08/2019-07", message.TextBody, StringComparison.Ordinal);
        Assert.NotNull(laidOut.QuerySelector("a[href='http://localhost/reports/TP-08/2019-07']"));
        Assert.Equal(MailState.Sent, (await portal.MailsAsync()).Single().State);
        File.Delete(authority);
    }

    [Fact]
    public async Task Server_WhoseCertificateNobodyVouchesFor_IsSentNothing()
    {
        using var server = new MailServer(isSecured: true);
        using var portal = new MailingPortal(server.Port, "StartTls");
        await portal.TellAsync(await portal.AddressAsync("officer"), "Secret");

        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).Single().Answer is not null);

        Assert.Empty(server.Taken);
        Assert.Equal(MailState.Waiting, (await portal.MailsAsync()).Single().State);
    }

    [Fact]
    public async Task Messages_ToOnePerson_ComeInOrder_AndOneWaitingPersonHoldsUpNobodyElse()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        var (officer, member) = (await portal.AddressAsync("officer"), await portal.AddressAsync("member"));
        server.Says = m => m.Subject == "first" ? new SmtpResponse((SmtpReplyCode)451, "Greylisted, try later") : null;

        await portal.TellAsync(officer, "first");
        await portal.TellAsync(officer, "second");
        await portal.TellAsync(member, "to the member");
        await Mailing.UntilAsync(() => !server.Taken.IsEmpty);
        await Mailing.UntilAsync(async () => (await portal.MailsAsync())[0].Attempts == 1);

        Assert.Equal(["to the member"], server.Taken.Select(t => t.Message.Subject));
        var first = (await portal.MailsAsync())[0];
        Assert.Equal((MailState.Waiting, "451 Greylisted, try later"), (first.State, first.Answer));

        // The minute passes.
        server.Says = _ => null;
        await DueNowAsync(portal);
        await Mailing.UntilAsync(() => server.Taken.Count == 3);
        Assert.Equal(["to the member", "first", "second"], server.Taken.Select(t => t.Message.Subject));
    }

    [Fact]
    public async Task OneRecipientOfMany_ThatTheServerDoesNotKnow_IsTheAdministratorsAndTheOthersHaveTheirs()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        var ids = new List<string>();
        foreach (var name in (string[])["member", "officer", "finance", "pmo"])
        {
            ids.Add(await portal.AddressAsync(name));
        }

        server.Unknown.Add("finance@example.org");
        foreach (var id in ids)
        {
            await portal.TellAsync(id, "To all");
        }

        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).TrueForAll(m => m.State != MailState.Waiting));
        Assert.Equal(["member@example.org", "officer@example.org", "pmo@example.org"], server.Taken.Select(t => t.To).Order(StringComparer.Ordinal));

        using var administrator = await portal.SignedInAsync("administrator");
        var page = await administrator.PageAsync("/admin/outbox");
        var row = page.QuerySelector("#failed tbody tr")!;
        Assert.Contains("finance@example.org", row.Words(), StringComparison.Ordinal);
        Assert.Contains("550", row.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("To all", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);

        server.Unknown.Clear();
        using var again = await administrator.SubmitAsync(page.Form("#failed form"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, again.StatusCode);
        await Mailing.UntilAsync(() => server.Taken.Count == 4);
        using var twice = await administrator.SubmitAsync(page.Form("#failed form"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, twice.StatusCode);
        Assert.Equal(4, server.Taken.Count);
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("hangs")]
    [InlineData("drops")]
    public async Task Server_ThatDoesNotWork_LosesNothing(string how)
    {
        using var broken = how == "refuses" ? null : new BrokenServer(how == "drops");
        using var portal = new MailingPortal(broken?.Port ?? MailServer.FreePort());
        await portal.TellAsync(await portal.AddressAsync("officer"), "Keep me");

        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).Single().Attempts > 0);

        var mail = (await portal.MailsAsync()).Single();
        Assert.Equal(MailState.Waiting, mail.State);
        Assert.False(string.IsNullOrWhiteSpace(mail.Answer));
        Assert.True(mail.NextAt > mail.WrittenAt.AddSeconds(50));
        if (how == "hangs")
        {
            Assert.Equal("The mail server did not answer within 1 seconds.", mail.Answer);
        }
    }

    [Fact]
    public async Task Message_ThatWasPutOffForADay_IsGivenUpWithTheServersWords()
    {
        using var server = new MailServer { Says = _ => new SmtpResponse((SmtpReplyCode)421, "Closed for stocktaking") };
        using var portal = new MailingPortal(server.Port);
        await portal.TellAsync(await portal.AddressAsync("officer"), "Too late");
        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).Single().Attempts == 1);

        await portal.RunAsync(s => s.GetRequiredService<PortalDbContext>().Mails.ExecuteUpdateAsync(u => u.SetProperty(m => m.TriedSince, m => m.TriedSince.AddDays(-1))));
        await DueNowAsync(portal);
        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).Single().State == MailState.Failed);

        Assert.Equal("421 Closed for stocktaking", (await portal.MailsAsync()).Single().Answer);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("officer@example.org\r\nBcc: everybody@example.org")]
    [InlineData("officer@example.org, everybody@example.org")]
    [InlineData("@example.org")]
    [InlineData("officer@")]
    public async Task Address_ThatIsNone_IsGivenUpAndSaysSo(string address)
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        await portal.TellAsync(await portal.AddressAsync("officer", address), "Nobody home");

        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).Single().State == MailState.Failed);

        Assert.Contains("is no email address", (await portal.MailsAsync()).Single().Answer, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Subject_FromWhatPeopleType_BeginsNoHeaderOfItsOwn()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        await portal.TellAsync(await portal.AddressAsync("officer"), "Returned\r\nBcc: everybody@example.org\r\n\r\n<script>\u2028x", "a\r\n.\r\nMAIL FROM:<x@example.org>\r\n");

        await Mailing.UntilAsync(() => server.Taken.Count == 1);

        var message = server.Taken.Single().Message;
        Assert.Equal("Returned Bcc: everybody@example.org <script> x", message.Subject);
        Assert.Empty(message.Bcc);
        Assert.Contains("MAIL FROM:<x@example.org>", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_ThatJumpedAheadAndBack_HoldsNothingUp()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        server.Says = _ => new SmtpResponse((SmtpReplyCode)451, "Later");
        await portal.TellAsync(await portal.AddressAsync("officer"), "From the future");
        await Mailing.UntilAsync(async () => (await portal.MailsAsync()).Single().Attempts == 1);
        server.Says = _ => null;

        await portal.RunAsync(s => s.GetRequiredService<PortalDbContext>().Mails.ExecuteUpdateAsync(u => u
            .SetProperty(m => m.NextAt, m => m.NextAt.AddYears(1)).SetProperty(m => m.LeasedBy, Guid.NewGuid()).SetProperty(m => m.LeasedUntil, m => m.NextAt.AddYears(1))));

        await Mailing.UntilAsync(() => server.Taken.Count == 1);
    }

    [Fact]
    public async Task Saving_ThatFails_TellsNobody_AndOneThatIsDoneTellsOnce()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        var officer = await portal.AddressAsync("officer");
        await portal.RunAsync(async services =>
        {
            var context = services.GetRequiredService<PortalDbContext>();
            var (one, same) = (Mailing.Happening(officer, "Once"), Mailing.Happening(officer, "Once"));
            context.Add(one);
            await context.SaveChangesAsync();
            context.Add(new HappeningEntity { Kind = same.Kind, Key = one.Key, At = same.At, Title = same.Title, Text = same.Text, Address = same.Address, To = same.To });
            await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
            return 0;
        });

        await Mailing.UntilAsync(() => server.Taken.Count == 1);
        Assert.Single(await portal.MailsAsync());
    }

    [Fact]
    public async Task Page_OfTheOutbox_SendsAMessageToTryTheServer_AndSaysItsWords()
    {
        using var server = new MailServer();
        using var portal = new MailingPortal(server.Port);
        using var administrator = await portal.SignedInAsync("administrator");
        using var without = await administrator.SubmitAsync((await administrator.PageAsync("/admin/outbox")).Form("form#try"));
        Assert.Contains("confirm an email address of your own", (await without.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);
        await portal.AddressAsync("administrator");

        server.Says = _ => new SmtpResponse((SmtpReplyCode)554, "Not from you");
        using var refused = await administrator.SubmitAsync((await administrator.PageAsync("/admin/outbox")).Form("form#try"));
        Assert.Contains("554 Not from you", (await refused.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.Words(), StringComparison.Ordinal);

        server.Says = _ => null;
        using var taken = await administrator.SubmitAsync((await administrator.PageAsync("/admin/outbox")).Form("form#try"));
        Assert.Equal("/admin/outbox?done=tried", taken.Headers.Location!.OriginalString);
        Assert.Equal("administrator@example.org", server.Taken.Single().To);
    }

    private static Task<int> DueNowAsync(PortalFactory portal) => portal.RunAsync(s =>
        s.GetRequiredService<PortalDbContext>().Mails.ExecuteUpdateAsync(u => u.SetProperty(m => m.NextAt, m => m.WrittenAt)));
}
