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

internal static class BenefitsRegister
{
    public static readonly Column<string> Project = Columns.Reference("project", "projects", "code");
    public static readonly Column<string> Benefit = Columns.Text("benefit", Lengths.Text);
    public static readonly Column<string> Basis = Columns.Text("basis", Lengths.Name).Optional();

    public static readonly RegisterDefinition Definition = new("benefits", "Non-financial benefits", [Project, Benefit, Basis], [Project, Benefit]);
}
