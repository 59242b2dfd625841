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

    /// <summary>Signs for every finding that is open.</summary>
    public static async Task SignAllAsync(this HttpClient client, string home = Home)
    {
        while ((await client.PageAsync(home + "/findings")).QuerySelector("form[action$='/sign']") is IHtmlFormElement form)
        {
            using var answer = await client.SubmitAsync(form, ("words", "Cabinet decides on 16 July 2019."));
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
