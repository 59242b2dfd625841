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
    private const string Home = LookForms.Home;
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
        Assert.Equal(LookColours.Default.Main.ToString(), await member.MainColourAsync(await before.ReadPageAsync()));
        using var keeper = await portal.SignedInAsync(userName);

        var form = (await keeper.PageAsync(Home)).Form("form#colours");
        Assert.Equal(Home + "?done=colours", await keeper.SendAsync(form, ("main_colour", " 4A1D6B"), ("link_colour", "#037")).LeadsToAsync());

        // Whoever has the page is not told that it is unchanged.
        using var asked = new HttpRequestMessage(HttpMethod.Get, Dashboard);
        asked.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await member.SendAsync(asked);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("#4a1d6b", await member.MainColourAsync(await after.ReadPageAsync()));
        using var stranger = portal.Anonymous();
        Assert.Equal("#4a1d6b", await stranger.MainColourAsync(await stranger.PageAsync("/account/sign-in")));

        var page = await keeper.PageAsync(Home);
        Assert.Equal(("#4a1d6b", "#003377"), (page.Value("main_colour"), page.Value("link_colour")));
        Assert.Equal(
            ["Changed: link colour from #0f5a78 to #003377", "Changed: main colour from #14505c to #4a1d6b"],
            page.QuerySelectorAll("#history tbody tr").Select(r => r.Children[3].Words()));
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
        var files = Directory.GetFiles(Path.Combine(portal.DataFolder, "files"), "*-draft-*.docx", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        Assert.All(files, f => Assert.StartsWith(Path.Combine(portal.DataFolder, "files", "drafts"), f, StringComparison.Ordinal));
        foreach (var paper in (byte[][])[later, await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-1.docx", UriKind.Relative))])
        {
            using var package = new System.IO.Compression.ZipArchive(new MemoryStream(paper));
            Assert.Contains(package.Entries, e => e.FullName.EndsWith(".png", StringComparison.Ordinal));
            using var styles = new StreamReader(package.GetEntry("word/styles.xml")!.Open());
            Assert.Contains("4A1D6B", await styles.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Papers_OfOneEdition_AllHaveTheLookThatItWasPublishedWith()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#colours"), ("main_colour", "#4a1d6b")).LeadsToAsync();
        await portal.ActAsync(c => c.Meetings.ExecuteDeleteAsync());
        await portal.SignAllAsync(pmo);
        using (var corrected = await pmo.PublishAsync(("notice", "The meetings were wrong.")))
        {
            Assert.Equal(302, (int)corrected.StatusCode);
        }

        var first = await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-1.docx", UriKind.Relative));
        await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#colours"), ("main_colour", "#202060")).LeadsToAsync();

        foreach (var paper in (byte[][])[first, await pmo.GetByteArrayAsync(new Uri(Dashboard + "/annexes/annex-2.docx", UriKind.Relative))])
        {
            using var package = new System.IO.Compression.ZipArchive(new MemoryStream(paper));
            using var styles = new StreamReader(package.GetEntry("word/styles.xml")!.Open());
            var text = await styles.ReadToEndAsync();
            Assert.Contains("4A1D6B", text, StringComparison.Ordinal);
            Assert.DoesNotContain("202060", text, StringComparison.Ordinal);
        }
    }
}
