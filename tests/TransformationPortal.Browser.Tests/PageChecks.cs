using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>What holds for every page that a browser shows.</summary>
internal static class PageChecks
{
    // What runs in the page has no time limit of the browser's own.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(10);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The package opens a second page for each run, to bring frames together, and brings home all that is right too: ten
    // times the work. No page of the portal holds a frame.
    private const string FindViolations = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v =>
            `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.html).join(', ')})`)
        """;

    private const string TooWide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /// <summary>
    /// Closes a page. A browser that is told to while the page still loads now and then never answers; such a page is left to
    /// go with the browser.
    /// </summary>
    public static Task LeaveAsync(this IPage page) => LeaveAsync(page.CloseAsync(), page.Url);

    /// <inheritdoc cref="LeaveAsync(IPage)"/>
    public static async Task LeaveAsync(Task closing, string what)
    {
        try
        {
            await closing.WaitAsync(Closing);
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync($"{what} was not closed and is left open.");
        }
    }

    /// <summary>No violation that axe finds, and nothing wider than the window.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe).WaitAsync(Patience);
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(FindViolations).WaitAsync(Patience));
        Assert.Equal(0, await page.EvaluateAsync<int>(TooWide).WaitAsync(Patience));
    }
}
