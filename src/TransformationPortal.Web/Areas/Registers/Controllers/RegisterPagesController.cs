using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Web.Areas.Registers.Models;
using TransformationPortal.Web.Models;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Registers.Controllers;

/// <summary>The pages of every register: list, filter, add, change, take out, bring back, and what happened.</summary>
[Area("Registers")]
[Route("pmo/registers")]
public sealed class RegisterPagesController(RegisterDesk desk, ReportActors actors, CouncilClock clock) : RegisterController(actors)
{
    private const int HistoryShown = 200;
    private const string Day = "HoldsFrom";

    [HttpGet("")]
    public IActionResult Index() => View("Index", AllRegisters.Kept);

    /// <param name="q">Words that a row's cells must hold.</param>
    [HttpGet("{register}")]
    public async Task<IActionResult> Rows(string register, string? q, string? done, CancellationToken cancellationToken) => AllRegisters.FindKept(register) is { } found
        ? View("Rows", new RegisterRowsPage(await desk.OpenAsync(found, cancellationToken), q?.Trim(), done))
        : NoSuchRegister(register);

    [HttpGet("{register}/history")]
    public async Task<IActionResult> History(string register, CancellationToken cancellationToken) => AllRegisters.FindKept(register) is { } found
        ? View("History", new RegisterHistoryPage(found, new(
            await desk.HistoryAsync(found, null, HistoryShown, cancellationToken), await desk.WordsAsync(cancellationToken), await desk.NamesAsync(cancellationToken))))
        : NoSuchRegister(register);

    [HttpGet("{register}/add")]
    public async Task<IActionResult> Add(string register, CancellationToken cancellationToken) => AllRegisters.FindKept(register) is { } found
        ? View("Row", new RegisterRowPage(await desk.OpenAsync(found, cancellationToken), null, [.. found.Columns.Select(_ => "")], []))
        : NoSuchRegister(register);

    [HttpPost("{register}/add")]
    public Task<IActionResult> AddRow(string register, string? sure, HoldsFromInput holds, CancellationToken cancellationToken) =>
        SaveAsync(register, null, found => Posted(found) with { Sure = sure }, holds, cancellationToken);

    [HttpGet("{register}/{id:length(16)}")]
    public async Task<IActionResult> Row(string register, string id, CancellationToken cancellationToken)
    {
        if (AllRegisters.FindKept(register) is not { } found)
        {
            return NoSuchRegister(register);
        }

        var view = await desk.OpenAsync(found, cancellationToken);
        return view.Rows.FirstOrDefault(r => r.Id == id) is { } row
            ? View("Row", new RegisterRowPage(view, row, row.Cells, await desk.HistoryAsync(found, row.Recorded, HistoryShown, cancellationToken)))
            : NoSuchRow(found);
    }

    [HttpPost("{register}/{id:length(16)}")]
    public Task<IActionResult> Save(string register, string id, string? seen, string? sure, HoldsFromInput holds, CancellationToken cancellationToken) =>
        SaveAsync(register, id, found => Posted(found) with { Seen = seen, Was = Was(found), Sure = sure, IsDayChosen = holds.IsChosen(clock.Today) }, holds, cancellationToken);

    [HttpPost("{register}/{id:length(16)}/remove")]
    public Task<IActionResult> Remove(string register, string id, string? seen, string? confirm, HoldsFromInput holds, CancellationToken cancellationToken) => ActAsync(register, id, "confirm", "removed", holds, async (found, person, from) =>
        (await desk.OpenAsync(found, cancellationToken)).Rows.FirstOrDefault(r => r.Id == id) is { } row && !string.Equals(confirm?.Trim(), RegisterRowPage.ToConfirm(row), StringComparison.OrdinalIgnoreCase)
            ? new RowOutcome.Refused([new(found.Title, null, "confirm", confirm, $"“{RegisterRowPage.ToConfirm(row)}”, to confirm what is taken out")])
            : await desk.RemoveAsync(found, id, seen, person, cancellationToken, from), cancellationToken);

    [HttpPost("{register}/{id:length(16)}/restore")]
    public Task<IActionResult> Restore(string register, string id, HoldsFromInput holds, CancellationToken cancellationToken) =>
        ActAsync(register, id, "restore", "restored", holds, (found, person, from) => desk.RestoreAsync(found, id, person, cancellationToken, from), cancellationToken);

    private async Task<IActionResult> SaveAsync(string register, string? id, Func<RegisterDefinition, TypedRow> posted, HoldsFromInput holds, CancellationToken cancellationToken)
    {
        if (AllRegisters.FindKept(register) is not { } found)
        {
            return NoSuchRegister(register);
        }

        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        var typed = posted(found);
        var contested = found.Columns.Where(c => Request.Form["contested"].Contains(c.Name)).ToList();
        var (from, wrong) = holds.Read(clock.Today);
        List<ImportProblem> unchosen =
        [
            .. contested.Where(c => Request.Form[$"keep.{c.Name}"] is not ["mine" or "theirs"])
                .Select(c => new ImportProblem(found.Title, null, c.Name, null, "Choose which of the two is to stand") { IsSentence = true }),
        ];
        var outcome = unchosen.Count > 0 ? new RowOutcome.Refused(unchosen)
            : wrong is null ? await desk.SaveAsync(found, id, typed, person, cancellationToken, from) : NoDay(found, wrong);
        if (outcome is RowOutcome.Done saved)
        {
            ReadNotes.Keep(TempData, saved.Notes);
            return LocalRedirect($"~/pmo/registers/{found.Name}?done={(id is null ? "added" : saved.IsDayPutRight ? "dated" : saved.IsNothing ? "same" : saved.IsTogether ? "together" : "changed")}");
        }

        var view = await desk.OpenAsync(found, cancellationToken);
        var row = id is null ? null : view.Rows.FirstOrDefault(r => r.Id == id);
        Explain(outcome, found.Columns[0].Name);
        if (id is not null && row is null or { IsRetired: true })
        {
            return Gone(view, typed, holds);
        }

        var merge = (outcome as RowOutcome.Conflicted)?.Merge;
        return View("Row", new RegisterRowPage(
            view, row, merge?.Cells ?? typed.Typed, row is null ? [] : await desk.HistoryAsync(found, row.Recorded, HistoryShown, cancellationToken))
        {
            Holds = holds,
            Sure = (outcome as RowOutcome.Asked)?.Key,
            Seen = merge is null ? typed.Seen : row?.Seen,
            Was = merge is null ? typed.Was : row?.Cells,
            Contested = merge?.Contested ?? contested,
        });
    }

    // Somebody took the row out, or gave it another key, while it was being changed: nothing of what was typed is lost.
    private ViewResult Gone(RegisterView view, TypedRow typed, HoldsFromInput holds)
    {
        ModelState.Clear();
        ModelState.AddModelError(view.Register.Columns[0].Name, "The register has no such row now: somebody took it out, or gave it another key, while you were changing it. What you typed is here, to be added as a new row");
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Row", new RegisterRowPage(view, null, typed.Typed, []) { Holds = holds });
    }

    // Where it was chosen that the other's text stands, it stands.
    private TypedRow Posted(RegisterDefinition register) => new(
        [.. register.Columns.Select(c => Request.Form[Request.Form[$"keep.{c.Name}"] == "theirs" ? $"was.{c.Name}" : c.Name].ToString())]);

    private List<string>? Was(RegisterDefinition register) =>
        register.Columns.All(c => Request.Form.ContainsKey($"was.{c.Name}")) ? [.. register.Columns.Select(c => Request.Form[$"was.{c.Name}"].ToString())] : null;

    private async Task<IActionResult> ActAsync(
        string register, string id, string field, string done, HoldsFromInput holds, Func<RegisterDefinition, Person, HoldsFrom?, Task<RowOutcome>> act, CancellationToken cancellationToken)
    {
        if (AllRegisters.FindKept(register) is not { } found)
        {
            return NoSuchRegister(register);
        }

        if (await PersonAsync(cancellationToken) is not { } person)
        {
            return Challenge();
        }

        var (from, wrong) = holds.Read(clock.Today);
        var outcome = wrong is null ? await act(found, person, from) : NoDay(found, wrong);
        if (outcome is RowOutcome.Done)
        {
            return LocalRedirect($"~/pmo/registers/{found.Name}?done={done}");
        }

        var view = await desk.OpenAsync(found, cancellationToken);
        if (outcome is RowOutcome.NotFound || view.Rows.FirstOrDefault(r => r.Id == id) is not { } row)
        {
            return NoSuchRow(found);
        }

        Explain(outcome is RowOutcome.Refused refused ? new RowOutcome.Refused([.. refused.Problems.Select(p => p.Column is null or Day ? p : p with { Column = field })]) : outcome, field);
        return View("Row", new RegisterRowPage(view, row, row.Cells, await desk.HistoryAsync(found, row.Recorded, HistoryShown, cancellationToken)) { Holds = holds });
    }

    private static RowOutcome.Refused NoDay(RegisterDefinition register, string wrong) => new([new(register.Title, null, Day, null, wrong) { IsSentence = true }]);
}
