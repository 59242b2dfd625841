using TransformationPortal.Core;
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

    /// <summary>The references of the savings lines that go to it by themselves.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>The id of the row that a part goes into.</summary>
    public string? PartInto { get; init; }

    /// <summary>The codes of the projects that go into it.</summary>
    public IReadOnlyList<string>? MovedProjects { get; init; }

    /// <summary>The references of the savings lines that go into it by themselves.</summary>
    public IReadOnlyList<string>? MovedLines { get; init; }

    /// <summary>Whether what it does was looked at and agreed to.</summary>
    public bool Agreed { get; init; }

    /// <summary>Whether it is to be changed once more.</summary>
    public bool Again { get; init; }

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

}

/// <summary>The choice of what goes, project by project and line by line.</summary>
/// <param name="Field">The name of the field of projects.</param>
/// <param name="LineField">The name of the field of savings lines.</param>
public sealed record PartChoice(IReadOnlyList<GroupedProject> Under, string Field, string LineField, IReadOnlyList<string> Projects, IReadOnlyList<string> Lines)
{
    /// <summary>Whether savings lines can go by themselves.</summary>
    public bool HasLines => Under.Any(p => p.EachLine.Count > 0);
}

/// <summary>What a re-organisation would do, to be looked at before it is done.</summary>
/// <param name="To">The name that it, or what goes, would have.</param>
/// <param name="On">The first day.</param>
public sealed record ReorganisationLook(RegisterView View, RegisterRowView Row, IReadOnlyList<GroupedProject> Under, ReorganisationForm Form, string To, DateOnly On)
{
    /// <summary>What would be recorded.</summary>
    public Reorganisation Reorganisation => new(FormerNames.GroupingOf(View.Register)!.Value, Form.Kind!.Value, On, Row.Name, To, [], []);

    /// <summary>The projects, with their savings lines there, and the savings lines that would stand under the other name.</summary>
    public IEnumerable<(string Code, string Name, Money? Revised)> Going => Form.Kind switch
    {
        ReorganisationKind.Split => Part(Form.Projects, Form.Lines),
        ReorganisationKind.PartMoved => Part(Form.MovedProjects, Form.MovedLines),
        _ => Under.Select(p => (p.Code, p.Name, p.Revised)),
    };

    private IEnumerable<(string, string, Money?)> Part(IReadOnlyList<string>? projects, IReadOnlyList<string>? lines) => Under.SelectMany(p => projects?.Contains(p.Code) is true
        ? [(p.Code, p.Name, p.Revised)] : p.EachLine.Where(l => lines?.Contains(l.Ref) is true).Select(l => (l.Ref, l.Title, l.Revised)));
}
