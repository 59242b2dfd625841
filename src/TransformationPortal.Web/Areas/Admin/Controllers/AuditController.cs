using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TransformationPortal.Annexes.Csv;
using TransformationPortal.Data.Audit;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Areas.Admin.Models;

namespace TransformationPortal.Web.Areas.Admin.Controllers;

/// <summary>The audit log, for administrators: by kind, person, words and days, a page at a time or as CSV.</summary>
[Area("Admin")]
[Authorize(Policy = AdminPolicies.People)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("admin/audit")]
public sealed class AuditController(AuditLog log, TimeProvider clock) : Controller
{
    private const int PageLength = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(AuditForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Index", new AuditPage(form, [], 0, 1));
        }

        var count = await log.CountAsync(form.Filter, cancellationToken);
        var pages = Math.Max(1, (count + PageLength - 1) / PageLength);
        form.Page = Math.Clamp(form.Page, 1, pages);
        var entries = new List<AuditEntry>();
        await foreach (var entry in log.Read(form.Filter, (form.Page - 1) * PageLength, PageLength).WithCancellation(cancellationToken))
        {
            entries.Add(entry);
        }

        return View("Index", new AuditPage(form, entries, count, pages));
    }

    /// <summary>All entries that the filter lets through, as CSV that no spreadsheet takes for formulas.</summary>
    [HttpGet("log.csv")]
    public async Task<IActionResult> Download(AuditForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await Index(form, cancellationToken);
        }

        await log.WriteAsync(AuditAction.Exported, "The audit log", Request.QueryString.Value, cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=audit-log-{clock.GetUtcNow():yyyyMMdd}.csv");
        await using var written = new FileBufferingWriteStream();
        await using (var csv = CsvWriter.Create(written, CsvText.Options with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(["entry", "at_utc", "by", "what", "subject", "detail", "hash"]);
            await foreach (var entry in log.Read(form.Filter, 0, int.MaxValue).WithCancellation(cancellationToken))
            {
                csv.WriteRecord(
                [
                    entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    CsvText.Neutral(entry.By), AuditWords.Of(entry.Action), CsvText.Neutral(entry.Subject), CsvText.Neutral(entry.Detail ?? ""), entry.Hash,
                ]);
            }
        }

        await written.DrainBufferAsync(Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
