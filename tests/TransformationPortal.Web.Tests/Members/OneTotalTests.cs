using System.Globalization;
using AngleSharp.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>
/// Whatever page a member is on: a linked amount is the total of the page that it leads to, and that page's cut and entries
/// add up to it.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class OneTotalTests(PortalFactory portal)
{
    private static readonly string[] Pages =
    [
        "", "/tables", "/position", "/costs", "/savings", "/savings?kind=revised", "/costs/entries", "/pounds", "/decisions", "/projects", "/figures/target-achieved",
        "/figures/share-spent", "/figures/funding-margin", "/projects/TP-32", "/spotlights/TP-01",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("basis=agreed")]
    public async Task LinkedAmount_OnAnyPage_IsTheTotalOfThePageItLeadsTo(string basis)
    {
        using var member = await portal.SignedInAsync("member");
        var printed = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var address in Pages)
        {
            var page = await member.PageAsync($"/2019-20/q1{address}{(basis.Length == 0 ? "" : (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + basis)}");
            foreach (var link in page.QuerySelectorAll("main a.figure--link, main td[data-value] a"))
            {
                // A table of the annex prints a saving as a negative, in millions; its cell holds the pounds.
                var text = link.Words().Contains('£', StringComparison.Ordinal) ? link.Words() : link.Closest("td[data-value]")?.GetAttribute("data-value");
                if (text is { Length: > 0 })
                {
                    (printed.TryGetValue(link.GetAttribute("href")!, out var texts) ? texts : printed[link.GetAttribute("href")!] = []).Add(text);
                }
            }
        }

        Assert.True(printed.Count > 100, $"Only {printed.Count} amounts were found.");
        foreach (var (address, texts) in printed.Where(p => p.Key.Contains("/savings", StringComparison.Ordinal) || p.Key.Contains("/costs/entries", StringComparison.Ordinal)))
        {
            var slice = await member.PageAsync(address);
            var total = SlicePageReader.Total(slice) ?? 0;
            Assert.Equal((address, total), (address, SlicePageReader.SumOfEntries(slice)));
            Assert.Equal((address, total), (address, SlicePageReader.SumOfCut(slice)));
            Assert.All(texts, text => Assert.True(Prints(text, total), $"“{text}” leads to {total} at {address}"));
        }
    }

    // In pounds, or in millions rounded to the places that are printed.
    private static bool Prints(string text, decimal total)
    {
        var number = text.TrimStart('-').TrimStart('£').TrimEnd('m');
        var value = decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture) * (text.StartsWith('-') ? -1 : 1);
        var places = number.Contains('.', StringComparison.Ordinal) ? number.Split('.')[1].Length : 0;
        return text.EndsWith('m') ? Math.Round(total / 1_000_000m, places, MidpointRounding.AwayFromZero) == value : value == total;
    }
}
