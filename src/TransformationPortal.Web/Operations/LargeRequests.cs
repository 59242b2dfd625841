using Microsoft.AspNetCore.Http.Metadata;

namespace TransformationPortal.Web.Operations;

/// <summary>
/// Answers what is larger than its address takes with 413 before any of it is read. Read, it would fail as a form that cannot be
/// understood, and the sender be told so.
/// </summary>
internal sealed class LargeRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } most && context.Request.ContentLength > most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
