using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>What people meet before there is a programme.</summary>
public sealed class NoProgrammeTests(EmptyPortalFactory portal) : IClassFixture<EmptyPortalFactory>
{
    [Theory]
    [InlineData("pmo", "/pmo/reports")]
    [InlineData("pmo", "/pmo/decisions")]
    [InlineData("pmo", "/pmo/quarters")]
    public async Task Page_OfThePmo_LeadsToTheWorkbook(string userName, string address)
    {
        using var client = await portal.SignedInAsync(userName);
        var page = await client.PageAsync(address);
        Assert.Equal("There is no programme yet", page.QuerySelector("h1")!.Words());
        Assert.Null(page.QuerySelector("main a[href='/']"));
        Assert.NotNull(page.QuerySelector("main a[href='/pmo/workbook']"));
        await client.PageAsync("/pmo/workbook");
    }

    [Theory]
    [InlineData("officer", "/reports")]
    [InlineData("finance", "/finance/reports")]
    public async Task Page_OfOthers_SaysWhoBringsOneIn(string userName, string address)
    {
        using var client = await portal.SignedInAsync(userName);
        var page = await client.PageAsync(address);
        Assert.Equal("There is no programme yet", page.QuerySelector("h1")!.Words());
        Assert.Contains("once the PMO has brought the programme in", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }
}
