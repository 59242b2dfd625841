using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TransformationPortal.Core.Editions;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Pages;

namespace TransformationPortal.Web.Editions;

/// <summary>A page that shows other editions beside the one that is open, so that it changes with them.</summary>
public interface IShowsOtherEditions
{
    IEnumerable<PublishedEdition> Others { get; }
}

/// <summary>
/// Marks pages of an edition. The layout is given the edition that the action took as its parameter; the answer has a tag, by
/// which a browser learns that a page is as it was. What is still being written is kept by nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EditionPageAttribute() : TypeFilterAttribute(typeof(EditionPageFilter));

internal sealed class EditionPageFilter(PageTag tag) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionArguments.Values.OfType<OpenedEdition>().FirstOrDefault() is not { } opened)
        {
            context.Result = context.HttpContext.Features.Get<AddressProblem>()?.Answer ?? throw new InvalidOperationException(
                $"{context.ActionDescriptor.DisplayName} shows an edition and must take it as a parameter.");
            return;
        }

        (context.Controller as Controller)?.ViewData.SetOpened(opened);
        if (opened.IsDraft)
        {
            context.HttpContext.Response.GetTypedHeaders().CacheControl = new() { NoStore = true };
            await next();
            return;
        }

        PageTag.AskEachTime(context.HttpContext);
        var executed = await next();

        // Only an address that was found is unchanged; and what is unchanged need not be made.
        if (executed.Exception is null && executed.Result is not MissingResult
            && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK
            && tag.Apply(context.HttpContext, ContentOf(opened, executed.Result)) is { } unchanged)
        {
            executed.Result = unchanged;
        }
    }

    private static string ContentOf(OpenedEdition opened, IActionResult? result)
    {
        var others = (result as ViewResult)?.Model is IShowsOtherEditions page ? page.Others : [];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{opened.Published.Seal[..16]}-{opened.Published.LatestNumber}{(opened.IsOnly ? "-only" : "")}{string.Concat(others.Select(e => "-" + e.Seal[..8]))}");
    }
}
