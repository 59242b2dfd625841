using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Tests.Members;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>The PMO renames, merges and splits directorates, and members compare across it.</summary>
public sealed class ReorganisationTests
{
    [Fact]
    public async Task Directorates_Reorganised_AreComparedUnderTheNewNamesAndConserveEveryPound()
    {
        using var portal = new IllustrativeQuarterFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var before = Before(await pmo.PageAsync(Compared("2019-20/q2/1")));
        var (one, other, third) = (before[0].Name, before[1].Name, before[2].Name);
        await ReorganiseAsync(pmo, one, ("Kind", "Renamed"), ("NewName", "Place & People"));
        var page = await pmo.PageAsync(await AddressAsync(pmo, other));
        var into = page.QuerySelectorAll("#Into option").Single(o => o.Words() == "Place & People").GetAttribute("value")!;
        await ReorganiseAsync(pmo, other, ("Kind", "Merged"), ("Into", into));
        var project = (await pmo.PageAsync(await AddressAsync(pmo, third))).QuerySelector<IHtmlInputElement>("input[name=Projects]")!.Value;
        await ReorganiseAsync(pmo, third, ("Kind", "Split"), ("PartName", "Schools"), ("Projects", project));
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EditionStore>().PublishAsync(Quarter.Parse("2019/20 Q2"), "PMO", "Directorates were re-organised.", default);
        }

        var compared = await pmo.PageAsync(Compared("2019-20/q2/2"));

        var rows = Before(compared);
        Assert.Equal(before.Sum(r => r.Amount), rows.Sum(r => r.Amount));
        Assert.Equal(before[0].Amount + before[1].Amount, rows.Single(r => r.Name == "Place & People").Amount);
        Assert.Equal(before[2].Amount, rows.Where(r => r.Name == third || r.Name == "Schools").Sum(r => r.Amount));
        foreach (var (_, amount, address) in rows)
        {
            Assert.Equal(amount, SlicePageReader.Total(await pmo.PageAsync(address)));
        }

        Assert.DoesNotContain("counts elsewhere", compared.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(
            [$"On 1 September 2019 the directorate “{one}” became “Place & People”.", $"On 1 September 2019 the directorate “{other}” went into “Place & People”.", $"On 1 September 2019 the directorate “{third}” gave a part to the new “Schools”."],
            compared.QuerySelectorAll("[data-reorganised] li").Select(l => l.Words().Split(" £")[0]));
        var named = await pmo.PageAsync($"{Compared("2019-20/q2/2")}&directorate={Uri.EscapeDataString(one)}");
        Assert.Contains("Place & People", named.QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        Assert.Equal(3, (await pmo.PageAsync("/2019-20/q2/governance")).QuerySelectorAll("[data-reorganisations] li").Length);

        // A shared address answers under the names of then and of now, and says which.
        var shared = await pmo.PageAsync($"/2019-20/q2/savings?kind=revised&directorate={Uri.EscapeDataString(one)}");
        Assert.Equal($"“{one}” became “Place & People” on 1 September 2019. This is what stands under “Place & People”.", shared.QuerySelector("[data-names-note]")!.Words());
        var earlier = await pmo.PageAsync($"/2019-20/q1/savings?kind=revised&directorate={Uri.EscapeDataString("Place & People")}");
        Assert.Equal($"“Place & People” was called “{one}” until 31 August 2019. This is what stood under “{one}”.", earlier.QuerySelector("[data-names-note]")!.Words());
        Assert.Null((await pmo.PageAsync("/2019-20/q2/savings?kind=revised")).QuerySelector("[data-names-note]"));
        var projects = await pmo.PageAsync($"/2019-20/q2/projects?directorate={Uri.EscapeDataString(one)}");
        Assert.Equal($"“{one}” became “Place & People” on 1 September 2019. This is what stands under “Place & People”.", projects.QuerySelector("[data-names-note]")!.Words());
        Assert.NotEmpty(projects.QuerySelectorAll("table[data-projects] tbody tr"));

        // Its first edition and the quarter before say what they said.
        Assert.Null((await pmo.PageAsync("/2019-20/q1/governance")).QuerySelector("[data-reorganisations]"));
        Assert.Equal(before, Before(await pmo.PageAsync(Compared("2019-20/q2/1"))));
    }

    [Fact]
    public async Task Form_SentWithoutWhatItNeeds_SaysSoAtItsFieldAndKeepsTheRest()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var address = (await pmo.PageAsync("/pmo/registers/directorates")).QuerySelector<IHtmlAnchorElement>("tbody a")!.GetAttribute("href") + "/reorganise";
        var form = (await pmo.PageAsync(address)).Form("main form");

        using var nothing = await pmo.SendAsync(form);
        Assert.Equal((400, "Enter what happens to it"), ((int)nothing.StatusCode, Assert.Single((await nothing.ReadPageAsync()).Problems())));
        using var empty = await pmo.SendAsync(form, ("Kind", "Split"));
        Assert.Equal(
            ["Enter its new name", "Enter at least one project or savings line that goes", "Enter a day from 1 April 2018 to 31 March 2023, such as 1/10/2019"],
            (await empty.ReadPageAsync()).Problems());
        using var early = await pmo.SendAsync(form, ("Kind", "Renamed"), ("NewName", "Place"), ("Day", "soon"));
        var page = await early.ReadPageAsync();
        Assert.Equal("Enter a day from 1 April 2018 to 31 March 2023, such as 1/10/2019", Assert.Single(page.Problems()));
        Assert.Equal(("Place", "soon"), (page.Value("NewName"), page.Value("Day")));
        Assert.NotNull(page.GetElementById("Day-error"));
        using var none = await pmo.GetAsync(new Uri(address.Replace("directorates", "projects", StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal(404, (int)none.StatusCode);
    }

    [Fact]
    public async Task Withdraw_OnItsPage_TakesTheLastOneBack()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        var name = (await pmo.PageAsync("/pmo/registers/directorates")).QuerySelector("tbody th")!.Words();
        await ReorganiseAsync(pmo, name, ("Kind", "Renamed"), ("NewName", "Place"));

        var page = await pmo.PageAsync(await AddressAsync(pmo, "Place"));
        Assert.Contains($"On 1 September 2019 the directorate “{name}” became “Place”.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/pmo/registers/directorates?done=withdrawn", await pmo.SendAsync(page.Form("#withdraw")).LeadsToAsync());

        Assert.Null((await pmo.PageAsync(await AddressAsync(pmo, name))).QuerySelector("#withdraw"));
    }

    [Fact]
    public async Task Workbook_LargerThanIsTaken_IsSaidToBe()
    {
        using var portal = new PortalFactory();
        using var pmo = await portal.SignedInAsync("pmo");
        using var content = new ByteArrayContent(new byte[25 * 1024 * 1024]);
        using var answer = await pmo.PostAsync(new Uri("/pmo/workbook", UriKind.Relative), content);

        Assert.Equal((413, "The file is too large"), ((int)answer.StatusCode, (await answer.ReadPageAsync()).QuerySelector("h1")!.Words()));
    }

    private static string Compared(string to) => $"/compare/savings?from=2019-20/q1/1&to={to}&kind=revised&rows=directorate";

    // Looked at first, then agreed to.
    private static async Task ReorganiseAsync(HttpClient pmo, string name, params (string Name, string Value)[] typed)
    {
        using var look = await pmo.SendAsync((await pmo.PageAsync(await AddressAsync(pmo, name))).Form("main form"), [.. typed, ("Day", "1/9/2019")]);
        Assert.Equal(200, (int)look.StatusCode);
        await pmo.SendAsync((await look.ReadPageAsync()).Form("#agree"), ("Agreed", "true")).LeadsToAsync();
    }

    private static async Task<string> AddressAsync(HttpClient pmo, string name) =>
        (await pmo.PageAsync($"/pmo/registers/directorates?q={Uri.EscapeDataString(name)}")).QuerySelectorAll("tbody tr")
            .Single(r => r.Children[0].Words() == name).QuerySelector<IHtmlAnchorElement>("a")!.GetAttribute("href")! + "/reorganise";

    private static List<(string Name, decimal Amount, string Address)> Before(IDocument page) =>
    [
        .. page.QuerySelectorAll("main table tbody tr").Where(r => r.Children.Length == 4 && r.Children[1].QuerySelector("a") is not null)
            .Select(r => (r.Children[0].Words(), decimal.Parse(r.Children[1].Words()[1..], System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture), r.Children[1].QuerySelector("a")!.GetAttribute("href")!)),
    ];
}
