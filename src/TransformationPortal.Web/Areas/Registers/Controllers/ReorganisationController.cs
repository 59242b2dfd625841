using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Web.Areas.Registers.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Registers.Controllers;

/// <summary>Renames, merges and splits what projects and savings lines are grouped under, from a day on.</summary>
[Area("Registers")]
[Route("pmo/registers/{register}/{id:length(16)}/reorganise")]
public sealed class ReorganisationController(RegisterDesk desk, ReorganisationDesk reorganisations, ReportActors actors) : RegisterController(actors)
{
    [HttpGet]
    public Task<IActionResult> Form(string register, string id, CancellationToken cancellationToken) => ShowAsync(register, id, new(), null, cancellationToken);

    [HttpPost]
    public async Task<IActionResult> Do(string register, string id, ReorganisationForm form, CancellationToken cancellationToken)
    {
        if (AllRegisters.FindKept(register) is not { } found || !ReorganisationDesk.IsGrouping(found))
        {
            return NoSuchRegister(register);
        }

        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        var day = form.Day ?? "";
        var outcome = form.Kind switch
        {
            ReorganisationKind.Renamed => await reorganisations.RenameAsync(found, id, form.NewName ?? "", day, person, cancellationToken),
            ReorganisationKind.Merged => await reorganisations.MergeAsync(found, id, form.Into ?? "", day, person, cancellationToken),
            ReorganisationKind.Split => await reorganisations.SplitAsync(found, id, form.PartName ?? "", day, form.Projects ?? [], person, cancellationToken),
            _ => new RowOutcome.Refused([new(found.Title, null, "Kind", null, "what happens to it")]),
        };
        return outcome is RowOutcome.Done
            ? LocalRedirect($"~/pmo/registers/{found.Name}?done={form.Kind.ToString()!.ToLowerInvariant()}")
            : await ShowAsync(register, id, form, outcome, cancellationToken);
    }

    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(string register, string id, CancellationToken cancellationToken)
    {
        if (AllRegisters.FindKept(register) is not { } found || !ReorganisationDesk.IsGrouping(found))
        {
            return NoSuchRegister(register);
        }

        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        var outcome = await reorganisations.WithdrawAsync(found, id, person, cancellationToken);
        return outcome is RowOutcome.Done ? LocalRedirect($"~/pmo/registers/{found.Name}?done=withdrawn") : await ShowAsync(register, id, new(), outcome, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string register, string id, ReorganisationForm form, RowOutcome? outcome, CancellationToken cancellationToken)
    {
        if (AllRegisters.FindKept(register) is not { } found || !ReorganisationDesk.IsGrouping(found))
        {
            return NoSuchRegister(register);
        }

        var view = await desk.OpenAsync(found, cancellationToken);
        if (view.Rows.FirstOrDefault(r => r.Id == id && !r.IsRetired) is not { } row)
        {
            return NoSuchRow(found);
        }

        if (outcome is not null)
        {
            ModelState.Clear();
            Explain(outcome, nameof(form.Kind));
        }

        return View("Reorganise", new ReorganisationPage(
            view, row, await reorganisations.UnderAsync(found, id, cancellationToken), await reorganisations.LastAsync(found, row.Cells[0], cancellationToken), form));
    }
}
