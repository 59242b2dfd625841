using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

/// <summary>Which project reports the spend on a cost line.</summary>
internal static class ReportCostLinesRegister
{
    public static readonly Column<string> Line = Columns.Reference("line", "cost_lines", "code");
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");

    public static readonly RegisterDefinition Definition = new("report_cost_lines", "Cost lines reported by projects", [Line, Project], [Line]);
}

/// <summary>
/// The highlight reports. What a report holds is carried over from the project's report before it; the rows of its project and
/// month in the other registers take the place of what they are about.
/// </summary>
internal static class ReportsRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<ReportState> State = Columns.OneOf<ReportState>("state", s => s.Name(), ReportState.NotStarted);
    public static readonly Column<string> WrittenBy = Columns.Text("written_by", Lengths.Name);
    public static readonly Column<DateOnly> Started = Columns.Date("started");
    public static readonly Column<DateOnly> Submitted = Columns.Date("submitted").Optional();
    public static readonly Column<string> ConfirmedBy = Columns.Text("confirmed_by", Lengths.Name).Optional();
    public static readonly Column<DateOnly> Confirmed = Columns.Date("confirmed").Optional();
    public static readonly Column<string> DecidedBy = Columns.Text("decided_by", Lengths.Name).Optional();
    public static readonly Column<DateOnly> Decided = Columns.Date("decided").Optional();
    public static readonly Column<string> Progress = Columns.Text("progress", ReportLimits.Story).Optional();
    public static readonly Column<string> NextSteps = Columns.Text("next_steps", ReportLimits.Story).Optional();
    public static readonly Column<string> Note = Columns.Text("note", ReportLimits.Paragraph).Optional();

    public static readonly RegisterDefinition Definition = new(
        "reports",
        "Highlight reports",
        [Project, Month, State, WrittenBy, Started, Submitted, ConfirmedBy, Confirmed, DecidedBy, Decided, Progress, NextSteps, Note],
        [Project, Month])
    {
        InOrder =
        [
            OrderedColumns.Dates(Started, Submitted), OrderedColumns.Dates(Submitted, Confirmed), OrderedColumns.Dates(Submitted, Decided), OrderedColumns.Dates(Confirmed, Decided),
        ],
    };
}

internal static class PathToGreenRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<RagAspect> Aspect = Columns.OneOf<RagAspect>("aspect");
    public static readonly Column<string> Action = Columns.Text("action", ReportLimits.Paragraph);
    public static readonly Column<string> Owner = Columns.Text("owner", ReportLimits.Title);
    public static readonly Column<DateOnly> Due = Columns.Date("due");

    public static readonly RegisterDefinition Definition = new("path_to_green", "Paths to green", [Project, Month, Aspect, Action, Owner, Due], []);
}

internal static class SavingsExplanationsRegister
{
    public static readonly Column<string> Line = Columns.Reference("line", "savings_lines", "ref");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<FinancialYear> Year = Columns.Year("financial_year");
    public static readonly Column<string> Explanation = Columns.Text("explanation", ReportLimits.Paragraph);

    public static readonly RegisterDefinition Definition = new("savings_explanations", "Explanations of savings", [Line, Month, Year, Explanation], [Line, Month, Year]);
}

/// <summary>What a milestone was forecast for in an earlier month; the register of milestones holds the last forecast.</summary>
internal static class MilestoneForecastsRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<string> Title = Columns.Text("title", Lengths.Name);
    public static readonly Column<DateOnly> Forecast = Columns.Date("forecast");

    public static readonly RegisterDefinition Definition = new("milestone_forecasts", "Forecasts of milestones", [Project, Month, Title, Forecast], [Project, Month, Title]);
}

internal static class IssuesRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<string> Ref = Columns.Code("ref", ReportLimits.Key);
    public static readonly Column<string> Issue = Columns.Text("issue", ReportLimits.Paragraph);
    public static readonly Column<string> Action = Columns.Text("action", ReportLimits.Paragraph);
    public static readonly Column<RiskLevel> Rating = Columns.OneOf<RiskLevel>("rating");
    public static readonly Column<EscalationLevel> Escalation = Columns.OneOf<EscalationLevel>("escalation", l => l.Name());

    public static readonly RegisterDefinition Definition = new("issues", "Issues", [Project, Month, Ref, Issue, Action, Rating, Escalation], [Project, Month, Ref]);
}

internal static class CapacityRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<decimal> PostsNeeded = Columns.Number("posts_needed");
    public static readonly Column<decimal> PostsFilled = Columns.Number("posts_filled");
    public static readonly Column<string> HoldsUp = Columns.Text("holds_up", ReportLimits.Paragraph).Optional();
    public static readonly Column<string> Risk = Columns.Code("risk", ReportLimits.Key).Optional();

    public static readonly RegisterDefinition Definition = new("capacity", "Capacity", [Project, Month, PostsNeeded, PostsFilled, HoldsUp, Risk], [Project, Month]);
}

internal static class DecisionsSoughtRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<string> What = Columns.Text("decision", ReportLimits.Paragraph);
    public static readonly Column<string> Body = Columns.Text("body", ReportLimits.Title);
    public static readonly Column<DateOnly> NeededBy = Columns.Date("needed_by");

    public static readonly RegisterDefinition Definition = new("decisions_sought", "Decisions sought", [Project, Month, What, Body, NeededBy], []);
}

/// <summary>What was said to the doubts that reports raised.</summary>
internal static class DoubtAnswersRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<DoubtKind> Doubt = Columns.OneOf<DoubtKind>("doubt", k => k.Title());
    public static readonly Column<string> Answer = Columns.Text("answer", ReportLimits.Paragraph);

    public static readonly RegisterDefinition Definition = new("doubt_answers", "Answers to doubts", [Project, Month, Doubt, Answer], [Project, Month, Doubt]);
}

/// <summary>What had to change in the reports that were returned.</summary>
internal static class ReportRemarksRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<string> Field = Columns.Text("field", ReportLimits.Field);
    public static readonly Column<string> What = Columns.Text("what", ReportLimits.Paragraph);

    public static readonly RegisterDefinition Definition = new("report_remarks", "Remarks on returned reports", [Project, Month, Field, What], [Project, Month, Field]);
}
