namespace TransformationPortal.Core.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    NotStarted,

    /// <summary>Being written.</summary>
    Draft,

    /// <summary>With finance and the PMO.</summary>
    Submitted,

    /// <summary>Back with its officer, with what must change.</summary>
    Returned,

    /// <summary>The project's position for the month.</summary>
    Approved,
}

/// <summary>What can be done with a report.</summary>
public enum ReportAction
{
    Start,
    Save,
    ReportNoChange,
    AnswerDoubt,
    Submit,
    ConfirmSavings,
    DeclineSavings,
    Return,
    Approve,
    Reopen,
}

public static class ReportStateFacts
{
    /// <summary>As readers meet it: <c>Not started</c>.</summary>
    public static string Name(this ReportState state) => state switch
    {
        ReportState.NotStarted => "Not started",
        ReportState.Draft => "Draft",
        ReportState.Submitted => "Submitted",
        ReportState.Returned => "Returned",
        ReportState.Approved => "Approved",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a report."),
    };

    /// <summary>Whether its officer has something to do: start it, finish it, or change what was returned.</summary>
    public static bool IsWithOfficer(this ReportState state) => state is ReportState.NotStarted or ReportState.Draft or ReportState.Returned;

    /// <summary>What was done, as a line of the history says it.</summary>
    public static string Done(this ReportAction action) => action switch
    {
        ReportAction.Start => "Started the report",
        ReportAction.Save => "Saved",
        ReportAction.ReportNoChange => "Reported that nothing has changed",
        ReportAction.AnswerDoubt => "Answered a doubt",
        ReportAction.Submit => "Submitted the report",
        ReportAction.ConfirmSavings => "Confirmed the savings",
        ReportAction.DeclineSavings => "Did not confirm the savings",
        ReportAction.Return => "Returned the report",
        ReportAction.Approve => "Approved the report",
        ReportAction.Reopen => "Reopened the report",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };
}
