using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TransformationPortal.Benchmarks;

/// <summary>
/// How many answers a second a signed-in member's dashboard gives, beside a bare Kestrel endpoint that sends the same
/// bytes, in one run on one machine. Both take turns, several rounds each, so that a noisy machine troubles both alike.
/// The requests come from <c>wrk</c> (Debian's package of that name).
/// </summary>
internal static partial class LoadComparison
{
    // Until then the runtime is still compiling what it has found to be used often.
    private const int WarmUpSeconds = 10;
    private const int Rounds = 5;
    private const int Seconds = 3;
    private const string Dashboard = "/2019-20/q1";

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-load-");
        await using var portal = new Portal(folder.FullName);
        portal.UseKestrel(0);
        portal.StartServer();
        var address = Address(portal.Services);
        var (cookie, body, tag) = await SignInAsync(address);
        await using var bare = await BareAsync(body);
        var bareAddress = Address(bare.Services);

        (string Name, string Url, string[] Headers)[] contenders =
        [
            ("bare endpoint, same bytes", bareAddress + "/", []),
            ("dashboard, kept page, signed in", address + Dashboard, ["Cookie: " + cookie]),
            ("bare endpoint, 304", bareAddress + "/unchanged", []),
            ("dashboard, 304, signed in", address + Dashboard, ["Cookie: " + cookie, "If-None-Match: " + tag]),
        ];
        var rates = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        foreach (var contender in contenders)
        {
            await RateAsync(contender.Url, contender.Headers, WarmUpSeconds);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                rates[contender.Name].Add(await RateAsync(contender.Url, contender.Headers, Seconds));
            }
        }

        var (full, unchanged) = (Median(rates[contenders[0].Name]), Median(rates[contenders[2].Name]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Page of {body.Length:#,0} bytes; median of {Rounds} rounds of {Seconds} s each"));
        foreach (var (name, _, _) in contenders)
        {
            var rate = Median(rates[name]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-34} {rate,10:#,0} answers/s   {rate / (name.Contains("304", StringComparison.Ordinal) ? unchanged : full):0.00} of the bare endpoint"));
        }

        Console.WriteLine("Made anew, one at a time:");
        await LargeEdition.StoreAsync(portal.Services);
        foreach (var path in new[] { Dashboard, LargeEdition.Path })
        {
            Console.WriteLine("  " + await MadeAnewAsync(address, cookie, path));
        }
    }

    // An address that was never asked for is never kept: each of these answers is made from the edition.
    private static async Task<string> MadeAnewAsync(string address, string cookie, string path)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var times = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"{path}?anew={i}"), UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{path}: first {times[0]:0} ms (edition read and its seal checked), then {Median(times):0.0} ms median of {times.Count}");
    }

    private static async Task<(string Cookie, byte[] Body, string Tag)> SignInAsync(string address)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        var form = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), new FormUrlEncodedContent(
        [
            new("UserName", "member"), new("Password", "three quiet herons"),
            new("__RequestVerificationToken", Token().Match(form).Groups[1].Value),
        ]));
        using var page = await client.GetAsync(new Uri(Dashboard, UriKind.Relative));
        page.EnsureSuccessStatusCode();
        var cookies = handler.CookieContainer.GetCookies(new Uri(address)).Select(c => $"{c.Name}={c.Value}");
        return (string.Join("; ", cookies), await page.Content.ReadAsByteArrayAsync(), page.Headers.ETag!.ToString());
    }

    private static async Task<WebApplication> BareAsync(byte[] body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        app.MapGet("/unchanged", (HttpContext context) => context.Response.StatusCode = StatusCodes.Status304NotModified);
        await app.StartAsync();
        return app;
    }

    private static string Address(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/');

    private static async Task<double> RateAsync(string url, string[] headers, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-t1", "-c16", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), .. headers.SelectMany(h => new[] { "-H", h }), url])
        {
            start.ArgumentList.Add(argument);
        }

        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Rate();

    private sealed class Portal(string folder) : WebApplicationFactory<global::Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSolutionRelativeContentRoot("src/TransformationPortal.Web");
            builder.UseEnvironment("Development");
            builder.UseSetting("Portal:DataFolder", folder);
        }
    }
}
