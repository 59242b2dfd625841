using System.Net.Http.Headers;
using TransformationPortal.Core.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Reports;

/// <summary>Documents and addresses that show what a report says, and the questions that are asked before it goes in.</summary>
public sealed class EvidenceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Address = "/reports/TP-18/2019-07/evidence";
    private static readonly byte[] Pdf = "%PDF-1.7 a small one"u8.ToArray();

    [Fact]
    public async Task Document_ThatIsAdded_IsKeptWithItsNameAndHandedOverAsAFileToThoseWhoReadTheReport()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var finance = await portal.SignedInAsync("finance");
        using var member = await portal.SignedInAsync("member");
        using var added = await AddAsync(officer, "minutes of the board.exe", Pdf);
        Assert.Equal(302, (int)added.StatusCode);

        var kept = Assert.Single((await portal.StoredAsync("TP-18")).Report.Content.Evidence, e => e.Document is not null);
        Assert.Equal(("Ratings[Cost]", "minutes of the board.exe.pdf"), (kept.About, kept.Title));
        var link = new Uri($"/reports/TP-18/2019-07/documents/{kept.Document}", UriKind.Relative);
        foreach (var reader in (HttpClient[])[officer, finance])
        {
            using var answer = await reader.GetAsync(link);
            Assert.Equal(("application/pdf", "attachment", "nosniff"), (
                answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        }

        using var refused = await member.GetAsync(link);
        using var elsewhere = await finance.GetAsync(new Uri($"/reports/TP-44/2019-07/documents/{kept.Document}", UriKind.Relative));
        Assert.Equal((302, 404), ((int)refused.StatusCode, (int)elsewhere.StatusCode));
        Assert.Contains((await finance.PageAsync("/reports/TP-18/2019-07")).QuerySelectorAll("a"), a => a.GetAttribute("href") == link.OriginalString);
    }

    [Fact]
    public async Task Document_OfAnotherKind_IsRefusedAtItsFieldAndWhatWasTypedStays()
    {
        using var officer = await portal.SignedInAsync("officer");
        var before = (await portal.StoredAsync("TP-18")).Report.Revision;
        using var answer = await AddAsync(officer, "budget.pdf", "MZ this is a program"u8.ToArray(), ("Title", "The budget"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("“budget.pdf” is no PDF", Assert.Single(page.Problems()), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("input[type=text]"), i => i.GetAttribute("value") == "The budget");
        Assert.Equal(before, (await portal.StoredAsync("TP-18")).Report.Revision);
    }

    [Fact]
    public async Task Document_ThatIsTooLarge_IsRefusedWithTheLimit()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var answer = await AddAsync(officer, "film.pdf", [.. Pdf, .. new byte[ReportLimits.DocumentBytes]]);

        Assert.Equal("“film.pdf” is larger than 10 MB: add a smaller document, or give an address.", Assert.Single((await answer.ReadPageAsync()).Problems()));
    }

    [Fact]
    public async Task Question_AnsweredWhereTheReportIsChecked_GoesInWithItAndThePmoReadsBoth()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        await officer.SaveAsync("/reports/TP-15/2019-07/ratings", ("Ratings[Overall].Rag", "Green"), ("Ratings[Overall].Reason", "All in hand"), ("Ratings[Cost].Rag", "Red"), ("Ratings[Cost].Reason", "Dearer")).LeadsToAsync();
        await CompleteAsync(officer, "TP-15");
        var form = (await officer.PageAsync("/reports/TP-15/2019-07/check")).Form("form[action$=submit]");
        Assert.Contains("better-than-worst-aspect", form.InnerHtml, StringComparison.Ordinal);

        using var refused = await officer.SendAsync(form, ("Answer-better-than-worst-aspect", "."));
        var page = await refused.ReadPageAsync();
        Assert.Equal(["“.” is not enough. Write an answer to the doubt."], page.Problems());
        Assert.Equal(".", page.Value("Answer-better-than-worst-aspect"));

        await officer.SendAsync(page.Form("form[action$=submit]"), ("Answer-better-than-worst-aspect", "Cost is small here")).LeadsToAsync();
        Assert.Equal(ReportState.Submitted, (await portal.StoredAsync("TP-15")).Report.State);
        var read = (await pmo.PageAsync("/pmo/reports/2019-07/TP-15")).QuerySelector("main")!.Words();
        Assert.Contains("The project is rated green overall although its rating for cost is red.", read, StringComparison.Ordinal);
        Assert.Contains("Demo Officer: “Cost is small here”", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToAReportThatChangedMeanwhile_StaysInItsFieldAndGoesInWithTheNextPress()
    {
        using var officer = await portal.SignedInAsync("officer");
        using var pmo = await portal.SignedInAsync("pmo");
        await officer.SaveAsync("/reports/TP-09/2019-07/capacity", ("Capacity.PostsNeeded", "4"), ("Capacity.PostsFilled", "3"), ("Capacity.HoldsUp", "Drafting")).LeadsToAsync();
        var form = (await officer.PageAsync("/reports/TP-09/2019-07/doubts")).Form("form[action$='capacity-gap-without-risk']");
        await pmo.SaveAsync("/reports/TP-09/2019-07/progress", ("Progress", "Written by the PMO")).LeadsToAsync();

        using var conflicted = await officer.SendAsync(form, ("answer", "Filled from August"));
        var page = await conflicted.ReadPageAsync();
        Assert.Equal(409, (int)conflicted.StatusCode);
        Assert.Contains("What you typed is still in its field below", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Copy from here", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Filled from August", page.Value("answer-capacity-gap-without-risk"));
        await officer.SendAsync(page.Form("form[action$='capacity-gap-without-risk']")).LeadsToAsync();
        Assert.Equal("Filled from August", Assert.Single((await portal.StoredAsync("TP-09")).Report.Answers, a => a.Key == "capacity-gap-without-risk").Answer);
    }

    [Fact]
    public async Task Chasing_ThatIsNoted_IsRememberedWithItsSentenceOnce()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/chase/2019-07")).Form("form[action$='/pmo/chase/2019-07']:not(#chase)");
        await pmo.SendAsync(form).LeadsToAsync();
        await pmo.SendAsync(form).LeadsToAsync();

        var said = (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelectorAll("details").First(d => d.Words().StartsWith("Last chased on 9 August 2019 by", StringComparison.Ordinal));
        var sentences = said.QuerySelectorAll("li").Select(l => l.Words()).ToList();
        Assert.NotEmpty(sentences);
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.All(sentences, s => Assert.Contains("The report of TP-", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Desk_ByOneOfItsCounts_ShowsJustThose()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var all = await pmo.PageAsync("/pmo/reports/2019-07");
        foreach (var link in all.QuerySelectorAll(".counts a"))
        {
            var shown = await pmo.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(link.QuerySelector(".figure")!.Words(), FormattableString.Invariant($"{shown.QuerySelectorAll(".pmo-desk tbody tr").Length}"));
        }
    }

    private static async Task CompleteAsync(HttpClient officer, string project)
    {
        await officer.SaveAsync($"/reports/{project}/2019-07/capacity", ("Capacity.PostsNeeded", "3"), ("Capacity.PostsFilled", "3")).LeadsToAsync();
        await officer.SaveAsync($"/reports/{project}/2019-07/progress", ("Progress", "Routes planned"), ("NextSteps", "Begin in September")).LeadsToAsync();
        var ratings = await officer.PageAsync($"/reports/{project}/2019-07/ratings?check=true");
        var form = ratings.Form("#report-form");
        var keys = form.QuerySelectorAll("input[name$='.Aspect']").Where(i => i.GetAttribute("value") == "Cost").Select(i => i.GetAttribute("name")!.Replace(".Aspect", "", StringComparison.Ordinal)).First();
        await officer.SendAsync(form, (keys + ".Action", "Ask again"), (keys + ".Owner", "Head of Transport"), (keys + ".Due", "30/9/2019"), ("then", "later")).LeadsToAsync();
        var problems = (await officer.PageAsync($"/reports/{project}/2019-07/check")).Problems();
        Assert.Empty(problems);
    }

    // As a browser sends a form with a file.
    private static async Task<HttpResponseMessage> AddAsync(HttpClient officer, string name, byte[] content, params (string Part, string Text)[] typed)
    {
        var form = (await officer.PageAsync(Address)).Form("#report-form");
        var row = form.QuerySelectorAll("[data-new]").Select(e => e.GetAttribute("name")!).Select(n => n[..n.IndexOf(".New", StringComparison.Ordinal)]).Last();
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in form.Filled([(row + ".About", "Ratings[Cost]"), .. typed.Select(t => ($"{row}.{t.Part}", t.Text)), ("then", "later")]).Where(f => !f.Key.EndsWith(".File", StringComparison.Ordinal)))
        {
            body.Add(new StringContent(value), $"\"{field}\"");
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        body.Add(file, $"\"{row}.File\"", $"\"{name}\"");
        return await officer.PostAsync(new Uri(Address, UriKind.Relative), body);
    }
}
