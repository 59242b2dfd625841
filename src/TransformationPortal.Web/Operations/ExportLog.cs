using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TransformationPortal.Data.Audit;

namespace TransformationPortal.Web.Operations;

/// <summary>Writes in the audit log which files somebody who has signed in takes away, whatever action gives them.</summary>
internal sealed class ExportLog(AuditLog log) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is FileResult { FileDownloadName: { Length: > 0 } name } && http.User.Identity?.IsAuthenticated == true && HttpMethods.IsGet(http.Request.Method))
        {
            await log.WriteAsync(AuditAction.Exported, name, http.Request.Path + http.Request.QueryString, http.RequestAborted);
        }

        await next();
    }
}
