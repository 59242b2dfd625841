using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Areas.Reports.Models;
using TransformationPortal.Web.Caching;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Reports.Controllers;

/// <summary>
/// A page of the monthly reports. Before its action runs, it is known who acts and, where the address names a month, that
/// there are reports for it. Every post carries an antiforgery token; no page is kept by anybody on the way.
/// </summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
public abstract partial class ReportingController : Controller
{
    private const int MonthsListed = 12;

    /// <summary>Who has signed in.</summary>
    protected Actor Actor { get; private set; } = null!;

    /// <summary>The month that the address names; the month in hand where it names none.</summary>
    protected ReportingMonth Month { get; private set; }

    /// <summary>Every month that can be reported on, the newest first.</summary>
    protected IReadOnlyList<ReportingMonth> Months { get; private set; } = [];

    protected ReportReader Reader => HttpContext.RequestServices.GetRequiredService<ReportReader>();

    protected ReportStore Store => HttpContext.RequestServices.GetRequiredService<ReportStore>();

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var aborted = HttpContext.RequestAborted;
        if (await HttpContext.RequestServices.GetRequiredService<ReportActors>().FindAsync(User, aborted) is not { } actor)
        {
            context.Result = Challenge();
            return;
        }

        Actor = actor;
        Months = await HttpContext.RequestServices.GetRequiredService<ReportCalendar>().MonthsAsync(aborted);
        if (context.RouteData.Values["month"] is not string text)
        {
            Month = await Reader.MonthInHandAsync(aborted);
        }
        else if (ReportingMonth.TryParse(text, out var month) && Months.Contains(month))
        {
            Month = month;
        }
        else
        {
            context.Result = NoSuchMonth(text, context.RouteData.Values);
            return;
        }

        context.Result = await RefuseAsync(context.RouteData.Values, aborted);
        if (context.Result is null)
        {
            await next();

            // Before the page that answers is made, which counts what is left.
            if (!HttpMethods.IsGet(Request.Method))
            {
                HttpContext.RequestServices.GetRequiredService<HeaderCounts>().ForgetWork();
            }
        }
    }

    /// <summary>Why the page is not shown; nothing when it is.</summary>
    protected virtual Task<IActionResult?> RefuseAsync(RouteValueDictionary route, CancellationToken cancellationToken) => Task.FromResult<IActionResult?>(null);

    /// <summary>A page that says what is missing and what there is instead.</summary>
    protected IActionResult Missing(string message, IEnumerable<MissingPageLink> existing)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage(message, [.. existing]));
    }

    /// <summary>A page that says why something was not done. It is written to the log.</summary>
    protected IActionResult Refused(ReportRefusedPage page)
    {
        Response.StatusCode = page.Reason is RefusalReason.NotAllowed or RefusalReason.OwnReport ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
        WasRefused(HttpContext.RequestServices.GetRequiredService<ILogger<ReportingController>>(), Actor.UserName, Request.Method, Request.Path, page.Reason, page.Sentence);
        return View("Refused", page with { MayRead = ReportPolicy.MayRead(Actor, page.Opened.Report.Project) });
    }

    private IActionResult NoSuchMonth(string text, RouteValueDictionary route)
    {
        var message = !ReportingMonth.TryParse(text, out var month) ? $"“{text}” is not a month such as 2019-06. There are reports for:"
            : Months.Count > 0 && month > Months[0] ? $"Reports for {month.Name} can be started from {DateFormat.Long(ReportingWindow.Of(month).Opens)}, if the programme runs until then. There are reports for:"
            : $"{month.Name} lies outside the programme. There are reports for:";
        return Missing(message, Months.Take(MonthsListed).Select(m => new MissingPageLink(m.Name, Address(m, route))));
    }

    // The same page for another month.
    private string Address(ReportingMonth month, RouteValueDictionary route) =>
        Url.Action(null, new RouteValueDictionary(route) { ["month"] = month.ToString() }) ?? Url.Content("~/");

    [LoggerMessage(Level = LogLevel.Warning, Message = "{UserName} was refused {Method} {Path}: {Reason}. {Sentence}")]
    private static partial void WasRefused(ILogger logger, string userName, string method, PathString path, RefusalReason reason, string sentence);
}
