using AngleSharp.Dom;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>The tables that the council published, cell by cell, in the page that a member receives.</summary>
[Collection(PortalCollection.Name)]
public sealed class PublishedTablesTests(PortalFactory portal)
{
    [Theory]
    [InlineData("table-1", "", "table-1")]
    [InlineData("table-1", "?basis=agreed", "table-1")]
    [InlineData("table-2", "", "table-2")]
    [InlineData("table-2", "?basis=agreed", "table-2-if-agreed")]
    [InlineData("table-3", "", "table-3")]
    [InlineData("table-3", "?basis=agreed", "table-3")]
    [InlineData("implementation-costs", "", "implementation-costs")]
    [InlineData("implementation-costs", "?basis=agreed", "implementation-costs")]
    public async Task Table_AsAMemberReceivesIt_HoldsEveryPublishedCell(string key, string query, string published)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync($"/2019-20/q1/tables/{key}{query}");
        Assert.Equal(PublishedTables.Text(published), Grid(page.QuerySelector($"table[data-table='{key}']")!));
    }

    [Fact]
    public async Task Tables_OnOnePage_AreTheSameAsOneByOne()
    {
        using var member = await portal.SignedInAsync("member");
        var all = await member.PageAsync("/2019-20/q1/tables");
        foreach (var key in new[] { "table-1", "table-2", "table-3", "implementation-costs" })
        {
            Assert.Equal(PublishedTables.Text(key), Grid(all.QuerySelector($"table[data-table='{key}']")!));
        }
    }

    [Theory]
    [InlineData("table-1", "Total target | 19/20 | 20/21 | 21/22", "Original | High | Medium | Original | High | Medium | Original | High | Medium")]
    [InlineData("table-3", "20/21 | 21/22 | 22/23", "Original | High | Medium | Low | Original | High | Medium | Low | Original | High | Medium | Low")]
    public async Task Table_WithYears_HasTheirHeadingsAboveItsColumns(string key, string years, string columns)
    {
        using var member = await portal.SignedInAsync("member");
        var rows = (await member.PageAsync($"/2019-20/q1/tables/{key}")).QuerySelectorAll($"table[data-table='{key}'] thead tr");
        Assert.Equal(years, string.Join(" | ", rows[0].QuerySelectorAll("th").Skip(1).Select(h => h.Words())));
        Assert.Equal(columns, string.Join(" | ", rows[1].QuerySelectorAll("th").Select(h => h.Words())));
    }

    [Theory]
    [InlineData("table-1", "")]
    [InlineData("table-2", "")]
    [InlineData("table-2", "?basis=agreed")]
    [InlineData("table-3", "")]
    [InlineData("implementation-costs", "")]
    public async Task Cell_WhenFollowed_LeadsToEntriesWithTheSameSum(string key, string query)
    {
        using var member = await portal.SignedInAsync("member");
        var table = (await member.PageAsync($"/2019-20/q1/tables/{key}{query}")).QuerySelector($"table[data-table='{key}']")!;
        foreach (var cell in table.QuerySelectorAll("td").Where(c => c.QuerySelector("a") is not null))
        {
            var figure = decimal.Parse(cell.GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture);
            var slice = await member.PageAsync(cell.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Equal(figure, SlicePageReader.Total(slice) ?? 0m);
            Assert.Equal(figure, SlicePageReader.SumOfEntries(slice));
        }
    }

    private static string Grid(IElement table) => string.Join('\n', table.QuerySelectorAll("tbody tr")
        .Select(row => string.Join(" | ", row.Children.Select(c => c.Words()))));
}
