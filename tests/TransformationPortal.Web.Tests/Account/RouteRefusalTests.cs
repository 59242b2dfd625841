using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>
/// Every address that the program has, asked by everybody: taken from its routes, so that a new one is asked too, and must be
/// said here whose it is.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class RouteRefusalTests(PortalFactory portal)
{
    private static readonly string[] SignedIn = ["member", "officer", "finance", "pmo", "administrator"];

    private static readonly string[] Anyone = [.. SignedIn, ""];

    // The first that an address begins with holds.
    private static readonly (string Begins, string[] May)[] Whose =
    [
        ("account/sign-in", Anyone), ("account/signed-out", Anyone), ("account/refused", Anyone), ("problem/", Anyone), ("look", Anyone), ("account", SignedIn),
        ("admin/", ["administrator"]),
        ("pmo/look", ["pmo", "administrator"]), ("pmo/", ["pmo"]),
        ("finance/", ["finance"]),
        ("reports/{project}/{month}/check", ["officer", "pmo"]), ("reports/{project}/{month}/submit", ["officer", "pmo"]),
        ("reports/{project}/{month}/doubts", ["officer", "pmo"]), ("reports/{project}/{month}/documents", ["officer", "finance", "pmo"]), ("reports/{project}/{month}/unchanged", ["officer", "pmo"]), ("reports/{project}/{month}/{section}", ["officer", "pmo"]),
        ("reports/{project}", ["officer", "finance", "pmo"]), ("reports", ["officer", "pmo"]),
        ("notices", SignedIn), ("following", SignedIn), ("unsubscribe", Anyone), ("api/quarters", SignedIn), ("compare", SignedIn), ("work", SignedIn), ("on", SignedIn), ("quarters", SignedIn), ("glossary", SignedIn), ("search", SignedIn), ("{quarter", SignedIn), ("{year", SignedIn),
    ];

    // Where it matters, what there is: the demo officer's own project.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["project"] = "TP-08", ["month"] = "2019-07", ["section"] = "progress", ["register"] = "projects", ["userName"] = "member", ["name"] = "annex-1.docx",
        ["reference"] = "D-01", ["move"] = "1", ["doubt"] = "red-risk-under-green", ["number"] = "1", ["day"] = "2019-07-20", ["line"] = "S-010", ["code"] = "TP-01",
        ["status"] = "404", ["token"] = "forged",
    };

    [Theory]
    [InlineData("")]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("pmo")]
    [InlineData("administrator")]
    public async Task Address_OfEveryRoute_IsOpenToThoseItIsForAndToNobodyElse(string userName)
    {
        using var client = userName.Length == 0 ? portal.Anonymous() : await portal.SignedInAsync(userName);
        var token = (await client.PageAsync(userName.Length == 0 ? "/account/sign-in" : "/account"))
            .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var asked = 0;
        foreach (var (method, pattern) in Routes())
        {
            var may = MayUse(pattern).Contains(userName);
            if (may && method != "GET")
            {
                continue;
            }

            asked++;
            var address = Address(pattern);
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (method == "POST")
            {
                request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            }

            using var answer = await client.SendAsync(request);
            var led = answer.Headers.Location?.OriginalString ?? "";
            var refused = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
                || led.Contains("/account/refused", StringComparison.Ordinal) || led.Contains("/account/sign-in", StringComparison.Ordinal);
            Assert.True(refused != may || pattern.RawText!.StartsWith("account/refused", StringComparison.Ordinal), $"{userName} at {method} {address}: {(int)answer.StatusCode} {led}");
            Assert.True((int)answer.StatusCode < 500, $"{userName} at {method} {address}: {(int)answer.StatusCode}");
        }

        Assert.InRange(asked, 40, 1000);
    }

    private static string[] MayUse(RoutePattern pattern)
    {
        var text = pattern.RawText!.TrimStart('/');
        var rule = Array.Find(Whose, w => text.Length == 0 ? w.Begins == "quarters" : text.StartsWith(w.Begins, StringComparison.Ordinal));
        return rule.May ?? throw new InvalidOperationException($"Say whose the address “{text}” is.");
    }

    private IEnumerable<(string Method, RoutePattern Pattern)> Routes() => portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m is "GET" or "POST").Select(m => (m, e.RoutePattern)))
        .DistinctBy(r => (r.m, r.RoutePattern.RawText));

    private static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => Value(parameter, pattern),
        _ => "",
    }))));

    private static string Value(RoutePatternParameterPart parameter, RoutePattern pattern)
    {
        var rules = pattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies) ? string.Concat(policies.Select(p => p.Content)) : "";
        return parameter.Name switch
        {
            "id" when rules.Contains("guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
            "id" when rules.Contains("int", StringComparison.Ordinal) || rules.Contains("long", StringComparison.Ordinal) => "0",
            _ when rules.Contains("length(16)", StringComparison.Ordinal) => new('0', 16),
            _ when rules.Contains("length(32)", StringComparison.Ordinal) => new('0', 32),
            "part" => new[] { "achievements", "spotlights", "annex" }.First(p => rules.Contains(p, StringComparison.Ordinal)),
            "key" when pattern.RawText!.Contains("annex", StringComparison.Ordinal) => "target",
            "key" when pattern.RawText!.Contains("spotlights", StringComparison.Ordinal) => "TP-01",
            "key" when pattern.RawText!.Contains("tables", StringComparison.Ordinal) => "table-1",
            "key" => "target-achieved",
            "quarter" => "q1",
            "year" when pattern.RawText!.Contains("carry-forward", StringComparison.Ordinal) => "2018-19",
            "year" => "2019-20",
            _ => Values[parameter.Name],
        };
    }
}
