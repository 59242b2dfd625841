using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Registers.Definitions;

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

    /// <summary>What each column says of a row.</summary>
    public static readonly IReadOnlyList<ColumnValue<Risk>> Values =
    [
        Ref.Of((Risk r) => r.Ref),
        Project.Of((Risk r) => r.Project),
        Impact.Of((Risk r) => r.Impact),
        InitialRating.Of((Risk r) => r.InitialRating),
        Controls.Of((Risk r) => r.Controls),
        ResidualRating.Of((Risk r) => r.ResidualRating),
        FurtherAction.Of((Risk r) => r.FurtherAction),
        Reviewed.Of((Risk r) => r.Reviewed),
        IsCritical.Of((Risk r) => r.IsCritical),
        Basis.Of((Risk r) => r.Basis),
        Closed.Of((Risk r) => r.Closed),
        ClosedBecause.Of((Risk r) => r.ClosedBecause),
    ];

    /// <summary>What a row says.</summary>
    public static Risk Read(RegisterRow row) => new(
        row.Get(Ref), row.Find(Project), row.Get(Impact), row.Get(InitialRating), row.Get(Controls), row.Get(ResidualRating),
        row.Find(FurtherAction), row.Find(Reviewed), row.Get(IsCritical), row.Find(Basis))
    {
        Closed = row.Find(Closed),
        ClosedBecause = row.Find(ClosedBecause),
    };
}
