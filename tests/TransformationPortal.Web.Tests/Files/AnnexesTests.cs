using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Files;

/// <summary>The files of a published quarter, as a reader downloads them.</summary>
[Collection(PortalCollection.Name)]
public sealed class AnnexesTests(PortalFactory portal)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("annex-1.docx", Word, "annex-1-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.docx")]
    [InlineData("annex-2.docx", Word, "annex-2-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.docx")]
    [InlineData("annex-2.docx?print=large", Word, "annex-2-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-large-print-SEAL.docx")]
    [InlineData("annex-2.docx?basis=agreed", Word, "annex-2-2019-20-q1-edition-1-as-at-2019-06-30-if-agreed-SEAL.docx")]
    [InlineData("quarterly-report.docx", Word, "quarterly-report-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.docx")]
    [InlineData("quarter.xlsx", Excel, "quarter-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.xlsx")]
    [InlineData("quarter.zip", "application/zip", "quarter-2019-20-q1-edition-1-as-at-2019-06-30-as-it-stands-SEAL.zip")]
    public async Task File_OfAPublishedQuarter_IsServedUnderItsNameAndAgainByteForByte(string address, string mediaType, string name)
    {
        using var member = await portal.SignedInAsync("member");
        using var first = await member.GetAsync(new Uri("/2019-20/q1/annexes/" + address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(mediaType, first.Content.Headers.ContentType!.MediaType);
        using var editions = System.Text.Json.JsonDocument.Parse(await member.GetStringAsync(new Uri("/api/quarters", UriKind.Relative)));
        var seal = editions.RootElement[0].GetProperty("seal").GetString()!;
        Assert.Equal(name.Replace("SEAL", seal[..8], StringComparison.Ordinal), first.Content.Headers.ContentDisposition!.FileName);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        using (var package = new ZipArchive(new MemoryStream(bytes)))
        {
            Assert.NotEmpty(package.Entries);
        }

        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Equal(bytes, await pmo.GetByteArrayAsync(new Uri("/2019-20/q1/annexes/" + address, UriKind.Relative)));
    }

    [Fact]
    public async Task Downloads_AsOffered_AllLeadToFiles()
    {
        using var member = await portal.SignedInAsync("member");
        var links = (await member.PageAsync("/2019-20/q1/annexes?basis=agreed")).QuerySelectorAll("main a[href*='/annexes/']")
            .Select(a => a.GetAttribute("href")!).Where(a => !a.Contains(".pdf", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, links.Count);
        foreach (var link in links)
        {
            Assert.Contains("basis=agreed", link, StringComparison.Ordinal);
            using var answer = await member.GetAsync(new Uri(link, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("if-agreed", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("annex-9.docx", "There is no file “annex-9.docx”.")]
    [InlineData("annex-2.odt", "There is no file “annex-2.odt”.")]
    [InlineData("annex-2.docx?print=huge", "does not come in “huge” print.")]
    [InlineData("quarter.xlsx?print=large", "does not come in “large” print.")]
    [InlineData("annex-2.docx?basis=hoped", "“hoped” is not a way to take pending decisions.")]
    public async Task File_ThatDoesNotExist_SaysWhichDo(string address, string message)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/annexes/" + address, 404);
        Assert.Contains(message, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".missing-list a"));
    }

    [Fact]
    public async Task File_WithoutSignIn_IsRefused()
    {
        using var stranger = portal.Anonymous();
        using var answer = await stranger.GetAsync(new Uri("/2019-20/q1/annexes/annex-2.docx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Pdf_WhereLibreOfficeIsMissing_IsNotOfferedAndSaysWhy()
    {
        using var without = new PortalWithoutLibreOffice();
        using var member = await without.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/annexes");
        Assert.DoesNotContain(page.QuerySelectorAll("main a[href*='/annexes/']"), a => a.GetAttribute("href")!.Contains(".pdf", StringComparison.Ordinal));
        Assert.Contains("PDF files are not offered", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        var refused = await member.PageAsync("/2019-20/q1/annexes/annex-2.pdf", 503);
        Assert.Contains("LibreOffice is not installed", refused.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        using var word = await member.GetAsync(new Uri(refused.QuerySelector("main a[href*='/annexes/']")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
    }

    private sealed class PortalWithoutLibreOffice : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:LibreOffice", "/nowhere/soffice")];
    }
}
