using System.Globalization;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Core.Governance;

/// <summary>Where a request for spending stands. Names are kept in the database: add, and never rename.</summary>
public enum SpendRequestState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>With a board.</summary>
    Requested,

    /// <summary>Back with whoever wrote it.</summary>
    Returned,

    /// <summary>Approved: what is not spent of it is committed.</summary>
    Approved,
    Refused,
    Withdrawn,

    /// <summary>Approved once; what was not spent was given back to the budget.</summary>
    Released,
}

/// <summary>What can be done with a request. Names are kept in the database: add, and never rename.</summary>
public enum SpendRequestAction
{
    Written,
    Changed,
    Requested,

    /// <summary>A board agreed, and passed it up because it is above its limit.</summary>
    PassedUp,
    Returned,
    Approved,
    Refused,
    Withdrawn,
    Released,
}

/// <summary>What a request asks for, as its writer says it.</summary>
/// <param name="Line">Code of the cost line.</param>
/// <param name="Project">Code of the project; nothing where it is for the programme as a whole.</param>
/// <param name="Amounts">Pounds above nothing, each year once.</param>
public sealed record SpendRequestContent(
    string Title, string Line, string? Project, IReadOnlyList<YearAmount> Amounts, string Why, string? Supplier, string? WorkOrder, string? BusinessCase, string? Delivers)
{
    /// <summary>Pounds, over all years.</summary>
    public Money Total => Amounts.Select(a => a.Amount).SumOrNothing().OrZero();
}

/// <summary>What was done with a request, by whom.</summary>
/// <param name="Body">The board that did it; of a request and of one passed up, the board that it went to.</param>
/// <param name="On">The day of it: of a decision, when it was taken.</param>
/// <param name="At">When it was recorded, UTC.</param>
public sealed record SpendRequestEvent(SpendRequestAction Action, string? Body, Person By, DateOnly On, DateTime At, string? Note);

/// <summary>
/// A request for spending against a cost line, and its way through the boards. It changes through the methods named after the
/// actions; each gives the request as it is afterwards, or says why it was refused.
/// </summary>
public sealed record SpendRequest
{
    /// <summary>The reference that people use: <c>SR-07</c>.</summary>
    public required string Ref { get; init; }

    public required SpendRequestContent Content { get; init; }

    public SpendRequestState State { get; init; } = SpendRequestState.Draft;

    /// <summary>Counts every change. Who acts says which revision they saw.</summary>
    public int Revision { get; init; }

    /// <summary>The board that it is with, or that decided it; nothing for a draft.</summary>
    public string? Body { get; init; }

    /// <summary>Everything that was done, the first first.</summary>
    public IReadOnlyList<SpendRequestEvent> Events { get; init; } = [];

    /// <summary>Who wrote it first.</summary>
    public Person? Writer => Events.Count > 0 ? Events[0].By : null;

    /// <summary>Whether somebody wrote it, changed it or asked for it, at any time.</summary>
    public bool IsOwn(Actor actor) => Events.Any(e =>
        e.Action is SpendRequestAction.Written or SpendRequestAction.Changed or SpendRequestAction.Requested && e.By.Is(actor.UserName));

    /// <summary>The day it was approved; nothing where it was not.</summary>
    public DateOnly? ApprovedOn => Events.LastOrDefault(e => e.Action == SpendRequestAction.Approved)?.On;

    /// <summary>As editions hold it; nothing where no board has approved it.</summary>
    public SpendApproval? Approval => Events.LastOrDefault(e => e.Action == SpendRequestAction.Approved) is not { Body: { } body } approved ? null
        : new(Ref, Content.Title, Content.Line, Content.Project, Content.Why, Content.Supplier, Content.WorkOrder, Content.Delivers, Content.Amounts, body, approved.On,
            [.. Events.Where(e => e.Action is not (SpendRequestAction.Written or SpendRequestAction.Changed)).Select(e => new SpendStep(e.Action.Words(), e.Body, e.On, e.Note))])
        {
            ReleasedOn = Events.LastOrDefault(e => e.Action == SpendRequestAction.Released)?.On,
        };

    /// <summary>A new draft.</summary>
    public static SpendRequestResult Write(string reference, Actor actor, SpendRequestContent content, SpendFrame frame) =>
        SpendRequestPolicy.WritingRefusal(actor, content.Project) is { } refusal ? new SpendRequestResult.Refused(refusal)
        : Wrong(content, frame) ?? new SpendRequest { Ref = reference, Content = content }.After(SpendRequestAction.Written, SpendRequestState.Draft, null, actor, frame.Today, frame.Now, null);

    /// <summary>Says something else, while it is with its writer.</summary>
    public SpendRequestResult Change(Actor actor, SpendRequestContent content, SpendFrame frame) =>
        Refusal(SpendRequestAction.Changed, actor, frame) ?? (SpendRequestPolicy.WritingRefusal(actor, content.Project) is { } refusal ? new SpendRequestResult.Refused(refusal) : null)
        ?? Wrong(content, frame) ?? (this with { Content = content }).After(SpendRequestAction.Changed, State, Body, actor, frame.Today, frame.Now, null);

    /// <summary>Puts it before the board that its project belongs to; for the programme as a whole, before the programme board.</summary>
    public SpendRequestResult Ask(Actor actor, SpendFrame frame)
    {
        if (Refusal(SpendRequestAction.Requested, actor, frame) is { } refused)
        {
            return refused;
        }

        if (frame.FirstBoard(Content.Project) is not { } board)
        {
            return Not("", "There is no board that it could go to. The PMO keeps the boards and what each may approve in the registers.");
        }

        if (frame.Delegation.WhoMayApprove(board, Content.Line, Content.Total) is null)
        {
            return Not("", $"No board from {board} upwards may approve {Pounds(Content.Total)} on cost line {Content.Line}. The PMO keeps what each may approve in the register of limits.");
        }

        return After(SpendRequestAction.Requested, SpendRequestState.Requested, board, actor, frame.Today, frame.Now, null);
    }

    /// <summary>Gives it back with what has to change.</summary>
    public SpendRequestResult Return(Actor actor, string? note, SpendFrame frame) =>
        Refusal(SpendRequestAction.Returned, actor, frame) ?? NoteNeeded(note, "Say what has to change.")
        ?? After(SpendRequestAction.Returned, SpendRequestState.Returned, Body, actor, frame.Today, frame.Now, note!.Trim());

    /// <summary>
    /// The board agrees. Within its limit that approves the request; above it, the request goes to the board above by itself.
    /// Nobody approves more than the budget holds.
    /// </summary>
    /// <param name="day">When the board decided.</param>
    public SpendRequestResult Approve(Actor actor, DateOnly? day, string? note, SpendFrame frame)
    {
        if ((Refusal(SpendRequestAction.Approved, actor, frame) ?? DayNeeded(day, frame)) is { } refused)
        {
            return refused;
        }

        var left = frame.LeftOf(Content.Line);
        if (Content.Total > left)
        {
            return Not("", left > Money.Zero
                ? $"The budget of cost line {Content.Line} has {Pounds(left)} left: {Pounds(Content.Total)} cannot be approved by anybody. Return the request, or have the budget changed first."
                : $"The budget of cost line {Content.Line} is spent or committed: {Pounds(Content.Total)} cannot be approved by anybody. Return the request, or have the budget changed first.");
        }

        var limit = frame.Delegation.LimitOf(Body!, Content.Line);
        if (limit is { } most && Content.Total <= most)
        {
            return After(SpendRequestAction.Approved, SpendRequestState.Approved, Body, actor, day!.Value, frame.Now, Text(note));
        }

        // It goes where it can go; that there is somebody who may approve it was seen when it was asked for, and may have changed.
        return frame.Delegation.Above(Body!) is not { } above || frame.Delegation.WhoMayApprove(above, Content.Line, Content.Total) is null
            ? Not("", $"{Pounds(Content.Total)} is above what {Body} may approve, and no board above it may approve so much. The PMO keeps what each may approve in the register of limits.")
            : After(SpendRequestAction.PassedUp, SpendRequestState.Requested, above, actor, day!.Value, frame.Now, AboveLimit(limit, note));
    }

    /// <summary>The board says no.</summary>
    /// <param name="day">When the board decided.</param>
    public SpendRequestResult Refuse(Actor actor, DateOnly? day, string? note, SpendFrame frame) =>
        Refusal(SpendRequestAction.Refused, actor, frame) ?? DayNeeded(day, frame) ?? NoteNeeded(note, "Say why the board refused it.")
        ?? After(SpendRequestAction.Refused, SpendRequestState.Refused, Body, actor, day!.Value, frame.Now, note!.Trim());

    /// <summary>Takes it back before it is decided.</summary>
    public SpendRequestResult Withdraw(Actor actor, string? note, SpendFrame frame) =>
        Refusal(SpendRequestAction.Withdrawn, actor, frame) ?? After(SpendRequestAction.Withdrawn, SpendRequestState.Withdrawn, Body, actor, frame.Today, frame.Now, Text(note));

    /// <summary>Gives back to the budget what was approved and not spent.</summary>
    public SpendRequestResult Release(Actor actor, string? note, SpendFrame frame) =>
        Refusal(SpendRequestAction.Released, actor, frame) ?? NoteNeeded(note, "Say why the rest is not needed.")
        ?? After(SpendRequestAction.Released, SpendRequestState.Released, Body, actor, frame.Today, frame.Now, note!.Trim());

    private static SpendRequestResult? Wrong(SpendRequestContent content, SpendFrame frame) =>
        SpendRequestCheck.Of(content, frame) is { Count: > 0 } problems ? new SpendRequestResult.Refused(new("Something is missing or wrong.", problems)) : null;

    private SpendRequestResult? Refusal(SpendRequestAction action, Actor actor, SpendFrame frame) =>
        SpendRequestPolicy.Refusal(action, this, actor, frame) is { } refusal ? new SpendRequestResult.Refused(refusal) : null;

    private SpendRequestResult? DayNeeded(DateOnly? day, SpendFrame frame)
    {
        var asked = Events.Last(e => e.Action is SpendRequestAction.Requested or SpendRequestAction.PassedUp).On;
        return day is null ? Not("day", "Enter the day on which the board decided.")
            : day > frame.Today ? Not("day", $"{DateFormat.Long(day.Value)} is still to come. Enter the day on which the board decided, {DateFormat.Long(frame.Today)} at the latest.")
            : day < asked ? Not("day", $"The board has had it since {DateFormat.Long(asked)}. Enter that day or a later one.")
            : null;
    }

    private static SpendRequestResult? NoteNeeded(string? note, string sentence) => string.IsNullOrWhiteSpace(note) ? Not("note", sentence) : null;

    private static SpendRequestResult.Refused Not(string field, string sentence) => new(new(sentence, [new(field, sentence)]));

    private static string? Text(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    private string AboveLimit(Money? limit, string? note)
    {
        var why = limit is { } most ? $"{Pounds(Content.Total)} is above the {Pounds(most)} that {Body} may approve." : $"{Body} may approve no spending on cost line {Content.Line}.";
        return Text(note) is { } said ? $"{why} {said}" : why;
    }

    private static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);

    private SpendRequestResult.Done After(SpendRequestAction action, SpendRequestState state, string? body, Actor actor, DateOnly on, DateTime at, string? note) =>
        new(this with { State = state, Body = body, Revision = Revision + 1, Events = [.. Events, new(action, body, actor.Person, on, at, note)] });
}

/// <summary>What came of an action on a request.</summary>
public abstract record SpendRequestResult
{
    private SpendRequestResult()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done(SpendRequest Request) : SpendRequestResult;

    /// <summary>It was refused and nothing has changed.</summary>
    public sealed record Refused(SpendRefusal Refusal) : SpendRequestResult;
}

/// <summary>Why something was not done with a request.</summary>
/// <param name="Problems">At which fields, where that is the reason.</param>
/// <param name="IsNotAllowed">Whether it is the person who may not do it, whatever the request says.</param>
public sealed record SpendRefusal(string Sentence, IReadOnlyList<SpendProblem> Problems, bool IsNotAllowed = false);

/// <summary>What is wrong with a field of a request.</summary>
/// <param name="Field">Empty where it is about the whole.</param>
public sealed record SpendProblem(string Field, string Sentence);

/// <summary>What a request is judged by: who may approve what, what the budget holds, and what day it is.</summary>
/// <param name="Lines">The cost lines with budget, spend and what is committed on them.</param>
/// <param name="Projects">Code and board of each project that is there.</param>
/// <param name="Approvals">Every request that was approved.</param>
/// <param name="Now">UTC.</param>
public sealed record SpendFrame(
    IReadOnlyList<Board> Boards,
    IReadOnlyList<BoardMember> Members,
    IReadOnlyList<BoardLimit> Limits,
    IReadOnlyList<CostLine> Lines,
    IReadOnlyList<(string Code, string Name, string Board)> Projects,
    IReadOnlyList<SpendApproval> Approvals,
    FinancialYear FirstYear,
    FinancialYear LastYear,
    DateOnly Today,
    DateTime Now)
{
    public Delegation Delegation { get; } = new(Boards, Limits);

    /// <summary>The board that a request goes to first; nothing where there is none.</summary>
    public string? FirstBoard(string? project) => project is not null
        ? Projects.Where(p => p.Code == project).Select(p => p.Board).FirstOrDefault()
        : Boards.FirstOrDefault(b => b.Kind == BoardKind.ProgrammeBoard)?.Name;

    /// <summary>The cost line of a code; nothing where there is none.</summary>
    public CostLine? Line(string code) => Lines.FirstOrDefault(l => l.Code == code);

    /// <summary>What a cost line's budget still holds, over all years: neither spent nor committed. Pounds; below nothing where more was spent.</summary>
    public Money LeftOf(string code) => Line(code) is not { } line ? Money.Zero
        : Sum(line, CostKind.Budget) - Sum(line, CostKind.Actual) - Committed(line);

    /// <summary>What is committed on a cost line today, by requests and otherwise, in pounds.</summary>
    public Money Committed(CostLine line)
    {
        var recorded = line.Amounts.Where(a => a.Kind == CostKind.Committed).ToList();
        var latest = recorded.Select(a => a.Month).Max();
        return recorded.Where(a => a.Month == latest).Select(a => a.Amount)
            .Concat(Commitments.Of(line, Approvals, Month).Select(a => a.Amount)).SumOrNothing().OrZero();
    }

    /// <summary>What a request still holds today, in pounds.</summary>
    public Money LeftOf(SpendRequest request) => Line(request.Content.Line) is { } line ? Commitments.Left(line, Approvals, Month, request.Ref) : Money.Zero;

    /// <summary>Pounds of a kind on a cost line, over all years.</summary>
    public static Money Sum(CostLine line, CostKind kind) => line.Amounts.Where(a => a.Kind == kind).Select(a => a.Amount).SumOrNothing().OrZero();

    private ReportingMonth Month => ReportingMonth.Containing(Today);
}

public static class SpendRequestWords
{
    /// <summary>What was done, as a page says it.</summary>
    public static string Words(this SpendRequestAction action) => action == SpendRequestAction.PassedUp ? "Agreed and passed up" : action.ToString();

    /// <summary>The next free reference.</summary>
    public static string NextRef(IEnumerable<string> taken)
    {
        var last = taken.Select(r => r.StartsWith("SR-", StringComparison.Ordinal)
            && int.TryParse(r[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"SR-{last + 1:00}");
    }
}
