using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Areas.Admin.Models;
using TransformationPortal.Web.Operations;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Admin.Controllers;

/// <summary>What the portal does by itself: when it last did, what came of it, and doing it now.</summary>
[Area("Admin")]
[Authorize(Policy = AdminPolicies.People)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("admin/jobs")]
public sealed class JobsController(JobRuns runs, PortalJobs jobs) : Controller
{
    private const int Most = 10;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, CancellationToken cancellationToken)
    {
        var all = new List<(PortalJob, IReadOnlyList<JobRunEntity>)>();
        foreach (var job in PortalJobs.All)
        {
            all.Add((job, await runs.LastAsync(job.Name, Most, cancellationToken)));
        }

        return View("Index", new JobsPage(all, done == "run"));
    }

    [HttpPost("{name}/run")]
    public async Task<IActionResult> Run(string name)
    {
        if (PortalJobs.All.FirstOrDefault(j => j.Name == name) is { } job)
        {
            // Whoever asked for it may go away meanwhile.
            await jobs.RunNowAsync(job, CancellationToken.None);
            return LocalRedirect("~/admin/jobs?done=run");
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage($"There is no job “{name}”. The jobs that there are:", [new("Jobs", Url.Content("~/admin/jobs"))]));
    }
}
