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
        var page = mayBringIt
            ? new MissingPage("There is no programme yet. Bring it in here:", [new("The programme’s workbook", context.HttpContext.Request.PathBase + "/pmo/workbook")])
            : new MissingPage("There is no programme yet. The PMO brings it in.", []);
        context.Result = new ViewResult
        {
            ViewName = "Missing",
            StatusCode = StatusCodes.Status404NotFound,
            ViewData = new ViewDataDictionary<MissingPage>(new EmptyModelMetadataProvider(), context.ModelState) { Model = page },
        };
        context.ExceptionHandled = true;
    }
}
