using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>What holds for every page, whoever opens it.</summary>
internal static class SoundPage
{
    // In pixels: a page that is enlarged four times, which is narrower than phones are, and a desk. The narrowest comes first.
    private static readonly int[] Widths = [320, 1280];

    private const string TellsOfRefusedContent =
        "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))";

    /// <summary>
    /// Opens an address; there is no error of the browser, no axe violation of any impact, and nothing is wider than the
    /// window.
    /// </summary>
    public static async Task AssertSoundAsync(this IPage page, string address)
    {
        var errors = await page.OpenAsync(address);
        Assert.Empty(errors);
        await PageChecks.AssertAccessibleAsync(page);
    }

    /// <summary>
    /// The same at every width, in a window that is narrow when the page is opened and is then drawn wider: the page and axe
    /// are loaded once.
    /// </summary>
    /// <param name="also">What else holds at every width.</param>
    public static async Task AssertSoundAtEveryWidthAsync(
        this IPage page, string address, Func<Task>? also = null)
    {
        await page.SetViewportSizeAsync(Widths[0], 900);
        var errors = await page.OpenAsync(address);
        await page.AssertSoundAtEveryWidthAsync(async () =>
        {
            Assert.Empty(errors);
            await (also?.Invoke() ?? Task.CompletedTask);
        });
    }

    /// <summary>The same for the page as it stands, without opening it.</summary>
    public static async Task AssertSoundAtEveryWidthAsync(this IPage page, Func<Task>? also = null)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await PageChecks.AssertAccessibleAsync(page);
            await (also?.Invoke() ?? Task.CompletedTask);
        }
    }

    private static async Task<List<string>> OpenAsync(this IPage page, string address)
    {
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsAnnounced(message.Text))
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        await page.AddInitScriptAsync(TellsOfRefusedContent);
        await page.GotoAsync(address);
        return errors;
    }

    // A page that is meant to be missing or refused is announced by the browser as a failed load.
    private static bool IsAnnounced(string error) =>
        error.Contains("404", StringComparison.Ordinal) || error.Contains("403", StringComparison.Ordinal);
}
