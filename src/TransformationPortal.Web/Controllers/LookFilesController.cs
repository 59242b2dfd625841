using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TransformationPortal.Web.Branding;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Controllers;

/// <summary>The council's colours as a style sheet, and its logo: for every page, so for everybody.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class LookFilesController(BrandingCache looks) : Controller
{
    /// <param name="v">The version that a page was made with.</param>
    [Read("/look.css")]
    public async Task<IActionResult> Style(string? v, CancellationToken cancellationToken)
    {
        var look = await looks.GetAsync(cancellationToken);

        // A page of another version, from before or from another program, must not keep this one under its address.
        Response.GetTypedHeaders().CacheControl = v == look.Version ? ForGood() : new() { NoCache = true };
        return File(Encoding.UTF8.GetBytes(look.Style), "text/css; charset=utf-8", lastModified: null, new EntityTagHeaderValue($"\"{look.Version}\""));
    }

    /// <param name="name">The fingerprint of its bytes and their kind: never the name of the file that came.</param>
    [Read("/look/{name}")]
    public async Task<IActionResult> Logo(string name, CancellationToken cancellationToken)
    {
        if ((await looks.GetAsync(cancellationToken)).Look.Logo is not { } logo || name != logo.Fingerprint + logo.Extension)
        {
            return NotFound();
        }

        Response.GetTypedHeaders().CacheControl = ForGood();
        return File(logo.Bytes.ToArray(), logo.MediaType, lastModified: null, new EntityTagHeaderValue($"\"{logo.Fingerprint}\""));
    }

    // The address changes with the content.
    private static CacheControlHeaderValue ForGood()
    {
        var control = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365) };
        control.Extensions.Add(new NameValueHeaderValue("immutable"));
        return control;
    }
}
