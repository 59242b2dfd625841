using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Looks;
using TransformationPortal.Data.Looks;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Quarters;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Looks;

/// <summary>What is no colour or logo, and who may not choose them: nothing changes.</summary>
public sealed class LookRefusalTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Home = LookForms.Home;

    [Fact]
    public async Task Style_OfAVersion_IsKeptForGoodAndOfAnotherIsAskedForAgain()
    {
        using var client = portal.Anonymous();
        var address = LookForms.StyleOf(await client.PageAsync("/account/sign-in"));
        using var style = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(("text/css", true, TimeSpan.FromDays(365)), (style.Content.Headers.ContentType!.MediaType, style.Headers.CacheControl!.Public, style.Headers.CacheControl.MaxAge));
        Assert.Contains("default-src 'none'", style.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var other = await client.GetAsync(new Uri("/look.css?v=000000000000", UriKind.Relative));
        Assert.True(other.Headers.CacheControl!.NoCache);
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.IfNoneMatch.Add(style.Headers.ETag!);
        using var again = await client.SendAsync(asked);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Style_WhenItHasNotCome_IsTheDefaultOfTheProgram()
    {
        using var client = portal.Anonymous();
        var site = await client.GetStringAsync(new Uri("/css/site.css", UriKind.Relative));
        var colours = LookColours.Default;
        foreach (var said in (string[])[$"var(--council-main, {colours.Main})", $"var(--council-main-dark, {colours.MainDark})", $"var(--council-main-tint, {colours.MainTint})", $"var(--council-main-soft, {colours.MainSoft})", $"var(--govuk-link-colour, {colours.Link})", $"var(--govuk-link-hover-colour, {colours.LinkHover})"])
        {
            Assert.Contains(said, site, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Colours_ThatCannotBeRead_AreRefusedAtTheirFieldsAndNothingTypedIsLost()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#colours"), ("main_colour", "#4f9fd0"), ("link_colour", "navy <b>"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(
            [
                "White text on #4f9fd0 has a contrast of 2.91 to 1, and 4.5 to 1 is needed. Choose a darker main colour.",
                "“navy <b>” is not a colour that is understood. Enter the colour of links as a colour as six figures and letters from a to f, such as #14505c.",
            ],
            page.Problems());
        Assert.NotNull(page.GetElementById("main_colour-error"));
        Assert.Equal(("#4f9fd0", "navy <b>"), (page.Value("main_colour"), page.Value("link_colour")));
        Assert.Equal(LookColours.Default.Main.ToString(), await pmo.MainColourAsync(page));
        Assert.Equal(0, await portal.AskAsync(c => c.Looks.CountAsync()));
    }

    [Theory]
    [InlineData("drawing", "The file is not a PNG or JPEG picture. Save the logo as PNG and choose that file.")]
    [InlineData("cut off", "The PNG picture is damaged or not whole. Save it again and choose the new file.")]
    [InlineData("nonsense", "The PNG picture is damaged or not whole. Save it again and choose the new file.")]
    [InlineData("wide", "The picture is 2400 by 40 pixels. Each side must have between 24 and 2,000.")]
    [InlineData("heavy", "The file is larger than 256 KB. Save the logo smaller: it is shown no higher than 2 cm.")]
    [InlineData("photograph", "The file is larger than 256 KB. Save the logo smaller: it is shown no higher than 2 cm.")]
    [InlineData("empty", "The file is empty. Choose a PNG or JPEG picture.")]
    public async Task Logo_ThatIsNone_IsRefusedWithTheReason(string kind, string reason)
    {
        byte[] file = kind switch
        {
            "drawing" => [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8],
            "cut off" => Pictures.Png(60, 40)[..^20],
            "nonsense" => Pictures.PngOf(300, 80, [.. "nonsense"u8]),
            "wide" => Pictures.Png(2400, 40),
            "heavy" => [.. Pictures.Png(60, 40), .. new byte[LogoFile.MostBytes]],
            "photograph" => new byte[5_000_000],
            _ => [],
        };
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.SendLogoAsync(await pmo.PageAsync(Home), file, alternative: "An oak");
        var page = await answer.ReadPageAsync();

        Assert.Equal((400, reason), ((int)answer.StatusCode, page.Problems().Single()));
        Assert.NotNull(page.GetElementById("logo-error"));
        Assert.Equal("An oak", page.Value("alternative_text"));
        Assert.Null(page.QuerySelector("header img"));
        Assert.Equal(0, await portal.AskAsync(c => c.Looks.CountAsync()));
    }

    [Fact]
    public async Task Logo_WithoutAFileOrWithoutWords_IsRefused()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var neither = await pmo.SendLogoAsync(await pmo.PageAsync(Home), null, alternative: " ");
        Assert.Equal(
            ["Choose a PNG or JPEG picture.", "Enter what the logo says, for people who do not see it: most often the council’s name."], (await neither.ReadPageAsync()).Problems());
        using var tooLong = await pmo.SendLogoAsync(await pmo.PageAsync(Home), Pictures.Png(60, 40), alternative: new string('x', 201));
        Assert.Equal(["What the logo says may have at most 200 characters."], (await tooLong.ReadPageAsync()).Problems());
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    public async Task Look_ForAnybodyElse_IsForbiddenAndStays(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        var account = await client.PageAsync("/account");
        Assert.Null(account.QuerySelector($"header a[href='{Home}']"));
        var token = account.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var act in (string[])["/colours", "/logo", "/logo/remove"])
        {
            using var answer = await client.PostAsync(new Uri(Home + act, UriKind.Relative), new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("revision", "0"), new("main_colour", "#4a1d6b"), new("link_colour", "#4a1d6b")]));
            Assert.Equal((act, 403), (act, (int)answer.StatusCode));
        }

        using var page = await client.GetAsync(new Uri(Home, UriKind.Relative));
        Assert.Contains("/account/refused", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(0, await portal.AskAsync(c => c.Looks.CountAsync()));
    }

    [Fact]
    public async Task Look_WithoutSignInOrToken_IsRefused()
    {
        using var stranger = portal.Anonymous();
        using var page = await stranger.GetAsync(new Uri(Home, UriKind.Relative));
        Assert.Contains("/account/sign-in", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.PostAsync(new Uri(Home + "/colours", UriKind.Relative), new FormUrlEncodedContent([new("main_colour", "#4a1d6b"), new("link_colour", "#4a1d6b")]));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(0, await portal.AskAsync(c => c.RegisterHistory.CountAsync(h => h.Register == LookStore.Register)));
    }
}
