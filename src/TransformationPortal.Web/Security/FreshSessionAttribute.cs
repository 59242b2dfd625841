using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TransformationPortal.Web.Security;

/// <summary>
/// For pages with which somebody could take over an account at a desk that was left: whoever signed in longer ago than a
/// quarter of an hour proves again who they are.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class FreshSessionAttribute : Attribute, IAsyncActionFilter
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (UserSessions.Of(http.User) is { } id && await http.RequestServices.GetRequiredService<UserSessions>().IsFreshAsync(id, Fresh))
        {
            await next();
            return;
        }

        var page = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path.Value : "/account/second-factor";
        context.Result = new LocalRedirectResult($"~/account/confirm?returnUrl={Uri.EscapeDataString(page!)}");
    }
}
