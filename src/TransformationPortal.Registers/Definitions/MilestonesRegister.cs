using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

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

    /// <summary>What each column says of a row.</summary>
    public static readonly IReadOnlyList<ColumnValue<Milestone>> Values =
    [
        Project.Of((Milestone m) => m.Project),
        Title.Of((Milestone m) => m.Title),
        Baseline.Of((Milestone m) => m.Baseline),
        Forecast.Of((Milestone m) => m.Forecast),
        Actual.Of((Milestone m) => m.Actual),
        Basis.Of((Milestone m) => m.Basis),
    ];

    /// <summary>What a row says.</summary>
    public static Milestone Read(RegisterRow row) =>
        new(row.Get(Project), row.Get(Title), row.Get(Baseline), row.Find(Forecast), row.Find(Actual), row.Find(Basis));
}
