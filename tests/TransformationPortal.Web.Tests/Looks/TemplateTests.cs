using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Quarters;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Looks;

/// <summary>The council's Word template: uploaded, looked at, used, and laid aside.</summary>
public sealed class TemplateTests : IDisposable
{
    private const string Home = LookForms.Home;
    private const string Dashboard = "/2019-20/q1";

    private readonly PortalFactory portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Template_Used_IsThatOfDraftsAndPublishedPapersStay()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var published = await FileAsync(pmo, "annex-2.docx");
        var template = CouncilTemplate.File();
        var preview = await UploadAsync(pmo, template, "C:\\temp\\Ashmere report.dotx");

        var page = await pmo.PageAsync(preview);
        Assert.Contains("Ashmere report.dotx", page.QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("#styles tbody tr").Select(r => (r.Children[0].Words(), r.Children[2].Words())).ToList();
        Assert.Contains(("heading 1", "The template"), rows);
        Assert.Contains(("caption", "The portal’s own"), rows);
        Assert.DoesNotContain("Ashmere", await HeaderAsync(await FileAsync(pmo, "annex-2.docx?edition=draft")), StringComparison.Ordinal);

        Assert.Equal(Home + "?done=template", await pmo.SendAsync(page.Form("form#use")).LeadsToAsync());

        var draft = await FileAsync(pmo, "annex-2.docx?edition=draft");
        Assert.Contains(CouncilTemplate.HeaderText, await HeaderAsync(draft), StringComparison.Ordinal);
        Assert.Contains(CouncilTemplate.Purple, await PartAsync(draft, "word/styles.xml"), StringComparison.Ordinal);
        Assert.Equal(published, await FileAsync(pmo, "annex-2.docx"));
        Assert.Equal(template, await pmo.GetByteArrayAsync(new Uri(preview + "/file", UriKind.Relative)));

        var look = await pmo.PageAsync(Home);
        Assert.Contains("word template from nothing to Ashmere report.dotx", look.QuerySelector("#history tbody tr")!.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Home + "?done=template-removed", await pmo.SendAsync(look.Form("form#remove-template")).LeadsToAsync());
        Assert.DoesNotContain("Ashmere", await HeaderAsync(await FileAsync(pmo, "annex-2.docx?edition=draft")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edition_PublishedInATemplate_KeepsItWhateverComesAfter()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        await pmo.SendAsync((await pmo.PageAsync(await UploadAsync(pmo, CouncilTemplate.File()))).Form("form#use")).LeadsToAsync();
        await portal.ActAsync(c => c.Meetings.ExecuteDeleteAsync());
        await portal.SignAllAsync(pmo);
        using (var corrected = await pmo.PublishAsync(("notice", "The meetings were wrong.")))
        {
            Assert.Equal(302, (int)corrected.StatusCode);
        }

        await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#remove-template")).LeadsToAsync();
        await UploadAsync(pmo, CouncilTemplate.File(p => p.Replace("word/header1.xml", CouncilTemplate.HeaderText, "Another")));

        Assert.Contains(CouncilTemplate.HeaderText, await HeaderAsync(await FileAsync(pmo, "annex-3.docx")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_ThatMayDoHarm_IsRefusedBesideItsFieldAndNothingIsKept()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await SendAsync(pmo, CouncilTemplate.File(p => p["word/vbaProject.bin"] = [1]), "report.dotm");
        var page = await answer.ReadPageAsync();

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.StartsWith("The file holds macros", page.Problems().Single(), StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("word_template-error"));
        Assert.Equal(0, await portal.AskAsync(c => c.PaperTemplates.CountAsync()));

        using var none = await SendAsync(pmo, null, "");
        Assert.Equal("Choose a Word template (.dotx or .docx).", (await none.ReadPageAsync()).Problems().Single());
    }

    [Fact]
    public async Task Template_UsedFromAPageOlderThanTheLook_IsRefused()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync(await UploadAsync(pmo, CouncilTemplate.File()));
        await pmo.SendAsync((await pmo.PageAsync(Home)).Form("form#colours"), ("main_colour", "#202060")).LeadsToAsync();

        using var answer = await pmo.SendAsync(page.Form("form#use"));

        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Null(await portal.AskAsync(c => c.Looks.Select(l => l.TemplateId).SingleAsync()));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    public async Task Template_OfWhoeverMayNot_IsNeitherShownNorTaken(string userName)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var preview = await UploadAsync(pmo, CouncilTemplate.File());
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var act in (string[])[Home + "/template", preview + "/use", Home + "/template/remove"])
        {
            using var answer = await client.PostAsync(new Uri(act, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("revision", "0")]));
            Assert.Equal((act, 403), (act, (int)answer.StatusCode));
        }

        foreach (var address in (string[])[preview, preview + "/file"])
        {
            using var page = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Contains("/account/refused", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Downloads_SayPagesAndSizesOfWhatIsMade()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        await FileAsync(pmo, "annex-3.docx?edition=draft");

        var page = await pmo.PageAsync(Dashboard + "/annexes?edition=draft");

        // Its contents were numbered by the PDF, so that this is made too.
        var lines = page.QuerySelectorAll("main li").Select(l => l.Words()).Where(l => l.StartsWith("Annex 3", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.Matches(@"^Annex 3: Registers of the programme \((Word|PDF)\), \d+ pages, \d+ KB · large print of", l));
        Assert.Contains("PAGEREF", await PartAsync(await FileAsync(pmo, "annex-3.docx?edition=draft"), "word/document.xml"), StringComparison.Ordinal);
    }

    private static async Task<string> UploadAsync(HttpClient client, byte[] file, string name = "ashmere.dotx")
    {
        using var answer = await SendAsync(client, file, name);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[]? file, string name)
    {
        var form = (await client.PageAsync(Home)).Form("form#template-form");
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type != "file"))
        {
            content.Add(new StringContent(field.Value), field.Name!);
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "word_template", name);
        }

        return await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }

    private static Task<byte[]> FileAsync(HttpClient client, string name) => client.GetByteArrayAsync(new Uri($"{Dashboard}/annexes/{name}", UriKind.Relative));

    private static async Task<string> HeaderAsync(byte[] word)
    {
        using var package = new ZipArchive(new MemoryStream(word));
        var all = package.Entries.Where(e => e.FullName.StartsWith("word/header", StringComparison.Ordinal)).Select(e => e.FullName).ToList();
        return string.Concat(await Task.WhenAll(all.Select(name => PartAsync(word, name))));
    }

    private static async Task<string> PartAsync(byte[] word, string name)
    {
        using var package = new ZipArchive(new MemoryStream(word));
        using var part = new StreamReader(package.GetEntry(name)!.Open());
        return await part.ReadToEndAsync();
    }
}
