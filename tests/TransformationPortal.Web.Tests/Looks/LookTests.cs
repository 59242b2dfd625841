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

/// <summary>The council's colours and logo: chosen on their page, seen on every other.</summary>
public sealed class LookTests : IDisposable
{
    private const string Home = "/pmo/look";
    private const string Dashboard = "/2019-20/q1";

    private readonly PortalFactory portal = new();

    public void Dispose() => portal.Dispose();

    [Theory]
    [InlineData("pmo")]
    [InlineData("administrator")]
    public async Task Colours_Saved_AreOnEveryPageAtOnceAndInTheHistory(string userName)
    {
        using var member = await portal.SignedInAsync("member");
        using var before = await member.GetAsync(new Uri(Dashboard, UriKind.Relative));
        Assert.Equal(LookColours.Default.Main.ToString(), await MainColourAsync(member, await before.ReadPageAsync()));
        using var keeper = await portal.SignedInAsync(userName);

        var form = (await keeper.PageAsync(Home)).Form("form#colours");
        Assert.Equal(Home + "?done=colours", await keeper.SendAsync(form, ("main_colour", " 4A1D6B"), ("link_colour", "#037")).LeadsToAsync());

        // Whoever has the page is not told that it is unchanged.
        using var asked = new HttpRequestMessage(HttpMethod.Get, Dashboard);
        asked.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await member.SendAsync(asked);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("#4a1d6b", await MainColourAsync(member, await after.ReadPageAsync()));
        using var stranger = portal.Anonymous();
        Assert.Equal("#4a1d6b", await MainColourAsync(stranger, await stranger.PageAsync("/account/sign-in")));

        var page = await keeper.PageAsync(Home);
        Assert.Equal(("#4a1d6b", "#003377"), (page.Value("main_colour"), page.Value("link_colour")));
        Assert.Equal(
            ["Changed: link colour from #0f5a78 to #003377", "Changed: main colour from #14505c to #4a1d6b"],
            page.QuerySelectorAll("#history tbody tr").Select(r => r.Children[3].Words()));
    }

    [Fact]
    public async Task Style_OfAVersion_IsKeptForGoodAndOfAnotherIsAskedForAgain()
    {
        using var client = portal.Anonymous();
        var address = StyleOf(await client.PageAsync("/account/sign-in"));
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
        Assert.Equal(LookColours.Default.Main.ToString(), await MainColourAsync(pmo, page));
        Assert.Equal(0, await portal.AskAsync(c => c.Looks.CountAsync()));
    }

    [Fact]
    public async Task Save_AfterSomebodyElseChangedTheLook_IsRefusedAndShowsTheirs()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var administrator = await portal.SignedInAsync("administrator");
        var (mine, theirs) = (await pmo.PageAsync(Home), await administrator.PageAsync(Home));
        await administrator.SendAsync(theirs.Form("form#colours"), ("main_colour", "#202060")).LeadsToAsync();

        using var refused = await pmo.SendAsync(mine.Form("form#colours"), ("main_colour", "#602020"));
        var page = await refused.ReadPageAsync();

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("Somebody else changed the look meanwhile", page.Problems().Single(), StringComparison.Ordinal);
        Assert.Contains("#202060", page.QuerySelector(".facts")!.Words(), StringComparison.Ordinal);
        Assert.Equal("#602020", page.Value("main_colour"));
        Assert.Equal("#202060", (await portal.AskAsync(c => c.Looks.SingleAsync())).MainColour);
        using var logo = await pmo.SendLogoAsync(mine, Pictures.Png(60, 40));
        Assert.Equal(409, (int)logo.StatusCode);

        // Who has seen theirs may go on.
        await pmo.SendAsync(page.Form("form#colours")).LeadsToAsync();
        Assert.Equal(("#602020", 2), await portal.AskAsync(c => c.Looks.Select(l => ValueTuple.Create(l.MainColour, l.Revision)).SingleAsync()));
    }

    [Fact]
    public async Task Logo_Saved_IsInTheHeadingOfEveryPageAndRemovedAgain()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync(Home);
        var council = await portal.AskAsync(c => c.ProgrammeSettings.Select(p => p.Council).SingleAsync());
        Assert.Equal(council, page.Value("alternative_text"));
        using (var answer = await pmo.SendLogoAsync(page, [.. Pictures.Png(300, 80), .. "<script>"u8], "../../evil.html"))
        {
            Assert.Equal(Home + "?done=logo", answer.Headers.Location!.OriginalString);
        }

        using var member = await portal.SignedInAsync("member");
        var picture = Assert.IsAssignableFrom<IHtmlImageElement>((await member.PageAsync(Dashboard)).QuerySelector("header img"));
        Assert.Equal((council, "135", "36"), (picture.AlternativeText, picture.GetAttribute("width"), picture.GetAttribute("height")));
        var address = picture.GetAttribute("src")!;
        Assert.Matches("^/look/[0-9a-f]{16}\\.png$", address);
        using var stranger = portal.Anonymous();
        using var served = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(("image/png", "nosniff", null), (served.Content.Headers.ContentType!.ToString(), served.Headers.GetValues("X-Content-Type-Options").Single(), served.Content.Headers.ContentDisposition));
        Assert.Equal((true, TimeSpan.FromDays(365)), (served.Headers.CacheControl!.Public, served.Headers.CacheControl.MaxAge));
        Assert.Equal(Pictures.Png(300, 80), await served.Content.ReadAsByteArrayAsync());

        // Other words, the same picture.
        page = await pmo.PageAsync(Home);
        using (var reworded = await pmo.SendLogoAsync(page, null, alternative: "The council’s oak"))
        {
            Assert.Equal(302, (int)reworded.StatusCode);
        }

        Assert.Equal(("The council’s oak", address), await member.PageAsync(Dashboard) is var now && now.QuerySelector("header img") is { } shown ? (shown.GetAttribute("alt"), shown.GetAttribute("src")) : default);

        await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#remove")).LeadsToAsync();
        Assert.Null((await member.PageAsync(Dashboard)).QuerySelector("header img"));
        await stranger.PageAsync(address, 404);
        var history = (await pmo.PageAsync(Home)).QuerySelectorAll("#history tbody tr").Select(r => r.Children[3].Words()).ToList();
        Assert.Equal(5, history.Count);
        Assert.EndsWith("to nothing", history[0], StringComparison.Ordinal);
        Assert.Contains("logo from nothing to PNG, 300 × 80 pixels", history[^1] + history[^2], StringComparison.Ordinal);
    }

    public static IEnumerable<object[]> BadFiles =>
    [
        ["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "logo.png", "The file is not a PNG or JPEG picture. Save the logo as PNG and choose that file."],
        [Pictures.Png(60, 40)[..^20], "logo.png", "The PNG picture is damaged or not whole. Save it again and choose the new file."],
        [Pictures.Png(2400, 40), "logo.png", "The picture is 2400 by 40 pixels. Each side must have between 24 and 2,000."],
        [(byte[])[.. Pictures.Png(60, 40), .. new byte[LogoFile.MostBytes]], "logo.png", "The file is larger than 256 KB. Save the logo smaller: it is shown no higher than 2 cm."],
        [new byte[5_000_000], "photo.jpg", "The file is larger than 256 KB. Save the logo smaller: it is shown no higher than 2 cm."],
        [Array.Empty<byte>(), "logo.png", "The file is empty. Choose a PNG or JPEG picture."],
    ];

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Logo_ThatIsNone_IsRefusedWithTheReason(byte[] file, string name, string reason)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.SendLogoAsync(await pmo.PageAsync(Home), file, name, "An oak");
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

    [Fact]
    public async Task Papers_MadeOfAPublishedQuarter_StayAndThoseMadeLaterHaveTheNewLook()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var made = await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-2.docx", UriKind.Relative));
        var draft = await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-2.docx?edition=draft", UriKind.Relative));
        await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#colours"), ("main_colour", "#4a1d6b")).LeadsToAsync();
        using (var logo = await pmo.SendLogoAsync(await pmo.PageAsync(Home), Pictures.Png(300, 80)))
        {
            Assert.Equal(302, (int)logo.StatusCode);
        }

        Assert.Equal(made, await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-2.docx", UriKind.Relative)));
        var later = await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-2.docx?edition=draft", UriKind.Relative));
        Assert.NotEqual(draft, later);
        foreach (var paper in (byte[][])[later, await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-1.docx", UriKind.Relative))])
        {
            using var package = new System.IO.Compression.ZipArchive(new MemoryStream(paper));
            Assert.Contains(package.Entries, e => e.FullName.EndsWith(".png", StringComparison.Ordinal));
            using var styles = new StreamReader(package.GetEntry("word/styles.xml")!.Open());
            Assert.Contains("4A1D6B", await styles.ReadToEndAsync(), StringComparison.Ordinal);
        }
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

    private static string StyleOf(IHtmlDocument page) => page.QuerySelectorAll("link[rel=stylesheet]").Last().GetAttribute("href")!;

    // As a browser finds it: from the page, through its style sheet.
    private static async Task<string> MainColourAsync(HttpClient client, IHtmlDocument page)
    {
        var style = await client.GetStringAsync(new Uri(StyleOf(page), UriKind.Relative));
        var colour = style[(style.IndexOf("--council-main:", StringComparison.Ordinal) + "--council-main:".Length)..].Split(';')[0];
        Assert.Equal(colour, page.QuerySelector("meta[name=theme-color]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        return colour;
    }
}

/// <summary>Sends the form of the logo as a browser does.</summary>
internal static class LogoForms
{
    /// <param name="file">None where no file is chosen.</param>
    /// <param name="alternative">What is typed for it; as the page has it where nothing is.</param>
    public static async Task<HttpResponseMessage> SendLogoAsync(this HttpClient client, IHtmlDocument page, byte[]? file, string name = "logo.png", string? alternative = null)
    {
        var form = page.Form("form#logo-form");
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type != "file"))
        {
            content.Add(new StringContent(field.Name == "alternative_text" && alternative is not null ? alternative : field.Value), field.Name!);
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            content.Add(part, "logo", name);
        }

        return await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
