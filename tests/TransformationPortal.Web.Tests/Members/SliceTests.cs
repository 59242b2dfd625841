using System.Text;
using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

[Collection(PortalCollection.Name)]
public sealed class SliceTests(PortalFactory portal)
{
    [Theory]
    [InlineData("rows=year")]
    [InlineData("rows=workstream")]
    [InlineData("rows=directorate")]
    [InlineData("rows=source")]
    [InlineData("rows=board")]
    [InlineData("rows=confidence&columns=year")]
    [InlineData("rows=project&columns=confidence")]
    [InlineData("rows=line&columns=source")]
    [InlineData("rows=activity")]
    public async Task Slice_CutAnyWay_AddsUpToTheSameTotal(string cut)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?kind=position&" + cut);
        Assert.Equal(49_742_000m, SlicePageReader.Total(page));
        Assert.Equal(49_742_000m, SlicePageReader.SumOfCut(page));
        Assert.Equal(49_742_000m, SlicePageReader.SumOfEntries(page));
    }

    [Fact]
    public async Task Cut_EachOfItsLinks_LeadsToASliceWithThatSum()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?kind=position&rows=confidence&columns=year");
        foreach (var link in page.QuerySelectorAll("table[data-cut] td a"))
        {
            var slice = await member.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(SlicePageReader.Number(link.Words()), SlicePageReader.Total(slice));
        }
    }

    [Theory]
    [InlineData("/2019-20/q1/savings?year=2019/20&confidence=Low&confidence=Medium", 6_851_000)]
    [InlineData("/2019-20/q1/savings?year=2020/21&year=2021/22&year=2022/23&confidence=low&confidence=medium", 18_568_000)]
    [InlineData("/2019-20/q1/savings?year=2019/20&workstream=Service%20Redesign", 2_307_000)]
    [InlineData("/2019-20/q1/costs/entries?kind=actual&kind=committed", 3_300_000)]
    [InlineData("/2019-20/q1/costs/entries", 17_900_000)]
    public async Task Slice_TypedByHand_MeansWhatItSays(string address, int pounds)
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal(pounds, SlicePageReader.Total(await member.PageAsync(address)));
    }

    [Fact]
    public async Task Slice_OfNothing_IsAnEmptyTableWithABlankTotal()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?kind=position&year=2022/23&confidence=Delivered");
        Assert.Equal("", page.QuerySelector("[data-total]")!.Words());
        Assert.Empty(page.QuerySelectorAll("table[data-entries] tbody tr"));
        Assert.DoesNotContain("£0", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("no entry matches", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workstream=Magic", "“Magic” is not a workstream of this edition.", "Service Redesign")]
    [InlineData("year=2030/31", "“2030/31” is not a year of this edition.", "2019/20")]
    [InlineData("confidence=Certain", "“Certain” is not a confidence of this edition.", "Delivered")]
    [InlineData("kind=original&kind=revised", "cannot be added", "position")]
    [InlineData("yaer=2019/20", "“yaer” is not something these figures can be filtered by.", "year")]
    [InlineData("rows=colour", "These figures cannot be cut by “colour”.", "workstream")]
    public async Task Slice_WithAValueThatDoesNotExist_SaysWhichExist(string query, string message, string existing)
    {
        using var member = await portal.SignedInAsync("member");
        foreach (var address in new[] { "/2019-20/q1/savings?", "/2019-20/q1/savings.csv?" })
        {
            var page = await member.PageAsync(address + query, 404);
            Assert.Contains(message, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
            Assert.Contains(existing, page.QuerySelectorAll(".missing-list li").Select(l => l.Words()));
        }
    }

    [Fact]
    public async Task Slice_WithAValueThatIsRightInAnotherField_OffersTheValuesOfTheOneThatIsWrong()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?kind=position&workstream=position", 404);
        Assert.All(
            page.QuerySelectorAll(".missing-list li a").Select(a => a.GetAttribute("href")!),
            href => Assert.Contains("?workstream=", href, StringComparison.Ordinal));
        await member.PageAsync(page.QuerySelector(".missing-list li a")!.GetAttribute("href")!);
    }

    [Theory]
    [InlineData("savings", "savings-2019-20-q1-draft-")]
    [InlineData("costs/entries", "costs-2019-20-q1-draft-")]
    public async Task Csv_OfADraft_SaysSoInItsName(string slice, string start)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        using var answer = await pmo.GetAsync(new Uri($"/2019-20/q1/{slice}.csv?edition=draft", UriKind.Relative));
        Assert.StartsWith(start, answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfASlice_HoldsItsEntriesAndNothingElse()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?kind=revised&year=2019/20&basis=agreed");
        using var answer = await member.GetAsync(new Uri(page.QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("savings-2019-20-q1-edition-1-if-agreed.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("line,title,project,", lines[0], StringComparison.Ordinal);
        Assert.Equal(page.QuerySelectorAll("table[data-entries] tbody tr").Length, lines.Length - 1);
        Assert.Contains(lines, l => l.Contains(",-755000,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kind=position&project=TP-07&year=2020/21&year=2021/22", 1_600_000)]
    [InlineData("kind=revised&line=S-010&basis=agreed", 1_557_000)]
    public async Task Filter_SentUnchanged_GivesTheSameFigure(string query, int pounds)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?" + query);
        Assert.Equal(pounds, SlicePageReader.Total(page));
        foreach (var form in page.QuerySelectorAll("form.filters").OfType<AngleSharp.Html.Dom.IHtmlFormElement>())
        {
            var sent = form.QuerySelectorAll("input[name]").Select(i => (Name: i.GetAttribute("name"), Value: i.GetAttribute("value")))
                .Concat(form.QuerySelectorAll("select").Select(s => (Name: s.GetAttribute("name"),
                    Value: (s.QuerySelector("option[selected]") ?? s.QuerySelector("option")!).GetAttribute("value"))));
            var again = await member.PageAsync("/2019-20/q1/savings?" + string.Join('&', sent.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value ?? "")}")));
            Assert.Equal(pounds, SlicePageReader.Total(again));
        }
    }

    [Theory]
    [InlineData("/2019-20/q1/savings?KIND=revised&Year=2019/20&Basis=AGREED&Edition=1", 14_294_000)]
    [InlineData("/2019-20/Q1/Savings?kind=REVISED&Rows=Workstream&year=2019/20", 15_049_000)]
    public async Task Slice_TypedInAnyCase_MeansTheSame(string address, int pounds)
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Equal(pounds, SlicePageReader.Total(await member.PageAsync(address)));
    }

    [Fact]
    public async Task Columns_ThatWouldNotFitAPage_AreRefusedAndNotOffered()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings");
        Assert.DoesNotContain("project", page.QuerySelectorAll("#columns option").Select(o => o.GetAttribute("value")));
        var refused = await member.PageAsync("/2019-20/q1/savings?columns=project", 404);
        Assert.Contains("These figures cannot be cut by “project”.", refused.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_SentAsTheFormDoes_KeepsTheBasis()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/2019-20/q1/savings?basis=agreed&kind=revised");
        var form = page.QuerySelector("form.filters")!;
        Assert.Equal("agreed", form.QuerySelector("input[name=basis]")!.GetAttribute("value"));
        var sent = await member.PageAsync("/2019-20/q1/savings?basis=agreed&kind=revised&year=2019/20&workstream=&confidence=&directorate=&source=&board=");
        Assert.Equal(14_294_000m, SlicePageReader.Total(sent));
    }
}
