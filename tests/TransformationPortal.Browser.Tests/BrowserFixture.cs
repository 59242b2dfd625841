using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;

namespace TransformationPortal.Browser.Tests;

/// <summary>
/// One Chromium for all browser tests, which run side by side in windows of their own: the machine's own where it has one,
/// else one installed for the occasion; one without a window before one with.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Advice =
        "The browser tests need Chromium and could not install it. Install Chromium or Google Chrome, or set "
        + "PORTAL_TEST_CHROMIUM to the path of one, and run the tests again.";

    // Nothing outside the machine is asked for: not for updates, not for safe-browsing lists, not over QUIC.
    private static readonly string[] QuietFlags =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // Chromium without a window of its own takes less than half the work of one that draws a window nobody sees.
    private const string WithoutWindow = "chromium-headless-shell";

    private static readonly SemaphoreSlim Door = new(1, 1);

    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static int users;

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public IBrowser Browser => browser ?? throw new InvalidOperationException(Advice);

    public async Task InitializeAsync()
    {
        await Door.WaitAsync();
        try
        {
            if (browser is null)
            {
                playwright = await Playwright.CreateAsync();
                browser = await LaunchAsync(playwright);
            }

            users++;
        }
        finally
        {
            Door.Release();
        }
    }

    /// <summary>Whoever leaves last closes it.</summary>
    public async Task DisposeAsync()
    {
        await Door.WaitAsync();
        try
        {
            if (--users > 0)
            {
                return;
            }

            // It goes with its driver where it does not go by itself.
            await Task.WhenAny(browser!.DisposeAsync().AsTask(), Task.Delay(TimeSpan.FromSeconds(30)));
            playwright!.Dispose();
            (browser, playwright) = (null, null);
        }
        finally
        {
            Door.Release();
        }
    }

    private static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = FindChosen() ?? FindOnPath(WithoutWindow);
        if (path is null && await InstallAsync(WithoutWindow))
        {
            path = FindOnPath(WithoutWindow);
        }

        path ??= FindChromium(playwright);
        if (path is null)
        {
            await InstallChromiumAsync();
            path = FindChromium(playwright) ?? throw new InvalidOperationException(Advice);
        }

        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // Chromium refuses to run its sandbox for root, which is who runs in most containers.
            Args = IsRoot ? [.. QuietFlags, "--no-sandbox"] : QuietFlags,
        });
    }

    private static string? FindChosen()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") is not { Length: > 0 } chosen)
        {
            return null;
        }

        return File.Exists(chosen)
            ? chosen
            : throw new InvalidOperationException($"PORTAL_TEST_CHROMIUM names {chosen}, which does not exist.");
    }

    private static string? FindChromium(IPlaywright playwright)
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return names.Select(FindOnPath).FirstOrDefault(path => path is not null)
            ?? new[] { playwright.Chromium.ExecutablePath }.FirstOrDefault(File.Exists);
    }

    private static string? FindOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    private static async Task InstallChromiumAsync()
    {
        if (await InstallAsync("chromium"))
        {
            return;
        }

        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException(Advice);
        }
    }

    private static async Task<bool> InstallAsync(string package) => IsRoot && FindOnPath("apt-get") is not null
        && await RunAsync("apt-get", "update") == 0
        && await RunAsync("apt-get", "install", "-y", "--no-install-recommends", package) == 0;

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }
}
