using System.Net;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>The covering report: written once, kept from quarter to quarter, checked as every text is, and in the committee's paper.</summary>
public sealed class CoveringReportTests
{
    private const string Next = "/pmo/quarters/2019-20/q2";

    [Fact]
    public async Task Written_ItStandsInThePaper_AndInTheNextQuarterUntilSomethingElseIsWritten()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        await SaveAsync(pmo, QuarterForms.Home + "/cover/details", id => id switch { "Text-1" => "Transformation Sub-Committee", "Text-3" => "7", "Text-5" => "Director for Finance", _ => null });
        await SaveAsync(pmo, QuarterForms.Home + "/cover/recommendations", id => id == "Text-1" ? "Note that {savings this-year Delivered} is delivered." : null);
        await SaveAsync(pmo, QuarterForms.Home + "/cover/legal", id => id == "Text-1" ? "None." : null);
        await SaveAsync(pmo, QuarterForms.Home + "/cover/numbering", id => id == "How-1" ? "through" : null);

        var (text, numbers) = await ReportAsync(pmo, "/2019-20/q1");
        Assert.Contains("Committee\tTransformation Sub-Committee", text);
        Assert.Contains("Agenda item\t7", text);
        Assert.DoesNotContain(text, t => t.StartsWith("Exempt", StringComparison.Ordinal));
        Assert.Contains("Note that £2.3m is delivered.", text);
        Assert.Equal("None.", text[text.LastIndexOf("Legal implications") + 1]);
        Assert.DoesNotContain("Staffing implications", text);
        Assert.Single(numbers);

        var workbench = await pmo.PageAsync(Next);
        Assert.Equal("As in 2019/20 Q1", Row(workbench, "cover/legal").Children[1].Words());
        Assert.Equal("The portal’s words", Row(workbench, "cover/risk").Children[1].Words());
        await SaveAsync(pmo, Next + "/cover/legal", id => id == "Text-1" ? "The Local Government Act 1972 applies." : null);
        var (next, _) = await ReportAsync(pmo, "/2019-20/q2");
        Assert.Equal("The Local Government Act 1972 applies.", next[next.LastIndexOf("Legal implications") + 1]);
        Assert.Contains("Agenda item\t7", next);
        Assert.Equal("None.", (await ReportAsync(pmo, "/2019-20/q1")).Text is var first ? first[first.LastIndexOf("Legal implications") + 1] : "");
    }

    [Theory]
    [InlineData("summary", "Text-1", "{costz}", "Did you mean {costs}")]
    [InlineData("details", "Name-1", "Committee: of", "may hold no colon")]
    [InlineData("details", "Name-2", "", "Name: enter something")]
    public async Task Save_WhatIsWrong_IsRefusedAtItsField(string part, string field, string typed, string message)
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var page = await pmo.PageAsync($"{QuarterForms.Home}/cover/{part}");
        using var answer = await pmo.SendAsync(page, "save", (id, value) => id == field ? typed : id == "Text-2" ? "7 May" : value);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, (await answer.ReadPageAsync()).QuerySelector($".govuk-error-summary a[href='#{field}']")!.Words(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.AskAsync(c => c.AnnexParagraphs.CountAsync(p => p.Section.StartsWith("cover-"))));
    }

    [Fact]
    public async Task AmountThatTheEditionDoesNotHold_IsAFinding()
    {
        using var portal = new PortalFactory();
        await portal.ReopenAsync();
        using var pmo = await portal.SignedInAsync("pmo");
        await SaveAsync(pmo, QuarterForms.Home + "/cover/financial", id => id == "Text-1" ? "Savings of £9.9m are delivered in 2019/20." : null);

        var findings = (await pmo.PageAsync(QuarterForms.Home + "/findings")).QuerySelector("main")!;
        Assert.Contains("Covering report, “Financial implications”, paragraph 1", findings.Words(), StringComparison.Ordinal);
        Assert.NotNull(findings.QuerySelector($"a[href='{QuarterForms.Home}/cover/financial']"));
    }

    [Theory]
    [InlineData("pmo", HttpStatusCode.NotFound)]
    [InlineData("member", HttpStatusCode.Found)]
    [InlineData("officer", HttpStatusCode.Found)]
    [InlineData("finance", HttpStatusCode.Found)]
    public async Task SectionThatIsNone_IsNotFoundByThePmo_AndNobodyElseMayAsk(string user, HttpStatusCode status)
    {
        using var portal = new PortalFactory();
        using var client = await portal.SignedInAsync(user);
        using var answer = await client.GetAsync(new Uri(QuarterForms.Home + "/cover/luck", UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
    }

    private static IElement Row(IParentNode page, string address) => page.QuerySelector($"a[href$='{address}']")!.Closest("tr")!;

    private static async Task SaveAsync(HttpClient pmo, string address, Func<string, string?> typed)
    {
        using var answer = await pmo.SendAsync(await pmo.PageAsync(address), "save", (id, value) => typed(id) ?? value);
        Assert.Equal((address, HttpStatusCode.Redirect), (address, answer.StatusCode));
    }

    // The paragraphs of the quarterly report of the draft, and the lists that number them.
    private static async Task<(List<string> Text, List<int> Numbers)> ReportAsync(HttpClient pmo, string quarter)
    {
        await using var stream = new MemoryStream(await pmo.GetByteArrayAsync(new Uri($"{quarter}/annexes/quarterly-report.docx?edition=draft", UriKind.Relative)));
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        var paragraphs = word.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().ToList();
        return (
            [.. paragraphs.Select(p => string.Concat(p.Descendants().Select(e => e switch
            {
                DocumentFormat.OpenXml.Wordprocessing.Text text => text.Text,
                DocumentFormat.OpenXml.Wordprocessing.TabChar => "\t",
                _ => "",
            })))],
            [.. paragraphs.Select(p => p.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value).OfType<int>().Where(id => id > 1).Distinct()]);
    }
}
