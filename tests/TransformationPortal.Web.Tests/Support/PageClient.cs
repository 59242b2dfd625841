using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>Uses the portal as a browser does: opens pages, fills in forms.</summary>
internal static class PageClient
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The page at an address, which must answer with that status.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string address, int status = 200)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((address, (System.Net.HttpStatusCode)status), (address, answer.StatusCode));
        return await answer.ReadPageAsync();
    }

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        await Parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>The form of a page that the selector names.</summary>
    public static IHtmlFormElement Form(this IParentNode page, string selector) =>
        Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector(selector));

    /// <summary>Fills in a form of a page, everything hidden in it included, and sends it.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(i => i.Type is not ("submit" or "button") && !typed.Any(t => t.Name == i.Name))
            .Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        return client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient client, string userName, string password, string returnUrl = "")
    {
        var page = await client.PageAsync("/account/sign-in" + (returnUrl.Length > 0 ? "?returnUrl=" + Uri.EscapeDataString(returnUrl) : ""));
        return await client.SubmitAsync(page.Form("form[method=post]"), ("UserName", userName), ("Password", password));
    }

    /// <summary>The text as a reader sees it: one space between words.</summary>
    public static string Words(this AngleSharp.Dom.INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
