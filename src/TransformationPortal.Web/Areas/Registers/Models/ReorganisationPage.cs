using TransformationPortal.Core.Programmes;
using TransformationPortal.Registers.Update;

namespace TransformationPortal.Web.Areas.Registers.Models;

/// <summary>What was typed to rename, merge or split a row.</summary>
public sealed record ReorganisationForm
{
    public ReorganisationKind? Kind { get; init; }

    /// <summary>The name that it takes, where it is renamed.</summary>
    public string? NewName { get; init; }

    /// <summary>The id of the row that it goes into, where it is merged.</summary>
    public string? Into { get; init; }

    /// <summary>The name of the new row, where it is split.</summary>
    public string? PartName { get; init; }

    /// <summary>The codes of the projects that go to the new row.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    public string? Day { get; init; }
}

/// <summary>The page on which a row is renamed, merged or split.</summary>
/// <param name="Under">The projects that have something under it.</param>
/// <param name="Last">What can be withdrawn.</param>
public sealed record ReorganisationPage(RegisterView View, RegisterRowView Row, IReadOnlyList<GroupedProject> Under, Reorganisation? Last, ReorganisationForm Form)
{
    /// <summary>The rows that it can go into.</summary>
    public IEnumerable<RegisterRowView> Others => View.Rows.Where(r => !r.IsRetired && r.Id != Row.Id);

    public bool IsChosen(ReorganisationKind kind) => Form.Kind == kind;

    public bool Goes(GroupedProject project) => Form.Projects?.Contains(project.Code) is true;
}
