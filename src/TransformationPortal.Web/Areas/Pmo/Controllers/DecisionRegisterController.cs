using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TransformationPortal.Core;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Areas.Pmo.Models;
using TransformationPortal.Web.Pages;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Pmo.Controllers;

/// <summary>The PMO’s register of decisions: what figures wait for, what each would move, and what came of it.</summary>
[Area("Pmo")]
[Authorize(Policy = ReportPolicies.Pmo)]
[Route("pmo/decisions")]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class DecisionRegisterController(DecisionRegister register, CarryForwards carryForwards, UserManager<PortalUser> users) : Controller
{
    private const string Home = "~/pmo/decisions";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var now = await register.NowAsync(cancellationToken);
        var homeless = SavingsSlices.Of(SavingsKind.RevisedTarget, DecisionBasis.IfAgreed).Where(SavingsDimension.Year, LedgerKeys.None);
        return View(new DecisionsPage(
            await register.ListAsync(cancellationToken),
            [.. FinancialYear.Range(now.Programme.FirstYear, now.Programme.LastYear).Where(y => y.LastDay < register.Today).Reverse()],
            now.Savings.Sum(homeless)));
    }

    [HttpGet("new")]
    public IActionResult New() => View(new DecisionFormPage(null, null, DecisionForm.Empty.NewDecision([]), []));

    [HttpPost("new")]
    public async Task<IActionResult> New(DecisionForm form, CancellationToken cancellationToken)
    {
        var due = Day("due", form.Due, out var unread);
        var answer = unread is null ? await register.AddAsync(form.Title, form.Body, due, form.Note, cancellationToken) : DecisionAnswer.Refused(unread);
        return answer.IsDone
            ? Redirect($"{Home}/{answer.Ref}?done=added")
            : Wrong(View(new DecisionFormPage(null, null, form.NewDecision(answer.Problems), answer.Problems)));
    }

    [HttpGet("{reference}")]
    public Task<IActionResult> Show(string reference, string? done, CancellationToken cancellationToken) =>
        WithAsync(reference, async item => View(new RegisteredDecisionPage(item, (await register.NowAsync(cancellationToken)).Programme, done)), cancellationToken);

    [HttpGet("{reference}/outcome")]
    public Task<IActionResult> Outcome(string reference, CancellationToken cancellationToken) =>
        WithAsync(reference, item => Task.FromResult<IActionResult>(View(new DecisionFormPage(item, null, DecisionForm.Empty.Deciding([]), []))), cancellationToken);

    [HttpPost("{reference}/outcome")]
    public Task<IActionResult> Outcome(string reference, DecisionForm form, CancellationToken cancellationToken) => WithAsync(
        reference,
        async item =>
        {
            var day = Day("day", form.Day, out var unread);
            var outcome = Enum.TryParse<DecisionOutcome>(form.Outcome, ignoreCase: false, out var chosen) && Enum.IsDefined(chosen) ? chosen : (DecisionOutcome?)null;
            var answer = unread is null || !item.IsPending
                ? await register.RecordOutcomeAsync(item.Decision.Ref, outcome, day, form.Note, await PersonAsync(), cancellationToken)
                : DecisionAnswer.Refused(unread);
            return answer.IsDone
                ? Redirect($"{Home}/{item.Decision.Ref}?done=recorded")
                : Wrong(View(new DecisionFormPage(item, null, form.Deciding(answer.Problems), answer.Problems)), item.IsPending);
        },
        cancellationToken);

    [HttpGet("{reference}/moves/new")]
    public Task<IActionResult> Move(string reference, CancellationToken cancellationToken) => WithAsync(
        reference,
        async item => View(new DecisionFormPage(item, null, DecisionForm.Empty.NewMove(await register.NowAsync(cancellationToken), register.Today, []), [])),
        cancellationToken);

    [HttpPost("{reference}/moves/new")]
    public Task<IActionResult> Move(string reference, DecisionForm form, CancellationToken cancellationToken) => WithAsync(
        reference,
        async item =>
        {
            var (move, problems) = Read(item.Decision.Ref, form);
            var answer = move is null ? DecisionAnswer.Refused(problems) : await register.AddMoveAsync(move, cancellationToken);
            return answer.IsDone
                ? Redirect($"{Home}/{item.Decision.Ref}?done=moved")
                : Wrong(View(new DecisionFormPage(item, null, form.NewMove(await register.NowAsync(cancellationToken), register.Today, answer.Problems), answer.Problems)), item.IsPending);
        },
        cancellationToken);

    [HttpGet("{reference}/moves/{move:int}/year")]
    public Task<IActionResult> Rehome(string reference, int move, CancellationToken cancellationToken) =>
        WithMoveAsync(reference, move, (item, found) => RehomePageAsync(item, found, DecisionForm.Empty, [], cancellationToken), cancellationToken);

    [HttpPost("{reference}/moves/{move:int}/year")]
    public Task<IActionResult> Rehome(string reference, int move, DecisionForm form, CancellationToken cancellationToken) => WithMoveAsync(
        reference,
        move,
        async (item, found) =>
        {
            var year = FinancialYearReader.Read(form.Year).Value;
            if (year is { } home && form.Confirmed != "yes" && (await register.CheckRehomingAsync(found.Move, home, cancellationToken)).Count == 0)
            {
                return View("Rehome", new DecisionFormPage(item, found, [], []) { Asked = home });
            }

            var answer = await register.RehomeAsync(item.Decision.Ref, found.Id, year, await PersonAsync(), cancellationToken);
            return answer.IsDone ? Redirect($"{Home}/{item.Decision.Ref}?done=rehomed") : await RehomePageAsync(item, found, form, answer.Problems, cancellationToken);
        },
        cancellationToken);

    [HttpPost("{reference}/moves/{move:int}/take-back")]
    public Task<IActionResult> TakeBack(string reference, int move, CancellationToken cancellationToken) => WithMoveAsync(
        reference,
        move,
        async (item, found) =>
        {
            var answer = await register.TakeBackYearAsync(item.Decision.Ref, found.Id, cancellationToken);
            return answer.IsDone
                ? Redirect($"{Home}/{item.Decision.Ref}?done=taken-back")
                : Wrong(View("Show", new RegisteredDecisionPage(item, (await register.NowAsync(cancellationToken)).Programme, null) { Refusal = answer.Problems[0].Sentence }), isOpen: false);
        },
        cancellationToken);

    [HttpGet("carry-forward/{year}")]
    public Task<IActionResult> CarryForward(string year, CancellationToken cancellationToken) => CarryForwardPageAsync(year, DecisionForm.Empty, [], cancellationToken);

    [HttpPost("carry-forward/{year}")]
    public async Task<IActionResult> CarryForward(string year, string? seen, DecisionForm form, CancellationToken cancellationToken)
    {
        if (FinancialYearReader.Read(year).Value is not { } closed)
        {
            return await CarryForwardPageAsync(year, form, [], cancellationToken);
        }

        var answer = await carryForwards.CarryAsync(closed, seen, form.Body, form.Note, await PersonAsync(), cancellationToken);
        return answer.IsDone ? Redirect($"{Home}/{answer.Ref}?done=carried") : await CarryForwardPageAsync(year, form, answer.Problems, cancellationToken);
    }

    private static (Reprofile? Move, IReadOnlyList<DecisionProblem> Problems) Read(string reference, DecisionForm form)
    {
        var problems = new List<DecisionProblem>();
        var typed = AmountReader.Read(form.Amount);
        var amount = typed.Value is { } pounds ? new Money(pounds) : (Money?)null;
        var from = FinancialYearReader.Read(form.FromYear).Value;
        var to = FinancialYearReader.Read(form.ToYear).Value;
        var band = Enum.TryParse<Confidence>(form.Confidence, ignoreCase: false, out var chosen) && Enum.IsDefined(chosen) ? chosen : (Confidence?)null;
        Need(string.IsNullOrWhiteSpace(form.Line), "line", "Choose the savings line.");
        Need(amount is null, "amount", typed.Typed.Length > 0 ? typed.Refusal! : "Enter how many pounds move, such as 755,000.");
        Need(from is null, "fromYear", "Choose the year that the saving leaves.");
        Need(!string.IsNullOrEmpty(form.ToYear) && to is null, "toYear", "Choose a year of the programme, or none.");
        Need(band is null or Confidence.Delivered, "confidence", "Choose the confidence that the amount stands at: what is delivered cannot move.");
        return problems.Count > 0 ? (null, problems) : (new(reference, form.Line!, form.Label ?? "", amount!.Value, from!.Value, to, band!.Value, form.Note), []);

        void Need(bool missing, string field, string sentence)
        {
            if (missing)
            {
                problems.Add(new(field, sentence));
            }
        }
    }

    private static DateOnly? Day(string field, string? text, out DecisionProblem? unread)
    {
        unread = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reading = DayReader.Read(text);
        unread = reading.Refusal is { } refusal ? new(field, refusal) : null;
        return reading.Value;
    }

    private async Task<IActionResult> RehomePageAsync(
        RegisteredDecision item, RegisteredMove move, DecisionForm form, IReadOnlyList<DecisionProblem> problems, CancellationToken cancellationToken)
    {
        var page = View("Rehome", new DecisionFormPage(item, move, form.Rehoming(await register.NowAsync(cancellationToken), move, register.Today, problems), problems));
        return problems.Count == 0 ? page : Wrong(page, move.IsHomeless);
    }

    private async Task<IActionResult> CarryForwardPageAsync(string text, DecisionForm form, IReadOnlyList<DecisionProblem> problems, CancellationToken cancellationToken)
    {
        if (FinancialYearReader.Read(text).Value is not { } year)
        {
            return Missing($"“{text}” is not a financial year such as 2018-19.");
        }

        var (plan, refusal) = await carryForwards.PreviewAsync(year, cancellationToken);
        if (plan is null)
        {
            return Missing(refusal!);
        }

        var page = View("CarryForward", new CarryForwardPage(plan, await register.NowAsync(cancellationToken), form.CarryingForward(problems), problems));
        return problems.Count == 0 ? page : Wrong(page);
    }

    private async Task<IActionResult> WithAsync(string reference, Func<RegisteredDecision, Task<IActionResult>> show, CancellationToken cancellationToken) =>
        await register.FindAsync(reference, cancellationToken) is { } item ? await show(item) : Missing($"There is no decision “{reference}” in the register.");

    private Task<IActionResult> WithMoveAsync(string reference, int move, Func<RegisteredDecision, RegisteredMove, Task<IActionResult>> show, CancellationToken cancellationToken) =>
        WithAsync(reference, item => item.Moves.FirstOrDefault(m => m.Id == move) is { } found
            ? show(item, found)
            : Task.FromResult<IActionResult>(Missing($"{item.Decision.Ref} has no such re-profile.")), cancellationToken);

    // What was typed is wrong, or what it is about is settled already.
    private ViewResult Wrong(ViewResult page, bool isOpen = true)
    {
        Response.StatusCode = isOpen ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return page;
    }

    private ViewResult Missing(string message)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new MissingPage(message, [new("Register of decisions", Url.Content(Home))]));
    }

    private async Task<Person> PersonAsync()
    {
        var user = await users.GetUserAsync(User) ?? throw new InvalidOperationException("The account that is signed in is no longer there.");
        return new(user.UserName!, user.DisplayName);
    }
}
