using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Tests.Shared;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>A portal that begins without a programme.</summary>
public sealed class EmptyPortalFactory : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:SampleProgramme", "false")];
}

/// <summary>Another council's programme, from an empty database to its dashboard.</summary>
public sealed class SecondCouncilTests(EmptyPortalFactory portal) : IClassFixture<EmptyPortalFactory>
{
    [Fact]
    public async Task Upload_IntoAnEmptyPortal_LeadsToThePublishedDashboardOfThatCouncil()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.All((await pmo.DownloadAsync("/pmo/workbook.xlsx")).Tables.Where(t => t.Name != "programme"), t => Assert.Empty(t.Rows));
        var page = await pmo.PageAsync(await pmo.UploadAsync(WorkbookForms.Xlsx(SecondCouncil.Tables()), "ashmere.xlsx").LeadsToAsync());
        Assert.Equal("What ashmere.xlsx would change", page.QuerySelector("h1")!.Words());
        Assert.Contains("£870,00", page.GetElementById("effects")!.Words(), StringComparison.Ordinal);
        await pmo.SubmitAsync(page.Form("form#apply")).LeadsToAsync();

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EditionStore>().PublishAsync(new Quarter(new FinancialYear(2023), 1), "Ashmere’s programme office", null, default);
        }

        using var member = await portal.SignedInAsync("member");
        var dashboard = (await member.PageAsync("/2023-24/q1")).DocumentElement.Words();
        foreach (var said in (string[])[SecondCouncil.Programme, SecondCouncil.Council, "Customer First", "Smarter Assets", "Commercial Services", "Banked", "On course", "At risk", "Unlikely", "£0.9m"])
        {
            Assert.Contains(said, dashboard, StringComparison.Ordinal);
        }

        Assert.All(
            (string[])["Pressures beside the savings", "P1 £45,000 in 2023/24, Residents: Calls take longer than planned", "2024/25: £0.020m is expected to fall short"],
            said => Assert.Contains(said, dashboard, StringComparison.Ordinal));

        foreach (var address in (string[])["/2023-24/q1/savings", "/2023-24/q1/costs", "/2023-24/q1/projects", "/2023-24/q1/projects/AF1", "/2023-24/q1/risks", "/2023-24/q1/benefits", "/2023-24/q1/plan", "/2023-24/q1/tables"])
        {
            var text = (await member.PageAsync(address)).DocumentElement.Words();
            HasNoWordOfTheSample(address, text);
        }

        foreach (var file in (string[])["annex-1.docx", "annex-2.docx", "annex-3.docx", "quarterly-report.docx", "quarter.xlsx", "quarter.zip"])
        {
            foreach (var basis in (string[])["stands", "agreed"])
            {
                var address = $"/2023-24/q1/annexes/{file}?basis={basis}";
                var said = PaperText.Of(await member.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
                Assert.Contains(SecondCouncil.Programme, said, StringComparison.Ordinal);
                HasNoWordOfTheSample(address, said);
            }
        }

        var annex2 = PaperText.Of(await member.GetByteArrayAsync(new Uri("/2023-24/q1/annexes/annex-2.docx", UriKind.Relative)));
        Assert.All((string[])["Banked", "At risk", "by directorate", "by accountable officer", "Head of Customers", "45,000"], word => Assert.Contains(word, annex2, StringComparison.Ordinal));
        HasNoWordOfTheSample("JSON", await member.GetStringAsync(new Uri("/api/quarters/2023-24/q1", UriKind.Relative)));
    }

    private static void HasNoWordOfTheSample(string where, string text)
    {
        foreach (var alien in (string[])["Oxfordshire", "Service Redesign", "Third Party Spend", "Increasing Income", "CEDR", "Cherwell", "Provision Cycle", "Pre-Front Door", "Core transformation programme", "Medium Term Financial Plan", "County Council"])
        {
            Assert.False(text.Contains(alien, StringComparison.OrdinalIgnoreCase), $"{where} says “{alien}”");
        }
    }
}
