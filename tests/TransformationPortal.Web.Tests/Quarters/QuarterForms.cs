using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>Closes a quarter as the PMO does: through the forms of the workbench.</summary>
internal static class QuarterForms
{
    public const string Home = "/pmo/quarters/2019-20/q1";

    /// <summary>A portal whose sample quarter has yet to be closed.</summary>
    public static async Task ReopenAsync(this PortalFactory portal) => await portal.ActAsync(c => c.StoredEditions.ExecuteDeleteAsync());

    public static async Task ActAsync(this PortalFactory portal, Func<PortalDbContext, Task> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    public static async Task<T> AskAsync<T>(this PortalFactory portal, Func<PortalDbContext, Task<T>> ask)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>Fills in a part's form: what is on the page, changed as told, and sent by one of its buttons.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, IHtmlDocument page, string then, Func<string, string, string>? change = null)
    {
        var form = page.Form("main form[method=post]");
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]").Select(e => (Name: e.GetAttribute("name")!, Id: e.Id ?? "", Value: ValueOf(e)))
            .Select(f => KeyValuePair.Create(f.Name, change?.Invoke(f.Id, f.Value) ?? f.Value)).Append(new("then", then));
        return client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    /// <summary>The PMO signs for every finding that is open, each in words of its own, and finance beside it for one.</summary>
    public static async Task SignAllAsync(this PortalFactory portal, HttpClient pmo, string home = Home)
    {
        var signed = 0;
        while ((await pmo.PageAsync(home + "/findings")).QuerySelector("form[action$='/sign']") is IHtmlFormElement form)
        {
            var words = signed++ switch { 0 => "It is known and waits for the meeting of Cabinet.", 1 => "Cabinet decides on 16 July 2019.", var more => $"Known, and looked at as number {more} in the quarter’s meeting." };
            using var answer = await pmo.SubmitAsync(form, ("words", words));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        using var finance = await portal.SignedInAsync("finance");
        if ((await finance.PageAsync("/finance/notes")).QuerySelector("form[action$='/finance/notes/sign']") is IHtmlFormElement beside)
        {
            using var answer = await finance.SubmitAsync(beside);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    /// <summary>Publishes, and confirms every change that a correction makes.</summary>
    public static async Task<HttpResponseMessage> PublishAsync(this HttpClient client, params (string Name, string Value)[] typed)
    {
        var form = (await client.PageAsync(Home + "/publish")).Form("form#publish");
        return await client.SubmitAsync(form, [.. typed, .. form.QuerySelectorAll("input[name=confirmed]").Select(c => ("confirmed", c.GetAttribute("value")!))]);
    }

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };
}
