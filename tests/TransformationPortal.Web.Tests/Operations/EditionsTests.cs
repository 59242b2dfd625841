using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>What readers see when a quarter is corrected, or when a stored edition is no longer what was published.</summary>
public sealed class EditionsTests
{
    private static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");

    [Fact]
    public async Task Quarter_WhenCorrected_ShowsTheCorrectionAndKeepsTheFirstEdition()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        await member.PageAsync("/2019-20/q1");
        await Act(portal, async services =>
        {
            await services.GetRequiredService<PortalDbContext>().SavingsTargets.Where(t => t.Line.Ref == "S-001")
                .ExecuteUpdateAsync(u => u.SetProperty(t => t.Original, new Core.Money(5_900_000m)));
            await services.GetRequiredService<EditionStore>().PublishAsync(Q1, "Programme Management Office", "The 2018/19 target was mistyped.", default);
        });

        // A page kept from before is renewed within the half minute that it may be kept.
        using var fresh = await portal.SignedInAsync("pmo");
        var corrected = await fresh.PageAsync("/2019-20/q1");
        Assert.Equal("£50.7m", corrected.QuerySelector("[data-tile='total-target'] .tile__figure")!.Words());
        Assert.Contains("The 2018/19 target was mistyped.", corrected.Body!.Words(), StringComparison.Ordinal);
        var first = await fresh.PageAsync("/2019-20/q1?edition=1");
        Assert.Equal("£49.7m", first.QuerySelector("[data-tile='total-target'] .tile__figure")!.Words());
        Assert.Contains("It has been corrected: open edition 2", first.Body!.Words(), StringComparison.Ordinal);
        Assert.All(first.QuerySelectorAll("a.figure--link, a.tile__link"), a => Assert.Contains("edition=1", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(["2", "1 (superseded)"], (await fresh.PageAsync("/quarters")).QuerySelectorAll("table[data-editions] tbody tr").Select(r => r.Children[2].Words()));
    }

    [Fact]
    public async Task Edition_AfterAChangeOfLiveData_IsWhatWasPublished()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        var before = (await member.PageAsync("/2019-20/q1/savings?kind=position")).QuerySelector("main")!.InnerHtml;
        await Act(portal, services => services.GetRequiredService<PortalDbContext>().SavingsPositions.ExecuteDeleteAsync());
        using var other = await portal.SignedInAsync("pmo");
        Assert.Equal(before, (await other.PageAsync("/2019-20/q1/savings?kind=position")).QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task Edition_WhoseStoredBytesWereChanged_IsRefusedLoudly()
    {
        using var portal = new PortalFactory();
        using var member = await portal.SignedInAsync("member");
        await Act(portal, services => services.GetRequiredService<PortalDbContext>().StoredEditions.ExecuteUpdateAsync(u => u.SetProperty(e => e.Json, new byte[] { 1, 2, 3 })));
        var page = await member.PageAsync("/2019-20/q1", 500);
        Assert.Equal("This edition cannot be shown", page.QuerySelector("h1")!.Words());
        Assert.Contains("does not match its seal", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Degraded\ninstance: Healthy\ndatabase: Healthy\neditions: Degraded\naudit log: Healthy", await member.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        using var administrator = await portal.SignedInAsync("administrator");
        var health = await administrator.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Contains("editions: Degraded Edition 1 of 2019/20 Q1 is damaged: what is stored does not match its seal", health, StringComparison.Ordinal);
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Contains("Edition 1 of 2019/20 Q1 is damaged", (await pmo.PageAsync("/pmo/quarters")).QuerySelector("[data-damaged]")!.Words(), StringComparison.Ordinal);
    }

    private static async Task Act(PortalFactory portal, Func<IServiceProvider, Task> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }
}
