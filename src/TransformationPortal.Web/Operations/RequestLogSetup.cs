using Serilog;
using Serilog.Events;

namespace TransformationPortal.Web.Operations;

/// <summary>
/// One line a request: method, path, status, time and user, under a correlation id that the answer carries too, so that
/// somebody who reports a fault can name it. Nothing personal but the user name; no query, since a search may hold names.
/// </summary>
internal static class RequestLogSetup
{
    /// <summary>The header of every answer that holds its correlation id.</summary>
    public const string Header = "X-Correlation-Id";

    /// <summary>The property of a log event that holds the correlation id: the name that ASP.NET Core gives it in its own events.</summary>
    public const string Correlation = "RequestId";

    /// <summary>Logs each request once it is answered, and puts its correlation id on the answer.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        app.UseSerilogRequestLogging(o =>
        {
            // The portal's own: the library's default is one for the whole process.
            o.Logger = app.Services.GetRequiredService<Serilog.ILogger>();

            // A failure is logged as one where it happens; this line says how it was answered.
            o.GetLevel = static (_, _, _) => LogEventLevel.Information;
            o.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms {User}";
            o.GetMessageTemplateProperties = static (context, _, elapsed, status) =>
            [
                new("RequestMethod", new ScalarValue(context.Request.Method)),

                // As it is written in an address: a line feed in it stays %0A.
                new("RequestPath", new ScalarValue(context.Request.Path.ToUriComponent())),
                new("StatusCode", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
                new("User", new ScalarValue(context.User.Identity?.Name ?? "-")),
                new(Correlation, new ScalarValue(context.TraceIdentifier)),
            ];
        });
        app.Use(AnswerAsync);
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
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
    }
}
