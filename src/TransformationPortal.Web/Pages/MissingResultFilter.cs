using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TransformationPortal.Web.Pages;

/// <summary>Shows what is missing in the one way that readers know, whichever action found it so.</summary>
internal sealed class MissingResultFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is MissingResult missing)
        {
            context.Result = context.Controller is Controller pages ? ShowPage(pages, missing) : Tell(missing);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static ViewResult ShowPage(Controller pages, MissingResult missing)
    {
        var view = pages.View("Missing", missing.Page);
        view.StatusCode = missing.StatusCode;
        return view;
    }

    // A controller without views answers programs.
    private static ObjectResult Tell(MissingResult missing)
    {
        var problem = new ProblemDetails { Status = missing.StatusCode, Title = "Not found", Detail = missing.Page.Message };
        problem.Extensions["existing"] = missing.Page.Existing.Select(e => e.Text);
        return new(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };
    }
}
