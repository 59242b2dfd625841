using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>A quarter that was corrected, held against what was first said of it.</summary>
public sealed class CompareCorrectionTests
{
    [Fact]
    public async Task Compare_TwoEditionsOfOneQuarter_ShowsWhatTheCorrectionChanged()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SavingsTargets.Where(t => t.Line.Ref == "S-002" && t.Year == new FinancialYear(2019))
                .ExecuteUpdateAsync(u => u.SetProperty(t => t.Revised, new Money(250_000m)));
            await scope.ServiceProvider.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q1"), "Programme Management Office", "A target was mistyped.", default);
        }

        var page = await member.PageAsync("/compare?from=2019-20/q1/1&to=2019-20/q1");
        var row = page.QuerySelectorAll("table[data-compared=figures] tbody tr").Single(r => r.Words().StartsWith("19/20 savings target", StringComparison.Ordinal));
        Assert.Equal("19/20 savings target £15,049,000 £15,099,000 +£50,000 +£50,000 Savings targets (S-002 Finance function restructure)", row.Words());
        Assert.Contains("2019/20 Q1, edition 2. Correction: A target was mistyped.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["2019/20 Q1, edition 1", "2019/20 Q1, edition 2"], page.QuerySelectorAll("table[data-compared=figures] thead th").Skip(1).Take(2).Select(h => h.Words()));
        Assert.Equal(15_049_000m, SlicePageReader.Total(await member.PageAsync(row.Children[1].QuerySelector("a")!.GetAttribute("href")!)));
        Assert.Equal(15_099_000m, SlicePageReader.Total(await member.PageAsync(row.Children[2].QuerySelector("a")!.GetAttribute("href")!)));

        // Without a choice, a single quarter is held against its own earlier edition.
        Assert.Equal("2019-20/q1/1", (await member.PageAsync("/compare")).QuerySelector("#from option[selected]")!.GetAttribute("value"));
    }
}
