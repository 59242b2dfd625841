using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Browser.Tests;

/// <summary>A portal on a real port, with the sample programme, and a browser to read it with.</summary>
public class PortalServer : PortalFactory, IAsyncLifetime
{
    private readonly BrowserFixture browser = new();
    private readonly Dictionary<(int Width, bool Scripts, string UserName), IBrowserContext> windows = [];

    public IBrowser Browser => browser.Browser;

    /// <summary>Where it answers: <c>http://127.0.0.1:54321</c>.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        UseKestrel(0);
        await Task.Run(StartServer);
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        await browser.InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var window in windows.Values)
        {
            await PageChecks.LeaveAsync(window.CloseAsync(), Address);
        }

        await browser.DisposeAsync();
        Dispose();
    }

    /// <summary>A page of a window in which somebody has signed in. Windows are kept, so that each signs in once.</summary>
    public async Task<IPage> PageAsync(int width = 1280, bool scripts = true, string userName = "member")
    {
        if (!windows.TryGetValue((width, scripts, userName), out var window))
        {
            window = await Browser.NewContextAsync(new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = scripts,
            });
            windows.Add((width, scripts, userName), window);

            // The page is given to the test as it is: a browser that is told to close a page while it loads may never answer.
            var page = await window.NewPageAsync();
            await SignInAsync(page, userName);
            return page;
        }

        return await window.NewPageAsync();
    }

    public static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#UserName", userName);
        await page.FillAsync("#Password", "three quiet herons");
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(address => !address.Contains("/account/sign-in", StringComparison.Ordinal));
    }
}
