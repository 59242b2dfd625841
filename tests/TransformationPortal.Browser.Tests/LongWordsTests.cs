using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using static TransformationPortal.Browser.Tests.PageChecks;

namespace TransformationPortal.Browser.Tests;

/// <summary>Names and texts without a space to break at: a file’s name, a pasted address. No page is wider than its window.</summary>
public sealed class LongWordsTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private const string Name = "Transformation_of_Childrens_Placements_Commissioning_Framework_and_Dynamic_Purchasing_System_2019-2024";
    private const string Summary = "Evidence: https://intranet.example.org/sites/transformation/SharedDocuments/Programme/2019-20/Quarter1/Placements/BusinessCase_v0.9_final.docx";

    [Theory]
    [InlineData("pmo", "/2019-20/q1?edition=draft", 320)]
    [InlineData("pmo", "/2019-20/q1/projects?edition=draft", 320)]
    [InlineData("pmo", "/2019-20/q1/projects/TP-18?edition=draft", 320)]
    [InlineData("pmo", "/2019-20/q1/projects/TP-18?edition=draft", 1280)]
    [InlineData("pmo", "/pmo/reports/2019-07", 320)]
    [InlineData("pmo", "/pmo/reports/2019-07", 1280)]
    [InlineData("pmo", "/pmo/reports/2019-07/TP-18", 320)]
    [InlineData("pmo", "/pmo/chase/2019-07", 320)]
    [InlineData("pmo", "/pmo/registers/projects", 320)]
    [InlineData("officer", "/reports", 320)]
    [InlineData("officer", "/reports/TP-18/2019-07", 320)]
    [InlineData("officer", "/reports/TP-18/2019-07/ratings", 320)]
    [InlineData("officer", "/reports/TP-18/2019-07/evidence", 320)]
    [InlineData("officer", "/reports/TP-18/2019-07/check", 320)]
    [InlineData("administrator", "/admin/people/officer", 320)]
    public async Task Page_WithNamesThatCannotBreak_IsNoWiderThanItsWindow(string user, string address, int width)
    {
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Projects.Where(p => p.Code == "TP-18")
                .ExecuteUpdateAsync(p => p.SetProperty(e => e.Name, Name).SetProperty(e => e.Summary, Summary).SetProperty(e => e.AccountableOfficer, Name));
        }

        var page = await portal.PageAsync(width, userName: user);
        await page.GotoAsync(address);
        await PageChecks.AssertFitsAsync(page);
        await page.LeaveAsync();
    }
}
