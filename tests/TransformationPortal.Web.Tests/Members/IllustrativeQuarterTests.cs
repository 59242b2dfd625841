using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>A portal that was asked to publish the sample’s illustrative quarter too.</summary>
public sealed class IllustrativeQuarterFactory : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:SampleQuarters", "2"), new("Reports:Today", "2019-10-21")];
}

/// <summary>The illustrative quarter says what it is wherever it shows.</summary>
public sealed class IllustrativeQuarterTests(IllustrativeQuarterFactory portal) : IClassFixture<IllustrativeQuarterFactory>
{
    [Theory]
    [InlineData("/2019-20/q2")]
    [InlineData("/2019-20/q2/savings?kind=position")]
    [InlineData("/2019-20/q2/projects/TP-32")]
    [InlineData("/2019-20/q2/forecasts")]
    [InlineData("/2019-20/q2/annexes")]
    [InlineData("/compare")]
    [InlineData("/quarters")]
    public async Task Page_ThatShowsIt_SaysThatItIsIllustrative(string address)
    {
        using var member = await portal.SignedInAsync("member");
        Assert.Contains("Illustrative. This quarter was made up", (await member.PageAsync(address)).Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithBothQuarters_OpensTheLaterAndKeepsTheFirstAsItWas()
    {
        using var member = await portal.SignedInAsync("member");
        using var home = await member.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/2019-20/q2", home.Headers.Location!.ToString());
        var first = await member.PageAsync("/2019-20/q1");
        Assert.Equal("£15.0m", first.QuerySelector("[data-tile='year-target'] .tile__figure")!.Words());
        Assert.DoesNotContain("Illustrative. This quarter", first.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("£14.3m", (await member.PageAsync("/2019-20/q2")).QuerySelector("[data-tile='year-target'] .tile__figure")!.Words());
    }

    [Fact]
    public async Task Compare_OfBoth_NamesTheDecisionTheReportsAndTheSlippedMilestones()
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync("/compare");
        var causes = page.QuerySelector("table[data-compared=figures]")!.Words();
        Assert.Contains("D-01, agreed by Cabinet", causes, StringComparison.Ordinal);
        Assert.Contains("TP-13’s position for September 2019", causes, StringComparison.Ordinal);
        Assert.Contains("Spent in July 2019", causes, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("table[data-milestone-changes] tbody tr").Select(r => r.Words()), r => r.StartsWith("New placement framework begins TP-16 20 December 2019 31 January 2020 42 days later", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("table[data-project-changes] tbody tr").Select(r => r.Words()), r => r.Contains("Red before, Amber now (better)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/on/2019-07-25", "/2019-20/q1?edition=1")]
    [InlineData("/on/2019-10-10", "/2019-20/q1?edition=1")]
    [InlineData("/on/2019-10-17", "/2019-20/q2?edition=1")]
    public async Task Meeting_Past_OpensWhatWasInForce(string address, string target)
    {
        using var member = await portal.SignedInAsync("member");
        using var answer = await member.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(target, answer.Headers.Location!.ToString());
    }
}
