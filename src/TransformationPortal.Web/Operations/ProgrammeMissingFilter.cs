using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TransformationPortal.Data.Reading;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Operations;

/// <summary>Leads whoever comes before there is a programme to where one is brought in.</summary>
internal sealed class ProgrammeMissingFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not ProgrammeMissingException)
        {
            return;
        }

        var mayBringIt = context.HttpContext.User.IsInRole(Roles.Pmo);
        var request = context.HttpContext.Request;
        var page = (mayBringIt
            ? new MissingPage(
                "This page has something to show once the programme is in the portal. Bring it in with a workbook, which you can download empty:",
                [new("The programme’s workbook", request.PathBase + "/pmo/workbook")])
            : new MissingPage("This page has something to show once the PMO has brought the programme in.", []))
            with { Title = "There is no programme yet", HasQuarters = false };
        context.Result = new ViewResult
        {
            ViewName = "Missing",
            // The page is there; what somebody wants to do cannot be done yet.
            StatusCode = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary<MissingPage>(new EmptyModelMetadataProvider(), context.ModelState) { Model = page },
        };
        context.ExceptionHandled = true;
    }
}
