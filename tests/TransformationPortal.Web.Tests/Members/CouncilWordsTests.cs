using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Members;

/// <summary>The council's own words: in the glossary, linked where they occur, and former names found in what is written.</summary>
public sealed class CouncilWordsTests
{
    [Fact]
    public async Task Word_OfTheCouncil_StandsInTheGlossaryAndIsLinkedWhereItOccurs()
    {
        using var portal = new PortalFactory();
        await WordsAsync(portal, "<b>Peer Review</b> seen");
        using var member = await portal.SignedInAsync("member");

        var glossary = await member.PageAsync("/glossary");
        var term = glossary.QuerySelectorAll("dt").Single(t => t.Words() == "Peer Review");
        Assert.Contains("<b>Peer Review</b> seen Kept by Head of Improvement", term.NextElementSibling!.Words(), StringComparison.Ordinal);
        Assert.Contains("now called Transformation Programme Board", glossary.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        var link = Assert.Single((await member.PageAsync("/2019-20/q1")).QuerySelectorAll("section[aria-labelledby=achievements] a[href*='/glossary#']"), a => a.Words() == "Peer Review");
        Assert.Equal(("Peer Review", "/glossary#" + term.Id), (link.Words(), link.GetAttribute("href")));
    }

    [Fact]
    public async Task FormerName_InAnAchievement_IsFoundWithTheNameSince()
    {
        using var portal = new PortalFactory();
        await WordsAsync(portal, "A look by others");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().QuarterTexts.Where(t => t.Kind == StoryKind.Achievement && t.Order == 1)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Text, "The Savings Star Chamber met, spending £612m^[Accounts, page 14] a year"));
        }

        using var pmo = await portal.SignedInAsync("pmo");

        var findings = (await pmo.PageAsync("/pmo/quarters/2019-20/q1/findings")).QuerySelectorAll("[data-finding=Label]").Select(f => f.Words()).ToList();
        Assert.Contains("Achievement 1 says “Savings Star Chamber”, which is now called “Transformation Programme Board”.", Assert.Single(findings), StringComparison.Ordinal);
        var draft = (await pmo.PageAsync("/2019-20/q1?edition=draft")).QuerySelector("section[aria-labelledby=achievements]")!;
        Assert.Contains("Source: Accounts, page 14", draft.QuerySelector(".source-note")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("^[", draft.Words(), StringComparison.Ordinal);
    }

    private static async Task WordsAsync(PortalFactory portal, string meaning)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        context.AddRange(
            new CouncilWordEntity { Word = "Peer Review", Meaning = meaning, KeptBy = "Head of Improvement" },
            new CouncilWordEntity { Word = "Savings Star Chamber", NowCalled = "Transformation Programme Board" });
        await context.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q1"), "Programme Management Office", "Words were added.", default);
    }
}
