using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

internal static class ProjectsRegister
{
    public static readonly Column<string> Code = Columns.Code("code", Lengths.Ref);
    public static readonly Column<string> Name = Columns.Text("name", Lengths.Name);
    public static readonly Column<ProjectPhase> Phase = Columns.OneOf<ProjectPhase>("phase", p => p.Name());
    public static readonly Column<string> Board = Columns.Reference("workstream_board", "boards", "name");
    public static readonly Column<string> Workstream = Columns.Reference("workstream", "workstreams", "name");
    public static readonly Column<string> Directorate = Columns.Reference("directorate", "directorates", "name");
    public static readonly Column<string> Officer = Columns.Text("accountable_officer", Lengths.Name);
    public static readonly Column<DateOnly> Start = Columns.Date("start").Optional();
    public static readonly Column<DateOnly> PlannedEnd = Columns.Date("planned_end").Optional();
    public static readonly Column<string> Summary = Columns.Text("summary", Lengths.Text).Optional();
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new(
        "projects",
        "Projects",
        [Code, Name, Phase, Board, Workstream, Directorate, Officer, Start, PlannedEnd, Summary, Basis],
        [Code])
    {
        InOrder = [OrderedColumns.Dates(Start, PlannedEnd)],
    };
}

internal static class RatingsRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<ReportingMonth> Month = Columns.Month("month");
    public static readonly Column<RagAspect> Aspect = Columns.OneOf<RagAspect>("aspect");
    public static readonly Column<Rag> Rating = Columns.OneOf<Rag>("rag");
    public static readonly Column<string> Reason = Columns.Text("reason", Lengths.Text);
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new(
        "ratings", "Ratings of projects", [Project, Month, Aspect, Rating, Reason, Basis], [Project, Month, Aspect]);
}

internal static class MilestonesRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<string> Title = Columns.Text("title", Lengths.Name);
    public static readonly Column<DateOnly> Baseline = Columns.Date("baseline");
    public static readonly Column<DateOnly> Forecast = Columns.Date("forecast").Optional();
    public static readonly Column<DateOnly> Actual = Columns.Date("actual").Optional();
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new(
        "milestones", "Milestones", [Project, Title, Baseline, Forecast, Actual, Basis], [Project, Title]);
}

internal static class DependenciesRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<string> Needs = Columns.Reference("needs", "projects", "code");
    public static readonly Column<string> What = Columns.Text("what", Lengths.Sentence);
    public static readonly Column<DateOnly> NeededBy = Columns.Date("needed_by").Optional();
    public static readonly Column<Rag> Rating = Columns.OneOf<Rag>("rag");
    public static readonly Column<string> Reason = Columns.Text("reason", Lengths.Text);
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new(
        "dependencies", "Dependencies", [Project, Needs, What, NeededBy, Rating, Reason, Basis], [Project, Needs, What]);
}

internal static class BenefitsRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<string> Benefit = Columns.Text("benefit", Lengths.Text);
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new("benefits", "Non-financial benefits", [Project, Benefit, Basis], [Project, Benefit]);
}

internal static class RisksRegister
{
    public static readonly Column<string> Ref = Columns.Code("ref", Lengths.Ref);
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code").Optional();
    public static readonly Column<string> Impact = Columns.Text("impact", Lengths.Text);
    public static readonly Column<RiskLevel> InitialRating = Columns.OneOf<RiskLevel>("initial_rating");
    public static readonly Column<string> Controls = Columns.Text("controls", Lengths.Text);
    public static readonly Column<RiskLevel> ResidualRating = Columns.OneOf<RiskLevel>("residual_rating");
    public static readonly Column<string> FurtherAction = Columns.Text("further_action", Lengths.Text).Optional();
    public static readonly Column<DateOnly> Reviewed = Columns.Date("reviewed").Optional();
    public static readonly Column<bool> IsCritical = Columns.YesNo("critical");
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();
    public static readonly Column<DateOnly> Closed = Columns.Date("closed").Later();
    public static readonly Column<string> ClosedBecause = Columns.Text("closed_because", Lengths.Text).Later();

    public static readonly RegisterDefinition Definition = new(
        "risks",
        "Risks",
        [Ref, Project, Impact, InitialRating, Controls, ResidualRating, FurtherAction, Reviewed, IsCritical, Basis, Closed, ClosedBecause],
        [Ref]);
}
