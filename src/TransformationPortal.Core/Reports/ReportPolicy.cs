namespace TransformationPortal.Core.Reports;

/// <summary>
/// Who may act on a report, and when.
/// <list type="bullet">
/// <item>An officer writes the reports of their own projects; the PMO may write any.</item>
/// <item>A report is written while it is not started, a draft or returned. Once it is submitted its content stands still until
/// the PMO returns it; a doubt may still be answered, by those who may write it.</item>
/// <item>Finance confirms the savings of a submitted report, or says why not.</item>
/// <item>The PMO returns or approves a submitted report, and alone may reopen an approved one.</item>
/// <item>Nobody confirms, returns, approves or reopens a report that they started, edited, answered a doubt of or submitted,
/// whatever roles they hold.</item>
/// </list>
/// </summary>
public static class ReportPolicy
{
    /// <summary>Officers on their own projects, the PMO on any.</summary>
    public static bool MayWrite(Actor actor, string project) => actor.IsPmo || (actor.IsOfficer && actor.Owns(project));

    /// <summary>Those who may write it, and finance.</summary>
    public static bool MayRead(Actor actor, string project) => MayWrite(actor, project) || actor.IsFinance;

    /// <summary>Finance, on reports of others.</summary>
    public static bool MayConfirmSavings(Actor actor, HighlightReport report) => actor.IsFinance && !IsOwn(actor, report);

    /// <summary>The PMO, on reports of others: returning, approving and reopening.</summary>
    public static bool MayDecide(Actor actor, HighlightReport report) => actor.IsPmo && !IsOwn(actor, report);

    /// <summary>Whether somebody started, edited, answered for or submitted the report, at any time.</summary>
    public static bool IsOwn(Actor actor, HighlightReport report) => report.Writers.Any(w => w.Is(actor.UserName));

    /// <summary>Whether an action is open to anybody in a state.</summary>
    public static bool IsPossible(ReportAction action, ReportState state) => action switch
    {
        ReportAction.Start => state == ReportState.NotStarted,
        ReportAction.Save or ReportAction.Submit => state.IsWithOfficer(),
        ReportAction.ReportNoChange => state is ReportState.NotStarted or ReportState.Draft,
        ReportAction.AnswerDoubt => state is ReportState.Draft or ReportState.Returned or ReportState.Submitted,
        ReportAction.ConfirmSavings or ReportAction.DeclineSavings or ReportAction.Return or ReportAction.Approve => state == ReportState.Submitted,
        ReportAction.Reopen => state == ReportState.Approved,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    /// <summary>What somebody may do with a report as it stands, for the buttons of a page. The action itself may still be refused for what the report holds.</summary>
    public static IReadOnlyList<ReportAction> Allowed(HighlightReport report, Actor actor) =>
        [.. Enum.GetValues<ReportAction>().Where(action => Refusal(action, report, actor) is null)];

    /// <summary>Who may act next, for people who wonder why they cannot.</summary>
    public static string WhoActs(ReportState state) => state switch
    {
        ReportState.NotStarted or ReportState.Draft => "It is with the project’s officers, who write and submit it. The PMO may do so for them.",
        ReportState.Submitted => "It is with finance, who confirm its savings, and then with the PMO, who return or approve it.",
        ReportState.Returned => "It is back with the project’s officers, who change what the PMO asked for and submit it again.",
        ReportState.Approved => "It is the project’s position for the month. Only the PMO can reopen it, with a reason.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a report."),
    };

    /// <summary>Why somebody may not do something with a report as it stands; nothing when they may.</summary>
    public static ReportRefusal? Refusal(ReportAction action, HighlightReport report, Actor actor) =>
        RoleRefusal(action, report, actor) ?? StateRefusal(action, report);

    private static ReportRefusal? RoleRefusal(ReportAction action, HighlightReport report, Actor actor)
    {
        switch (action)
        {
            case ReportAction.ConfirmSavings or ReportAction.DeclineSavings:
                return !actor.IsFinance ? new(RefusalReason.NotAllowed, "Only finance can confirm the savings of a report, or say why not.")
                    : IsOwn(actor, report) ? new(RefusalReason.OwnReport, "You have written this report yourself. Somebody else in finance must confirm its savings.")
                    : null;
            case ReportAction.Return or ReportAction.Approve or ReportAction.Reopen:
                return !actor.IsPmo ? new(RefusalReason.NotAllowed, $"Only the PMO can {Verb(action)} a report.")
                    : IsOwn(actor, report) ? new(RefusalReason.OwnReport, $"You have written this report yourself. Somebody else in the PMO must {Verb(action)} it.")
                    : null;
            default:
                return MayWrite(actor, report.Project) ? null
                    : new(RefusalReason.NotAllowed, $"Only the officers assigned to {report.Project}, or the PMO, can write its report.");
        }
    }

    private static ReportRefusal? StateRefusal(ReportAction action, HighlightReport report)
    {
        if (IsPossible(action, report.State))
        {
            return null;
        }

        var stands = report.State switch
        {
            ReportState.NotStarted => "has not been started",
            ReportState.Draft => "is still a draft",
            ReportState.Submitted => "has been submitted",
            ReportState.Returned => "has been returned",
            _ => "has been approved",
        };
        return new(RefusalReason.WrongState, $"You cannot {Verb(action)} the report of {report.Project} for {report.Month.Name}: it {stands}. {WhoActs(report.State)}");
    }

    private static string Verb(ReportAction action) => action switch
    {
        ReportAction.Start => "start",
        ReportAction.Save => "change",
        ReportAction.ReportNoChange => "report no change in",
        ReportAction.AnswerDoubt => "answer a doubt about",
        ReportAction.Submit => "submit",
        ReportAction.ConfirmSavings => "confirm the savings of",
        ReportAction.DeclineSavings => "decline the savings of",
        ReportAction.Return => "return",
        ReportAction.Approve => "approve",
        ReportAction.Reopen => "reopen",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };
}
