using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>One project with everything the edition says of it.</summary>
public sealed class ProjectPage(OpenedEdition opened, Project project)
{
    public Project Project => project;

    public Spotlight? Spotlight => opened.Content.Story.Spotlights.FirstOrDefault(s => s.Project == project.Code);

    /// <summary>The savings lines of the project.</summary>
    public IReadOnlyList<SavingsLine> Lines => [.. opened.Content.SavingsLines.Where(l => l.Project == project.Code)];

    /// <summary>The project's savings by year: targets and position by confidence.</summary>
    public FigureTable Savings => new ProjectSavings(opened.Content, opened.Basis).Of(project);

    public IReadOnlyList<Milestone> Milestones => [.. opened.Content.Milestones.Where(m => m.Project == project.Code)];

    public IReadOnlyList<Risk> Risks => [.. opened.Content.Risks.Where(r => r.Project == project.Code)];

    public IReadOnlyList<Benefit> Benefits => [.. opened.Content.Benefits.Where(b => b.Project == project.Code)];

    /// <summary>What the project waits for.</summary>
    public IReadOnlyList<Dependency> Needs => [.. opened.Content.Dependencies.Where(d => d.Project == project.Code)];

    /// <summary>What waits for the project.</summary>
    public IReadOnlyList<Dependency> NeededBy => [.. opened.Content.Dependencies.Where(d => d.Needs == project.Code)];

    /// <summary>Moves of the project's savings that a decision proposes or has settled.</summary>
    public IReadOnlyList<Reprofile> Moves => [.. opened.Content.Reprofiles.Where(r => Lines.Any(l => l.Ref == r.Line))];

    /// <summary>The address of a savings line's entries.</summary>
    public string LineAddress(SavingsLine line) =>
        opened.Links.Slice(SavingsSlices.Of(SavingsKind.Position, opened.Basis).Where(SavingsDimension.Line, line.Ref), "savings");
}

/// <summary>A project in the spotlight.</summary>
public sealed record SpotlightPage(Project Project, Spotlight Spotlight);
