using System.Net;
using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

[Collection(LaterQuarterCollection.Name)]
public sealed class PastDaysTests(LaterQuarterFactory portal)
{
    [Theory]
    [InlineData("/on/2019-07-12", "/2019-20/q1?edition=1")]
    [InlineData("/on/2019-07-25", "/2019-20/q1?edition=1")]
    [InlineData("/on?day=2019-07-25", "/on/2019-07-25")]
    [InlineData("/on/25-07-2019", "/on/2019-07-25")]
    [InlineData("/on?day=25/7/2019", "/on/2019-07-25")]
    [InlineData("/on?day=+25+July+2019+", "/on/2019-07-25")]
    public async Task Day_Past_LeadsToTheEditionInForce(string address, string target)
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/on/2019-07-11", "On 11 July 2019 nothing had been published yet. The first edition was published on 12 July 2019:")]
    [InlineData("/on/2998-01-01", "1 January 2998 is still to come")]
    [InlineData("/on/2019-02-30", "“2019-02-30” cannot be read: February 2019 has 28 days. Did you mean 28/2/2019?")]
    [InlineData("/on?day=", "Choose a day")]
    [InlineData("/on?day=soon", "“soon” cannot be read: enter a day, such as 30/6/2019.")]
    public async Task Day_WithNoEdition_SaysSoInASentence(string address, string sentence)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync(address, 404);
        Assert.Contains(sentence, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".missing-list a"))
        {
            await member.PageAsync(link.GetAttribute("href")!);
        }
    }

    [Fact]
    public async Task Quarters_WithPastMeetings_SayWhatWasInForceOnEachDay()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/quarters");
        var rows = page.QuerySelectorAll("table[data-past-meetings] tbody tr").ToList();
        Assert.Equal("25 July 2019 Sub-Committee 2019/20 Q1, edition 1, in force on 25 July 2019", rows[^1].Words());
        using var answer = await member.GetAsync(new Uri(rows[^1].QuerySelector("a")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal("/2019-20/q1?edition=1", answer.Headers.Location!.ToString());
        Assert.Equal("/compare", page.QuerySelector("main p a[href='/compare']")!.GetAttribute("href"));
    }
}
