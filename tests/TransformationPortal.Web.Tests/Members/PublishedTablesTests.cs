using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>The tables that the council published, cell by cell, in the page that a member receives.</summary>
[Collection(PortalCollection.Name)]
public sealed class PublishedTablesTests(PortalFactory portal)
{
    private const string Table1 = """
        Finance, Strategic Capability & Provision Cycle | | | -1.000 | | | -1.831 | | | -2.582 |
        Service redesign still to be scoped out | | | | | | | -4.169 | | | -5.918
        Total Service redesign | -15.500 | -1.000 | -1.000 | 0.000 | -6.000 | -1.831 | -4.169 | -8.500 | -2.582 | -5.918
        Reducing Third Party Spend | -2.000 | 0.000 | | | -1.000 | | -1.000 | -1.000 | | -1.000
        Increasing Income | -0.500 | 0.000 | | | -0.500 | | -0.500 | 0.000 | |
        Other Efficiencies – proposal to be agreed by CEDR | -0.500 | -0.500 | | -0.500 | 0.000 | | | 0.000 | |
        Total core transformation programme | -18.500 | -1.500 | -1.000 | -0.500 | -7.500 | -1.831 | -5.669 | -9.500 | -2.582 | -6.918
        """;

    private const string Table2AsItStands = """
        Service Redesign | -2.282 | 0.000 | -0.777 | -0.775 | -0.755 | -2.307
        Reducing Third Party Spend | -10.027 | -2.308 | -2.998 | -3.026 | -1.695 | -10.027
        Increasing Income & other | -2.415 | 0.000 | -2.115 | -0.550 | -0.050 | -2.715
        Total Transformation | -14.724 | -2.308 | -5.890 | -4.351 | -2.500 | -15.049
        CEF – 19/20 reprofile (subject to Cabinet decision) | 0.755 | | | | 0.755 | 0.755
        Total Transformation (Revised) | -13.969 | -2.308 | -5.890 | -4.351 | -1.745 | -14.294
        """;

    private const string Table2IfAgreed = """
        Service Redesign | -1.527 | 0.000 | -0.777 | -0.775 | 0.000 | -1.552
        Reducing Third Party Spend | -10.027 | -2.308 | -2.998 | -3.026 | -1.695 | -10.027
        Increasing Income & other | -2.415 | 0.000 | -2.115 | -0.550 | -0.050 | -2.715
        Total Transformation | -13.969 | -2.308 | -5.890 | -4.351 | -1.745 | -14.294
        """;

    private const string Table3 = """
        Service Redesign | -7.300 | -2.300 | -4.531 | -0.469 | -9.750 | -3.350 | -6.400 | 0.000 | -0.500 | 0.000 | -0.500 | 0.000
        Reducing Third Party Spend | -6.883 | -2.940 | -2.470 | -1.473 | -2.925 | -0.950 | -1.400 | -0.575 | -1.180 | -0.930 | 0.000 | -0.250
        Increasing Income & other | -1.110 | -0.610 | -0.500 | 0.000 | -0.330 | -0.330 | 0.000 | 0.000 | -0.115 | -0.115 | 0.000 | 0.000
        Total Transformation | -15.293 | -5.850 | -7.501 | -1.942 | -13.005 | -4.630 | -7.800 | -0.575 | -1.795 | -1.045 | -0.500 | -0.250
        """;

    private const string Costs = """
        1. Technology implementation | 0.9 | 3.5 | 1.2 | 1.0 | 0.3 | 6.9
        1.1 Technology platform components | 0.2 | 2.2 | 1.2 | 1.0 | 0.3 | 4.9
        1.2 Technology support | 0.7 | 1.3 | - | - | - | 2.0
        2. People | 0.0 | 0.3 | 1.2 | 1.1 | 0.4 | 3.0
        2.1 Training | - | 0.1 | 0.6 | 0.3 | - | 1.0
        2.2 Backfill | - | 0.2 | 0.6 | 0.8 | 0.4 | 2.0
        3. Commissioned support | 3.0 | 5.0 | 0.0 | 0.0 | 0.0 | 8.0
        3.1 Strategic advice & programme management | 1.0 | 1.6 | - | - | - | 2.6
        3.2 Ongoing support to PMO | 0.5 | 0.8 | - | - | - | 1.3
        3.3 Service construct & implement | 1.2 | 2.0 | - | - | - | 3.2
        3.4 Organisation Design | 0.3 | 0.6 | - | - | - | 0.9
        Total | 3.9 | 8.8 | 2.4 | 2.1 | 0.7 | 17.9
        """;

    [Theory]
    [InlineData("table-1", "", Table1)]
    [InlineData("table-1", "?basis=agreed", Table1)]
    [InlineData("table-2", "", Table2AsItStands)]
    [InlineData("table-2", "?basis=agreed", Table2IfAgreed)]
    [InlineData("table-3", "", Table3)]
    [InlineData("table-3", "?basis=agreed", Table3)]
    [InlineData("implementation-costs", "", Costs)]
    [InlineData("implementation-costs", "?basis=agreed", Costs)]
    public async Task Table_AsAMemberReceivesIt_HoldsEveryPublishedCell(string key, string query, string published)
    {
        using var member = await portal.SignedInAsync("member");
        var page = await member.PageAsync($"/2019-20/q1/tables/{key}{query}");
        Assert.Equal(Grid(published), Grid(page.QuerySelector($"table[data-table='{key}']")!));
    }

    [Fact]
    public async Task Tables_OnOnePage_AreTheSameAsOneByOne()
    {
        using var member = await portal.SignedInAsync("member");
        var all = await member.PageAsync("/2019-20/q1/tables");
        foreach (var (key, published) in new[] { ("table-1", Table1), ("table-2", Table2AsItStands), ("table-3", Table3), ("implementation-costs", Costs) })
        {
            Assert.Equal(Grid(published), Grid(all.QuerySelector($"table[data-table='{key}']")!));
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

    private static string Grid(string text) => string.Join('\n', text.Split('\n').Select(line => string.Join(" | ", line.Split('|').Select(c => c.Trim()))));

    private static string Grid(IElement table) => string.Join('\n', table.QuerySelectorAll("tbody tr")
        .Select(row => string.Join(" | ", row.Children.Select(c => c.Words()))));
}
