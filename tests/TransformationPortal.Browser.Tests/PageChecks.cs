using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>What holds for every page that a browser shows.</summary>
internal static class PageChecks
{
    // What runs in the page has no time limit of the browser's own.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Closes a page. A browser that is told to while the page still loads now and then never answers; such a page is left to
    /// go with the browser.
    /// </summary>
    public static async Task LeaveAsync(this IPage page)
    {
        try
        {
            await page.CloseAsync().WaitAsync(Closing);
        }
        catch (TimeoutException)
        {
            Console.Error.WriteLine($"{page.Url} was not closed and is left open.");
        }
    }

    /// <summary>No violation that axe finds, and nothing wider than the window.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        Assert.Empty((await page.RunAxe().WaitAsync(Patience)).Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth").WaitAsync(Patience));
    }
}
