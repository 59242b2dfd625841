using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
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

        if (form.Again)
        {
            return await ShowAsync(register, id, form, null, cancellationToken);
        }

        reorganisations.IsTrial = !form.Agreed;
        var outcome = await DoAsync(found, id, form, person, cancellationToken);
        return outcome is not RowOutcome.Done ? await ShowAsync(register, id, form, outcome, cancellationToken)
            : form.Agreed ? LocalRedirect($"~/pmo/registers/{found.Name}?done={form.Kind.ToString()!.ToLowerInvariant()}")
            : await LookAsync(found, id, form, cancellationToken);
    }

    private async Task<RowOutcome> DoAsync(RegisterDefinition found, string id, ReorganisationForm form, Person person, CancellationToken cancellationToken)
    {
        var day = form.Day ?? "";
        return form.Kind switch
        {
            ReorganisationKind.Renamed => await reorganisations.RenameAsync(found, id, form.NewName ?? "", day, person, cancellationToken),
            ReorganisationKind.Merged => await reorganisations.MergeAsync(found, id, form.Into ?? "", day, person, cancellationToken),
            ReorganisationKind.Split => await reorganisations.SplitAsync(found, id, form.PartName ?? "", day, new(form.Projects ?? [], form.Lines ?? []), person, cancellationToken),
            ReorganisationKind.PartMoved => await reorganisations.MovePartAsync(
                found, id, form.PartInto ?? "", day, new(form.MovedProjects ?? [], form.MovedLines ?? []), person, cancellationToken),
            _ => new RowOutcome.Refused([new(found.Title, null, "Kind", null, "what happens to it")]),
        };
    }

    // What it would do, from the same form; nothing is stored yet.
    private async Task<IActionResult> LookAsync(RegisterDefinition found, string id, ReorganisationForm form, CancellationToken cancellationToken)
    {
        var view = await desk.OpenAsync(found, cancellationToken);
        var row = view.Rows.First(r => r.Id == id && !r.IsRetired);
        var to = form.Kind switch
        {
            ReorganisationKind.Renamed => form.NewName!.Trim(),
            ReorganisationKind.Split => form.PartName!.Trim(),
            ReorganisationKind.Merged => view.Rows.First(r => r.Id == form.Into).Name,
            _ => view.Rows.First(r => r.Id == form.PartInto).Name,
        };
        return View("Look", new ReorganisationLook(view, row, await reorganisations.UnderAsync(found, id, cancellationToken), form, to, DayReader.Read(form.Day).Value!.Value));
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
