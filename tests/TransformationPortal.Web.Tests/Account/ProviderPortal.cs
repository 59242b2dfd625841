using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>A portal that is registered with a provider, and browsers that go to and fro between them.</summary>
internal sealed class ProviderPortal(ProviderProcess provider, params (string Name, string Value)[] more) : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        new Dictionary<string, string>
        {
            ["OpenIdConnect:Authority"] = provider.Address,
            ["OpenIdConnect:ClientId"] = "portal",
            ["OpenIdConnect:ClientSecret"] = "secret of the portal",
        }.Where(s => !more.Any(m => m.Name == s.Key)).Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value)));

    /// <summary>Goes to the provider, which signs in whoever is next, and stops before its answer is brought back.</summary>
    /// <returns>The address with which the browser comes back.</returns>
    public static async Task<Uri> AnswerAsync(HttpClient browser, string returnUrl = "/quarters")
    {
        using var led = await browser.GetAsync(new Uri("/account/sign-in/council?returnUrl=" + Uri.EscapeDataString(returnUrl), UriKind.Relative));
        var asked = led.Headers.Location!;
        Assert.Contains("code_challenge_method=S256", asked.Query, StringComparison.Ordinal);
        Assert.Contains("response_type=code", asked.Query, StringComparison.Ordinal);
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await outside.GetAsync(asked);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>Brings an answer of the provider back.</summary>
    /// <returns>Where the portal leads then.</returns>
    public static async Task<string> BringAsync(HttpClient browser, Uri answer)
    {
        using var brought = await browser.GetAsync(new Uri(answer.PathAndQuery, UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, brought.StatusCode);
        var next = brought.Headers.Location!.OriginalString;
        if (!next.Contains("/account/sign-in/council/back", StringComparison.Ordinal))
        {
            return next;
        }

        using var made = await browser.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    /// <summary>The whole way.</summary>
    public static async Task<string> SignInAsync(HttpClient browser, string returnUrl = "/quarters") => await BringAsync(browser, await AnswerAsync(browser, returnUrl));
}
