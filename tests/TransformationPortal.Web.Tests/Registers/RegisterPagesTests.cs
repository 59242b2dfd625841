using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Registers;

/// <summary>The pages of the registers: every one opens, and one row at a time is added, changed, taken out and brought back.</summary>
public sealed class RegisterPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Pages_OfEveryRegister_ShowItsRowsAndTheFormOfOne()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        Assert.Equal(AllRegisters.Kept.Select(d => d.Title), (await pmo.PageAsync("/pmo/registers")).QuerySelectorAll("#registers a").Select(a => a.Words()));
        foreach (var register in AllRegisters.Kept)
        {
            var rows = await pmo.PageAsync($"/pmo/registers/{register.Name}");
            var first = rows.QuerySelector("tbody a")?.GetAttribute("href");

            // The sample has no pressures: the form of a new one has the same fields.
            Assert.True(first is not null || register.Name == "pressures", $"{register.Name}: {rows.QuerySelector("main")!.Words()}");
            var row = await pmo.PageAsync(first ?? $"/pmo/registers/{register.Name}/add");
            Assert.Equal(register.Columns.Select(c => c.Name), row.QuerySelectorAll("form#row [name]").Select(e => e.GetAttribute("name")!).Where(n => !n.StartsWith("was.", StringComparison.Ordinal) && n is not ("seen" or "HoldsFrom" or "HoldsFromDay" or "__RequestVerificationToken")));
            await pmo.PageAsync($"/pmo/registers/{register.Name}/history");
        }
    }

    [Fact]
    public async Task Save_ARowAsItIs_ChangesNothingInAnyRegister()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        foreach (var register in AllRegisters.Kept.Where(r => r.Name != "pressures"))
        {
            var before = (await pmo.DownloadAsync()).Tables.Single(t => t.Name == register.Name).Rows.Select(r => string.Join('|', r.Cells));
            var row = await pmo.PageAsync((await pmo.PageAsync($"/pmo/registers/{register.Name}")).QuerySelector("tbody a")!.GetAttribute("href")!);
            await pmo.SendAsync(row.Form("form#row")).LeadsToAsync();
            Assert.Equal(before, (await pmo.DownloadAsync()).Tables.Single(t => t.Name == register.Name).Rows.Select(r => string.Join('|', r.Cells)));
        }
    }

    [Fact]
    public async Task Row_AddedChangedTakenOutAndBroughtBack_HasItsHistory()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/registers/boards/add")).Form("form#row");
        Assert.Equal("/pmo/registers/boards?done=added", await pmo.SendAsync(form, ("name", "Spare board"), ("kind", "Advisory"), ("role", "Looks on")).LeadsToAsync());
        var address = await AddressAsync(pmo, "boards", "Spare board");
        await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#row"), ("role", "Looks away")).LeadsToAsync();
        using var unconfirmed = await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#remove"), ("confirm", "yes"));
        Assert.Equal(["Enter “Spare board”, to confirm what is taken out"], (await unconfirmed.ReadPageAsync()).Problems());
        Assert.Equal("/pmo/registers/boards?done=removed", await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#remove"), ("confirm", "spare board")).LeadsToAsync());
        Assert.DoesNotContain((await pmo.DownloadAsync()).Tables.Single(t => t.Name == "boards").Rows, r => r.Cells[0] == "Spare board");

        await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#restore")).LeadsToAsync();

        var history = (await pmo.PageAsync(address)).GetElementById("history")!.QuerySelectorAll("tbody tr").Select(r => r.Children[3].Words());
        Assert.Equal(["Restored", "Retired", "Changed: Role from Looks on to Looks away", "Added"], history);
    }

    [Fact]
    public async Task Save_OfTheSameRow_SaysThatNothingChangedOrPutsItsDayRight()
    {
        using var own = new PortalFactory();
        using var pmo = await own.SignedInAsync("pmo");
        var address = await AddressAsync(pmo, "risks", "R2");
        async Task<string> SaveAsync(params (string Name, string Value)[] typed) => await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#row"), typed).LeadsToAsync();

        Assert.Equal("/pmo/registers/risks?done=same", await SaveAsync());
        Assert.Contains("Nothing is changed", (await pmo.PageAsync("/pmo/registers/risks?done=same")).QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/pmo/registers/risks?done=changed", await SaveAsync(("residual_rating", "High")));
        Assert.Equal("/pmo/registers/risks?done=same", await SaveAsync());
        Assert.Equal("/pmo/registers/risks?done=dated", await SaveAsync(("HoldsFrom", "day"), ("HoldsFromDay", "30/6/2019")));

        var history = (await pmo.PageAsync(address)).GetElementById("history")!.QuerySelectorAll("tbody tr").Select(r => $"{r.Children[3].Words()}, {r.Children[4].Words()}").ToList();
        Assert.Equal("Changed: Residual rating from Medium to High, 30 June 2019", history[0]);
        Assert.Equal(2, history.Count);
    }

    [Theory]
    [InlineData("day", "31/6/2019", "cannot be read")]
    [InlineData("day", "", "Enter the day from which it holds")]
    [InlineData("day", "10/8/2019", "Enter 9 August 2019, which is today, or a day before it")]
    [InlineData("soon", "", "cannot be read")]
    public async Task Save_FromNoDay_IsRefusedAtTheQuestionAndKeepsWhatWasTyped(string from, string day, string problem)
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var address = (await pmo.PageAsync("/pmo/registers/projects?q=TP-11")).QuerySelector("tbody a")!.GetAttribute("href")!;

        using var answer = await pmo.SendAsync((await pmo.PageAsync(address)).Form("form#row"), ("summary", "Typed before"), ("HoldsFrom", from), ("HoldsFromDay", day));

        Assert.Equal(400, (int)answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains(problem, page.GetElementById("HoldsFrom-error")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Typed before", page.GetElementById("summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed before", (await pmo.PageAsync(address)).GetElementById("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WhatCannotBe_SaysSoAtItsField()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var form = (await pmo.PageAsync("/pmo/registers/projects/add")).Form("form#row");
        using var answer = await pmo.SendAsync(form, ("code", "TP-10"), ("name", ""), ("phase", "Complete"), ("planned_end", "31/13/2019"));
        var page = await answer.ReadPageAsync();

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("Enter a day such as 30/6/2019 (there is no month 13)", page.Problems());
        Assert.NotNull(page.GetElementById("name-error"));
        Assert.Equal("31/13/2019", page.Value("planned_end"));
    }

    [Fact]
    public async Task Save_ARowThatSomebodyElseChanged_IsAConflict()
    {
        using var pmo = await portal.SignedInAsync("pmo");
        var address = (await pmo.PageAsync("/pmo/registers/documents")).QuerySelector("tbody a")!.GetAttribute("href")!;
        var (mine, theirs) = (await pmo.PageAsync(address), await pmo.PageAsync(address));
        await pmo.SendAsync(theirs.Form("form#row"), ("title", "Theirs")).LeadsToAsync();

        using var refused = await pmo.SendAsync(mine.Form("form#row"), ("title", "Mine"));

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("Somebody else changed this", (await refused.ReadPageAsync()).Problems()[0], StringComparison.Ordinal);
        Assert.Equal("Theirs", (await pmo.PageAsync(address)).Value("title"));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("administrator")]
    public async Task Registers_ForAnybodyElse_AreForbidden(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var act in (string[])["", "/remove", "/restore", "/reorganise"])
        {
            using var answer = await client.PostAsync(new Uri("/pmo/registers/boards/0123456789abcdef" + act, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
            Assert.Equal((act, 403), (act, (int)answer.StatusCode));
        }

        using var page = await client.GetAsync(new Uri("/pmo/registers", UriKind.Relative));
        Assert.Contains("/account/refused", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<string> AddressAsync(HttpClient pmo, string register, string name) =>
        (await pmo.PageAsync($"/pmo/registers/{register}?q={Uri.EscapeDataString(name)}")).QuerySelectorAll("tbody tr")
            .Single(r => r.Children[0].Words() == name).QuerySelector<IHtmlAnchorElement>("a")!.GetAttribute("href")!;
}
