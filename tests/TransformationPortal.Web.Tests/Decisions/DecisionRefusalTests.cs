using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Decisions;

/// <summary>Every address of the register, asked by everybody who may not use it.</summary>
public sealed class DecisionRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Pages =
        ["/pmo/decisions", "/pmo/decisions/new", "/pmo/decisions/D-01", "/pmo/decisions/D-01/outcome", "/pmo/decisions/D-01/moves/new", "/pmo/decisions/carry-forward/2018-19"];

    private static readonly string[] Actions =
        ["/pmo/decisions/new", "/pmo/decisions/D-01/outcome", "/pmo/decisions/D-01/moves/new", "/pmo/decisions/D-01/moves/1/year", "/pmo/decisions/carry-forward/2018-19"];

    private static readonly KeyValuePair<string, string>[] Forged =
    [
        new("title", "Forged"), new("body", "Forged"), new("outcome", "Agreed"), new("day", "16/7/2019"), new("year", "2020/21"), new("line", "S-002"),
        new("amount", "1"), new("fromYear", "2019/20"), new("confidence", "High"), new("label", "Forged"),
    ];

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("administrator")]
    public async Task Register_ForAnybodyButThePmo_IsForbiddenAndUnchanged(string userName)
    {
        var before = await StoredAsync();
        using var client = await portal.SignedInAsync(userName);
        foreach (var page in Pages)
        {
            using var refused = await client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal((302, true), ((int)refused.StatusCode, refused.Headers.Location!.ToString().Contains("/account/refused", StringComparison.Ordinal)));
        }

        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var action in Actions)
        {
            using var answer = await client.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent([.. Forged, new("__RequestVerificationToken", token)]));
            Assert.True((int)answer.StatusCode == 403, $"{userName} at {action}: {(int)answer.StatusCode}");
        }

        Assert.Equal(before, await StoredAsync());
        Assert.DoesNotContain((await client.PageAsync("/quarters")).QuerySelectorAll("header a").Select(a => a.GetAttribute("href")), h => h == "/pmo/decisions");
    }

    [Fact]
    public async Task Register_ForAStranger_AsksThemToSignIn()
    {
        using var stranger = portal.Anonymous();
        foreach (var page in Pages)
        {
            using var answer = await stranger.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal(302, (int)answer.StatusCode);
            Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Action_WithoutItsAntiforgeryToken_IsRefused()
    {
        var before = await StoredAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        foreach (var action in Actions)
        {
            using var answer = await pmo.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent([.. Forged, new("__RequestVerificationToken", "stale")]));
            Assert.True((int)answer.StatusCode == 400, $"{action}: {(int)answer.StatusCode}");
        }

        Assert.Equal(before, await StoredAsync());
    }

    private async Task<string> StoredAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return string.Join('\n', (await context.Decisions.AsNoTracking().OrderBy(d => d.Id).ToListAsync()).Select(d => $"{d.Ref} {d.Outcome} {d.Settled}"))
            + string.Join('\n', (await context.Reprofiles.AsNoTracking().OrderBy(r => r.Id).ToListAsync()).Select(r => $"{r.Label} {r.Amount} {r.FromYear} {r.ToYear}"));
    }
}
