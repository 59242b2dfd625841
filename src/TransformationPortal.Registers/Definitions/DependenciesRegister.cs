using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

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

    /// <summary>What each column says of a row.</summary>
    public static readonly IReadOnlyList<ColumnValue<Dependency>> Values =
    [
        Project.Of((Dependency d) => d.Project),
        Needs.Of((Dependency d) => d.Needs),
        What.Of((Dependency d) => d.What),
        NeededBy.Of((Dependency d) => d.NeededBy),
        Rating.Of((Dependency d) => d.Rating.Rating),
        Reason.Of((Dependency d) => d.Rating.Reason),
        Basis.Of((Dependency d) => d.Basis),
    ];

    /// <summary>What a row says.</summary>
    public static Dependency Read(RegisterRow row) => new(
        row.Get(Project), row.Get(Needs), row.Get(What), row.Find(NeededBy), new RagRating(row.Get(Rating), row.Get(Reason)), row.Find(Basis));
}
