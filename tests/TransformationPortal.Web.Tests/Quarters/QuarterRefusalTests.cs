using Microsoft.EntityFrameworkCore;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>Every address of the workbench, asked by everybody who is not the PMO.</summary>
public sealed class QuarterRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly string[] Pages =
    [
        "/pmo/quarters", QuarterForms.Home, QuarterForms.Home + "/achievements", QuarterForms.Home + "/focus", QuarterForms.Home + "/measures", QuarterForms.Home + "/documents",
        QuarterForms.Home + "/spotlights/TP-01", QuarterForms.Home + "/annex/costs", QuarterForms.Home + "/figures", QuarterForms.Home + "/findings", QuarterForms.Home + "/publish",
        "/2019-20/q1?edition=draft", "/2019-20/q1/savings?edition=draft", "/2019-20/q1/annexes/annex-2.docx?edition=draft",
    ];

    private static readonly string[] Actions =
    [
        QuarterForms.Home + "/achievements", QuarterForms.Home + "/focus", QuarterForms.Home + "/measures", QuarterForms.Home + "/documents", QuarterForms.Home + "/spotlights/TP-01",
        QuarterForms.Home + "/annex/costs", QuarterForms.Home + "/findings/sign", QuarterForms.Home + "/findings/withdraw", QuarterForms.Home + "/findings/source", QuarterForms.Home + "/publish",
    ];

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("administrator")]
    public async Task Workbench_ByAnybodyButThePmo_IsRefusedAndChangesNothing(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.True((int)answer.StatusCode == 302 && answer.Headers.Location!.ToString().Contains("/account/refused", StringComparison.Ordinal), $"{userName} at {page}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        foreach (var action in Actions)
        {
            using var answer = await client.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("Text", "Forged"), new("then", "clear"), new("number", "2"), new("notice", "Forged"), new("finding", "x"), new("words", "x")]));
            Assert.True((int)answer.StatusCode == 403, $"{userName} at {action}: {(int)answer.StatusCode}");
        }

        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task Workbench_WithoutSigningIn_AsksToSignIn()
    {
        using var client = portal.Anonymous();
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Action_WithoutItsAntiforgeryToken_IsRefused()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        foreach (var action in Actions)
        {
            using var answer = await pmo.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent([new("Text", "Forged"), new("then", "clear"), new("number", "2"), new("notice", "Forged")]));
            Assert.Equal(400, (int)answer.StatusCode);
        }

        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task Draft_OfThePmo_IsKeptByNobody()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var draft = await pmo.GetAsync(new Uri("/2019-20/q1?edition=draft", UriKind.Relative));
        Assert.Equal(200, (int)draft.StatusCode);
        Assert.True(draft.Headers.CacheControl!.NoStore);
        Assert.Null(draft.Headers.ETag);
        Assert.Contains("Draft of edition 2", (await draft.ReadPageAsync()).Body!.Words(), StringComparison.Ordinal);
    }

    private async Task AssertUntouchedAsync()
    {
        Assert.Equal(1, await portal.AskAsync(c => c.StoredEditions.CountAsync()));
        Assert.Equal(0, await portal.AskAsync(c => c.QuarterParts.CountAsync()));
        Assert.Equal(0, await portal.AskAsync(c => c.ReconciliationNotes.CountAsync()));
        Assert.Equal(13, await portal.AskAsync(c => c.QuarterTexts.CountAsync()));
    }
}
