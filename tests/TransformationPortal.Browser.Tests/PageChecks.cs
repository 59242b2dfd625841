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

    // What sticks out and lies in nothing that scrolls by itself; nothing where the page fits.
    private const string SticksOut = """
        () => {
            const page = document.documentElement;
            if (page.scrollWidth <= page.clientWidth) return [];
            const scrolls = e => e && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
            const wide = [...document.querySelectorAll('body *')].filter(e =>
                e.getBoundingClientRect().right + scrollX > page.clientWidth && !scrolls(e.parentElement));
            return [`${page.scrollWidth - page.clientWidth} px`, ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 200))];
        }
        """;

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
        await AssertFitsAsync(page);
    }

    /// <summary>Nothing is wider than the window, once what is drawn by scripts has its place.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        await page.EvaluateAsync("document.fonts.ready.then(() => new Promise(drawn => setTimeout(drawn)))").WaitAsync(Patience);
        var wide = await page.EvaluateAsync<string[]>(SticksOut).WaitAsync(Patience);
        Assert.True(wide.Length == 0, "Wider than the window: " + string.Join("\n", wide));
    }
}
