using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Browser.Tests;

/// <summary>The pages on which registers, people and spend are kept, as a browser receives them.</summary>
public sealed class RegisterPagesTests(PortalServer portal) : IClassFixture<PortalServer>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "pmo", "/pmo/workbook" },
        { "pmo", "/pmo/workbook/00000000000000000000000000000000" },
        { "pmo", "/pmo/registers" },
        { "pmo", "/pmo/registers/programme" },
        { "pmo", "/pmo/registers/projects" },
        { "pmo", "/pmo/registers/savings_positions?q=S-002" },
        { "pmo", "/pmo/registers/reprofiles" },
        { "pmo", "/pmo/registers/decisions/history" },
        { "pmo", "/pmo/registers/projects/add" },
        { "pmo", "/pmo/registers/boards?q=nothing+like+this" },
        { "finance", "/finance/actuals" },
        { "administrator", "/admin/people" },
        { "administrator", "/admin/people/invite" },
        { "administrator", "/admin/people/officer" },
    };

    public static TheoryData<string, string, string, string, string> Uploads => new()
    {
        { "pmo", "/pmo/workbook", "funding.csv", "source,amount,status\nA reserve with a long name that is set apart for it,£250000,confirmed\n", "What funding.csv would change" },
        { "pmo", "/pmo/workbook", "cost_budget.csv", "line,financial_year,amount\nNOPE,2019/20,5\n1.1,2019/2O,x\n", "3 things are wrong in cost_budget.csv" },
        { "pmo", "/pmo/workbook", "shopping.csv", "a,b\n1,2\n", "The programme’s workbook" },
        { "finance", "/finance/actuals", "actuals.csv", "cost_line,month,amount\n3.1,2019-06,95000\n3.4,2019-04,42000\n3.1,2018-12,200000\n", "What actuals.csv would change" },
        { "finance", "/finance/actuals", "actuals.csv", "cost_line,month,amount\n3.9,2019-06,5\n3.1,2019-06,lots\n", "2 things are wrong in actuals.csv" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InABrowser_HasNoErrorNoAxeViolationAndFitsEveryWidth(string userName, string address)
    {
        var page = await portal.PageAsync(userName: userName);
        await page.AssertSoundAtEveryWidthAsync(address);
        await page.LeaveAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reorganise_ShowsWhatBelongsToTheChoice_WithAndWithoutScripts(bool scripts)
    {
        var page = await portal.PageAsync(scripts: scripts, userName: "pmo");
        await page.GotoAsync("/pmo/registers/directorates");
        await page.Locator("tbody a").First.ClickAsync();
        await page.ClickAsync("text=Rename, merge or split it");
        Assert.False(await page.IsVisibleAsync("#PartName"));
        await page.CheckAsync("#Kind-split");
        Assert.True(await page.IsVisibleAsync("#PartName"));
        Assert.False(await page.IsVisibleAsync("#NewName"));
        await page.ClickAsync("button:has-text('Look at what it would do')");
        Assert.Equal(3, await page.Locator(".govuk-error-summary li").CountAsync());
        Assert.True(await page.IsVisibleAsync("#PartName"));
        if (scripts)
        {
            await AssertSoundAtEveryWidthAsync(page);
        }

        await page.CheckAsync("#Kind");
        await page.FillAsync("#NewName", "City Operations");
        await page.FillAsync("#Day", "1/10/2019");
        await page.ClickAsync("button:has-text('Look at what it would do')");
        Assert.Contains("Nothing has changed yet.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await page.IsVisibleAsync("button:has-text('Re-organise')"));
        if (scripts)
        {
            await AssertSoundAtEveryWidthAsync(page);
        }

        await page.LeaveAsync();
    }

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task Upload_InABrowser_LeadsToAPageThatIsSoundAtEveryWidth(string userName, string address, string file, string content, string heading)
    {
        var page = await UploadAsync(userName, address, file, content);

        Assert.Equal(heading, await page.InnerTextAsync("h1"));
        await AssertSoundAtEveryWidthAsync(page);
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Upload_OfATargetThatItsBandsDoNotReach_ShowsItOnASoundPage()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var targets = (await scope.ServiceProvider.GetRequiredService<PresentProgrammeReader>().ReadAsync(default)).Tables.Single(t => t.Name == "savings_targets");
        var (revised, carried) = (targets.Header.ToList().IndexOf("revised_target"), targets.Header.ToList().IndexOf("carried_to_later_year"));
        var changed = targets.Rows.First(r => r.Cells[carried].Length == 0);
        var rows = targets.Rows.Select(r => string.Join(',', r == changed ? r.Cells.Select((cell, column) => column == revised ? "123" : cell) : r.Cells));

        var page = await UploadAsync("pmo", "/pmo/workbook", "savings_targets.csv", string.Join('\n', rows.Prepend(string.Join(',', targets.Header))));

        Assert.Contains("apart", await page.InnerTextAsync("#gaps"), StringComparison.Ordinal);
        await AssertSoundAtEveryWidthAsync(page);
        await page.LeaveAsync();
    }

    [Fact]
    public async Task Forms_ThatWereRefusedInABrowser_AreSoundAtEveryWidth()
    {
        var page = await portal.PageAsync(userName: "pmo");
        await page.GotoAsync("/pmo/registers/reprofiles/add");
        await page.ClickAsync("form#row button[type=submit]");
        Assert.True(await page.IsVisibleAsync(".govuk-error-summary"));
        await AssertSoundAtEveryWidthAsync(page);

        await page.GotoAsync("/pmo/registers/boards");
        await page.ClickAsync("main tbody tr:first-child a");
        await AssertSoundAtEveryWidthAsync(page);
        await page.LeaveAsync();
    }

    private async Task<IPage> UploadAsync(string userName, string address, string file, string content)
    {
        var page = await portal.PageAsync(userName: userName);
        await page.GotoAsync(address);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = file, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.ClickAsync("form[enctype] button[type=submit]");
        return page;
    }

    private static async Task AssertSoundAtEveryWidthAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.AssertSoundAtEveryWidthAsync();
    }
}
