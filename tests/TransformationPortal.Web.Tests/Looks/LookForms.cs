using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Looks;

/// <summary>Uses the page of the look as a browser does.</summary>
internal static class LookForms
{
    public const string Home = "/pmo/look";

    public static string StyleOf(IHtmlDocument page) => page.QuerySelector("link[rel=stylesheet][href*='look.css']")!.GetAttribute("href")!;

    // As a browser finds it: from the page, through its style sheet.
    public static async Task<string> MainColourAsync(this HttpClient client, IHtmlDocument page)
    {
        var style = await client.GetStringAsync(new Uri(StyleOf(page), UriKind.Relative));
        var colour = style[(style.IndexOf("--council-main:", StringComparison.Ordinal) + "--council-main:".Length)..].Split(';')[0];
        Assert.Equal(colour, page.QuerySelector("meta[name=theme-color]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        return colour;
    }

    /// <param name="file">None where no file is chosen.</param>
    /// <param name="alternative">What is typed for it; as the page has it where nothing is.</param>
    public static async Task<HttpResponseMessage> SendLogoAsync(this HttpClient client, IHtmlDocument page, byte[]? file, string name = "logo.png", string? alternative = null)
    {
        var form = page.Form("form#logo-form");
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type != "file"))
        {
            content.Add(new StringContent(field.Name == "alternative_text" && alternative is not null ? alternative : field.Value), field.Name!);
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            content.Add(part, "logo", name);
        }

        return await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
