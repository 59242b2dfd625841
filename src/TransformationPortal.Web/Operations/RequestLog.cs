using System.Diagnostics;

namespace TransformationPortal.Web.Operations;

/// <summary>
/// One line a request: method, path, status, time and user, under a correlation id that the answer carries too, so that
/// somebody who reports a fault can name it. Nothing personal but the user name; no query, since a search may hold names.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public const string Header = "X-Correlation-Id";

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var id = context.TraceIdentifier;

        // Set last of all: an answer from the cache brings the headers it was stored with.
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            http.Response.Headers[Header] = http.TraceIdentifier;
            return Task.CompletedTask;
        }, context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader went away; nothing failed.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }

        Answered(context.Request.Method, context.Request.Path, context.Response.StatusCode,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds, context.User.Identity?.Name ?? "-", id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Elapsed:0.0} ms {User} {Correlation}")]
    private partial void Answered(string method, PathString path, int status, double elapsed, string user, string correlation);
}
