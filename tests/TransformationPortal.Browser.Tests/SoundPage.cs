using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>What holds for every page, whoever opens it.</summary>
internal static class SoundPage
{
    /// <summary>Opens an address; there is no error of the browser, no axe violation of any impact, and nothing is wider than the window.</summary>
    public static async Task AssertSoundAsync(this IPage page, string address)
    {
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            // A page that is meant to be missing is announced by the browser as a failed load.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("403", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
        await page.GotoAsync(address);
        Assert.Empty(errors);
        await PageChecks.AssertAccessibleAsync(page);
    }
}
