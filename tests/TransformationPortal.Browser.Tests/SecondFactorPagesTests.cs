using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>Passkeys, with an authenticator that the browser plays, and the pages of the second factor at every width.</summary>
public sealed class SecondFactorPagesTests(PortalServer portal) : IClassFixture<PortalServer>
{
    // A passkey belongs to a name, not to a number.
    private string Address => portal.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task Passkey_AddedByItsOwner_SignsInWithoutAPasswordAndStandsInForACode()
    {
        var window = await portal.Browser.NewContextAsync(new() { BaseURL = Address });
        var page = await window.NewPageAsync();
        var device = await window.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await PortalServer.SignInAsync(page, "finance");
        await page.GotoAsync("/account/second-factor");
        await page.ClickAsync("#add-passkey button");
        await page.WaitForSelectorAsync(".govuk-error-summary");
        Assert.Contains("Give the passkey a name", await page.InnerTextAsync(".govuk-error-summary"), StringComparison.Ordinal);
        await page.FillAsync("#Name", "Work laptop");
        await page.ClickAsync("#add-passkey button");
        await page.WaitForSelectorAsync("#recovery-codes");
        await PageChecks.AssertAccessibleAsync(page);
        await page.GotoAsync("/account/second-factor");
        Assert.Contains("Work laptop", await page.InnerTextAsync("[data-passkeys]"), StringComparison.Ordinal);

        // Instead of a password.
        await window.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in");
        await page.ClickAsync("#passkey button");
        await page.WaitForURLAsync(address => !address.Contains("/account/sign-in", StringComparison.Ordinal));
        await page.GotoAsync("/account");
        Assert.Contains("Demo Finance Officer", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // After a password.
        await window.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=/account");
        await page.FillAsync("#UserName", "finance");
        await page.FillAsync("#Password", "three quiet herons");
        await page.ClickAsync("#sign-in button");
        await page.WaitForURLAsync("**/account/sign-in/code*");
        await PageChecks.AssertAccessibleAsync(page);
        await page.ClickAsync("#passkey button");
        await page.WaitForURLAsync("**/account");

        // One that was removed opens nothing.
        await page.GotoAsync("/account/second-factor");
        await page.ClickAsync("[data-passkeys] button");
        await page.WaitForURLAsync("**done=passkey-removed");
        await window.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in");
        await page.ClickAsync("#passkey button");
        await page.WaitForSelectorAsync("h1:has-text('The passkey was not accepted')");
        await PageChecks.AssertAccessibleAsync(page);
        await PageChecks.LeaveAsync(window.CloseAsync(), Address);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(320, false)]
    public async Task Pages_OfSigningIn_AreSoundAtEveryWidth(int width, bool scripts)
    {
        var page = await portal.PageAsync(width, scripts: true, userName: "officer");
        foreach (var address in (string[])["/account", "/account/second-factor", "/account/email", "/account/confirm", "/account/email/confirm?address=a@example.org&token=x", "/account/sign-in/forgotten"])
        {
            await page.AssertSoundAsync(address);
        }

        await page.GotoAsync("/account/second-factor");
        await page.ClickAsync("#begin-app button");
        await page.WaitForSelectorAsync(".qr-code svg");
        await PageChecks.AssertAccessibleAsync(page);
        await page.LeaveAsync();
        var administrator = await portal.PageAsync(width, userName: "administrator");
        foreach (var address in (string[])["/admin/people/invite", "/admin/people/officer", "/admin/claim-rules"])
        {
            await administrator.AssertSoundAsync(address);
        }

        await administrator.LeaveAsync();
        if (!scripts)
        {
            var plain = await portal.PageAsync(width, scripts: false, userName: "officer");
            await plain.GotoAsync("/account/second-factor");
            Assert.False(await plain.IsVisibleAsync("#add-passkey"));

            // By its element: Playwright's search by text passes over everything in a noscript, shown or not.
            var instead = plain.Locator("noscript p");
            Assert.True(await instead.IsVisibleAsync());
            Assert.Contains("Adding a passkey needs JavaScript", await instead.InnerTextAsync(), StringComparison.Ordinal);
            await plain.LeaveAsync();
        }
    }
}
