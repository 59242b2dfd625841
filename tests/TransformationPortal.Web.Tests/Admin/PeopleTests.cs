using TransformationPortal.Web.Tests.Reports;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Admin;

/// <summary>Inviting people, giving them roles and projects, disabling them: through the administrators' pages.</summary>
public sealed class PeopleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string OwnPassword = "seven patient otters";

    [Fact]
    public async Task Invite_APerson_LetsThemInOnlyToChooseAPasswordAndThenToTheirWork()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        var given = await InviteAsync(administrator, "asha", "Project manager, Highways", ["Officer"], ["TP-15"]);
        using var person = portal.Anonymous();
        Assert.Equal("/work", await person.SignInAsync("asha", given) is var signedIn ? signedIn.Headers.Location!.OriginalString : "");

        using var led = await person.GetAsync(new Uri("/reports", UriKind.Relative));
        Assert.Equal("/account/password", led.Headers.Location!.OriginalString);
        using var dressed = await person.GetAsync(new Uri("/2019-20/q1/projects/x.css", UriKind.Relative));
        Assert.Equal("/account/password", dressed.Headers.Location?.OriginalString);
        using var style = await person.GetAsync(new Uri("/css/site.css", UriKind.Relative));
        Assert.Equal(200, (int)style.StatusCode);
        using var post = await person.PostAsync(new Uri("/reports/TP-15/2019-07/submit", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(403, (int)post.StatusCode);
        var form = (await person.PageAsync("/account/password")).Form("form[action$=password]");
        using var chosen = await person.SubmitAsync(form, ("Current", given), ("New", OwnPassword));
        Assert.Equal(200, (int)chosen.StatusCode);

        Assert.Contains("TP-15", (await person.PageAsync("/reports")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        using var again = portal.Anonymous();
        Assert.Equal(302, (int)(await again.SignInAsync("asha", OwnPassword)).StatusCode);
        Assert.Equal(400, (int)(await portal.Anonymous().SignInAsync("asha", given)).StatusCode);
    }

    [Fact]
    public async Task Disable_APersonWhoIsSignedIn_EndsTheirSessionAtOnceAndKeepsTheirName()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        using var person = await JoinAsync(administrator, "bram", ["Member"]);
        await person.PageAsync("/quarters");

        var page = await administrator.PageAsync("/admin/people/bram");
        Assert.Equal("/admin/people/bram?done=disabled", await administrator.SubmitAsync(page.Form("form#disable")).LeadsToAsync());

        using var refused = await person.GetAsync(new Uri("/quarters", UriKind.Relative));
        Assert.StartsWith("/account/sign-in", refused.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(400, (int)(await portal.Anonymous().SignInAsync("bram", OwnPassword)).StatusCode);
        Assert.Contains("Disabled", (await administrator.PageAsync("/admin/people")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/bram")).Form("form#enable")).LeadsToAsync();
        Assert.Equal(302, (int)(await portal.Anonymous().SignInAsync("bram", OwnPassword)).StatusCode);
    }

    [Fact]
    public async Task Disable_AnOfficer_ListsWhatIsTheirsAndHandsItOverInTheSameStep()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        using var officer = await portal.SignedInAsync("officer");
        await InviteAsync(administrator, "dora", "Dora, who leaves", ["Officer"], ["TP-44"]);
        var page = await administrator.PageAsync("/admin/people/dora");
        Assert.Contains("Theirs are: TP-44", page.QuerySelector("form#disable")!.Words(), StringComparison.Ordinal);
        using var nobody = await administrator.SubmitAsync(page.Form("form#disable"), ("to", "member"));
        Assert.Equal(400, (int)nobody.StatusCode);
        Assert.Contains("Choose an officer", (await nobody.ReadPageAsync()).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        await administrator.SubmitAsync(page.Form("form#disable"), ("to", "officer")).LeadsToAsync();
        Assert.Contains("TP-44", (await officer.PageAsync("/reports")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs are", (await administrator.PageAsync("/admin/people/dora")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_AnOfficerWithoutHandingOver_ChasesNobodyWhoCannotSignIn()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        using var pmo = await portal.SignedInAsync("pmo");
        await InviteAsync(administrator, "edda", "Edda, who is away", ["Officer"], ["TP-45"]);
        Assert.Contains("Edda, who is away", (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelector("main")!.Words(), StringComparison.Ordinal);

        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/edda")).Form("form#disable")).LeadsToAsync();
        var chased = (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelector("main")!.Words();
        Assert.DoesNotContain("Edda", chased, StringComparison.Ordinal);
        Assert.Contains("(nobody is assigned who can sign in)", chased, StringComparison.Ordinal);
        await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/edda")).Form("form#hand-over"), ("to", "officer")).LeadsToAsync();
        Assert.DoesNotContain("who can sign in", (await pmo.PageAsync("/pmo/chase/2019-07")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_RolesAndProjects_EndsTheSessionAndTheNextHasThem()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        using var person = await JoinAsync(administrator, "cleo", ["Member"]);
        Assert.Equal(403, (int)(await person.GetAsync(new Uri("/pmo/reports", UriKind.Relative)) is var first && first.Headers.Location is { } led ? (await person.GetAsync(led)).StatusCode : first.StatusCode));

        var form = (await administrator.PageAsync("/admin/people/cleo")).Form("form#access");
        await administrator.SendAsync(form, ("Roles", "PMO"), ("Roles", "Officer"), ("Projects", "TP-03"), ("Projects", "TP-99")).LeadsToAsync();

        Assert.Equal(302, (int)(await person.GetAsync(new Uri("/quarters", UriKind.Relative))).StatusCode);
        await person.SignInAsync("cleo", OwnPassword);
        await person.PageAsync("/pmo/reports");
        var row = (await administrator.PageAsync("/admin/people")).QuerySelectorAll("tbody tr").Single(r => r.Words().StartsWith("cleo", StringComparison.Ordinal));
        Assert.Contains("Officer, PMO TP-03", row.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPassword_ForSomebody_EndsTheirSessionAndTheOldPassword()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        using var person = await JoinAsync(administrator, "dana", ["Member"]);
        using var answer = await administrator.SubmitAsync((await administrator.PageAsync("/admin/people/dana")).Form("form#new-password"));
        var given = (await answer.ReadPageAsync()).GetElementById("one-time-password")!.Words();

        Assert.Equal(302, (int)(await person.GetAsync(new Uri("/quarters", UriKind.Relative))).StatusCode);
        Assert.Equal(400, (int)(await portal.Anonymous().SignInAsync("dana", OwnPassword)).StatusCode);
        Assert.Equal(302, (int)(await portal.Anonymous().SignInAsync("dana", given)).StatusCode);
    }

    [Fact]
    public async Task Administrator_CannotShutThemselvesOut()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        var page = await administrator.PageAsync("/admin/people/administrator");

        using var without = await administrator.SendAsync(page.Form("form#access"), ("Roles", "Member"));
        using var disabled = await administrator.SubmitAsync(page.Form("form#disable"));

        Assert.Equal((400, 400), ((int)without.StatusCode, (int)disabled.StatusCode));
        Assert.Contains("You cannot take the administrator’s role from yourself", (await without.ReadPageAsync()).Problems()[0], StringComparison.Ordinal);
        Assert.Contains("You cannot disable your own account", (await disabled.ReadPageAsync()).Problems()[0], StringComparison.Ordinal);
        await administrator.PageAsync("/admin/people");
    }

    [Fact]
    public async Task Invite_WithABadNameOrATakenOne_IsRefusedAtItsField()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        var form = (await administrator.PageAsync("/admin/people/invite")).Form("form[action$=invite]");
        using var bad = await administrator.SendAsync(form, ("UserName", "two words"), ("DisplayName", ""));
        using var taken = await administrator.SendAsync(form, ("UserName", "PMO"), ("DisplayName", "Another"));

        Assert.Equal(["A user name holds letters and figures, with . - _ @ + only between them", "Enter the name that others read"], (await bad.ReadPageAsync()).Problems());
        Assert.Equal(["“PMO” is somebody’s user name already"], (await taken.ReadPageAsync()).Problems());
    }

    [Theory]
    [InlineData(".", "A user name holds letters and figures, with . - _ @ + only between them")]
    [InlineData("..", "A user name holds letters and figures, with . - _ @ + only between them")]
    [InlineData("asha.", "A user name holds letters and figures, with . - _ @ + only between them")]
    [InlineData("+asha", "A user name holds letters and figures, with . - _ @ + only between them")]
    [InlineData("Invite", "“Invite” is a page of the portal and cannot be a user name. Choose another")]
    public async Task Invite_WithANameThatNoAddressLeadsTo_IsRefusedAtItsField(string userName, string sentence)
    {
        using var administrator = await portal.SignedInAsync("administrator");
        var form = (await administrator.PageAsync("/admin/people/invite")).Form("form[action$=invite]");
        using var refused = await administrator.SendAsync(form, ("UserName", userName), ("DisplayName", "Somebody"));
        var page = await refused.ReadPageAsync();

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal([sentence], page.Problems());
        Assert.NotNull(page.GetElementById("UserName-error"));
    }

    [Fact]
    public async Task Invite_WithEveryMarkBetweenLetters_HasAPageOfTheirOwn()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        await InviteAsync(administrator, "e.v-a_1+2@example", "Eva", ["Member"], []);
        var page = await administrator.PageAsync("/admin/people/" + Uri.EscapeDataString("e.v-a_1+2@example"));
        Assert.EndsWith("?done=disabled", await administrator.SubmitAsync(page.Form("form#disable")).LeadsToAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("officer")]
    [InlineData("finance")]
    [InlineData("pmo")]
    public async Task People_ForAnybodyElse_AreForbidden(string userName)
    {
        using var client = await portal.SignedInAsync(userName);
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in (string[])["/admin/people/invite", "/admin/people/member", "/admin/people/member/disable", "/admin/people/member/enable", "/admin/people/member/password"])
        {
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Roles", "Administrator")]));
            Assert.Equal((address, 403), (address, (int)answer.StatusCode));
        }

        using var page = await client.GetAsync(new Uri("/admin/people", UriKind.Relative));
        Assert.Contains("/account/refused", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_WithoutAToken_IsRefused()
    {
        using var administrator = await portal.SignedInAsync("administrator");
        using var answer = await administrator.PostAsync(new Uri("/admin/people/invite", UriKind.Relative), new FormUrlEncodedContent([new("UserName", "eve"), new("DisplayName", "Eve")]));
        Assert.Equal(400, (int)answer.StatusCode);
        await administrator.PageAsync("/admin/people/eve", 404);
    }

    private static async Task<string> InviteAsync(HttpClient administrator, string userName, string displayName, string[] roles, string[] projects)
    {
        var form = (await administrator.PageAsync("/admin/people/invite")).Form("form[action$=invite]");
        using var answer = await administrator.SendAsync(form,
            [("UserName", userName), ("DisplayName", displayName), .. roles.Select(r => ("Roles", r)), .. projects.Select(p => ("Projects", p))]);
        return (await answer.ReadPageAsync()).GetElementById("one-time-password")!.Words();
    }

    /// <summary>Invites somebody who chooses a password of their own.</summary>
    private async Task<HttpClient> JoinAsync(HttpClient administrator, string userName, string[] roles)
    {
        var given = await InviteAsync(administrator, userName, userName, roles, []);
        var client = portal.Anonymous();
        await client.SignInAsync(userName, given);
        using var chosen = await client.SubmitAsync((await client.PageAsync("/account/password")).Form("form[action$=password]"), ("Current", given), ("New", OwnPassword));
        Assert.Equal(200, (int)chosen.StatusCode);
        return client;
    }
}
