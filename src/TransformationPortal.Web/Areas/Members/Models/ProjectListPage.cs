using TransformationPortal.Core;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>A project of the list, with the revised target of all its lines and years.</summary>
public sealed record ProjectRow(Project Project, Figure Target);

/// <summary>A choice in one of the list's filters.</summary>
public sealed record ProjectFilterField(string Name, string Label, string Any, IReadOnlyList<string> Options, string? Selected);

/// <summary>The list of projects, filtered and sorted as the address asks.</summary>
public sealed class ProjectListPage(OpenedEdition opened, ProjectSearch search, IReadOnlyList<string> namesNotes)
{
    private readonly Dictionary<string, Money> targets = Targets(opened);

    /// <summary>A sentence for each name that the address has from another quarter.</summary>
    public IReadOnlyList<string> NamesNotes => namesNotes;

    public ProjectFilter Filter => search.Filter;

    public ProjectSort Sort => search.Sort;

    public int Total => opened.Content.Projects.Count;

    public bool IsFiltered => search.Filter != ProjectFilter.All;

    /// <summary>The aspect whose rating the list shows.</summary>
    public RagAspect Aspect => search.Filter.Aspect;

    public IReadOnlyList<ProjectRow> Rows => [.. Sorted(search.Filter.In(opened.Content).Select(Row))];

    public IReadOnlyList<ProjectFilterField> Fields
    {
        get
        {
            var (edition, filter) = (opened.Content, search.Filter);
            return
            [
                new("phase", "Phase", "Any phase", [.. Enum.GetValues<ProjectPhase>().Where(p => edition.Projects.Any(q => q.Phase == p)).Select(p => p.Name())], filter.Phase?.Name()),
                new("rag", "Rating", "Any rating", [.. Enum.GetValues<Rag>().Select(r => r.ToString())], filter.Rag?.ToString()),
                new("aspect", "Rated on", "Overall", [.. Enum.GetValues<RagAspect>().Where(a => a != RagAspect.Overall).Select(a => a.ToString())], filter.Aspect == RagAspect.Overall ? null : filter.Aspect.ToString()),
                new("directorate", "Directorate", "Any directorate", [.. edition.Directorates.Select(d => d.Name)], filter.Directorate),
                new("board", "Workstream board", "Any board", [.. edition.Boards.Where(b => b.Kind == BoardKind.WorkstreamBoard).Select(b => b.Name)], filter.Board),
                new("workstream", "Workstream", "Any workstream", [.. edition.Workstreams.Select(w => w.Name)], filter.Workstream),
                new("officer", "Accountable officer", "Any officer", [.. ProjectSearch.Officers(edition)], filter.Officer),
                new("year", "Savings in", "Any year", [.. ProjectSearch.Years(edition).Select(y => y.ToString())], filter.Year?.ToString()),
            ];
        }
    }

    /// <summary>The address of the same list in another order.</summary>
    public string SortedBy(ProjectSort sort)
    {
        var address = opened.Links.ProjectsWhere(search.Filter);
        return sort == ProjectSort.Code ? address : address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "sort=" + sort.ToString().ToLowerInvariant();
    }

    private ProjectRow Row(Project project)
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, opened.Basis).Where(SavingsDimension.Project, project.Code);
        return new(project, Figure.OfMoney(targets.TryGetValue(project.Code, out var target) ? target : null, new Derivation.OfSavings(slice)));
    }

    private IEnumerable<ProjectRow> Sorted(IEnumerable<ProjectRow> rows) => search.Sort switch
    {
        ProjectSort.Code => rows,
        ProjectSort.Name => rows.OrderBy(r => r.Project.Name, StringComparer.CurrentCultureIgnoreCase),
        ProjectSort.Phase => rows.OrderBy(r => r.Project.Phase).ThenBy(r => r.Project.Code, StringComparer.Ordinal),
        ProjectSort.Rag => rows.OrderByDescending(r => r.Project.Rating(Aspect)?.Rating).ThenBy(r => r.Project.Code, StringComparer.Ordinal),
        ProjectSort.End => rows.OrderBy(r => r.Project.PlannedEnd ?? DateOnly.MaxValue).ThenBy(r => r.Project.Code, StringComparer.Ordinal),
        ProjectSort.Savings => rows.OrderByDescending(r => r.Target.Amount ?? 0).ThenBy(r => r.Project.Code, StringComparer.Ordinal),
        _ => throw new InvalidOperationException("Unknown order."),
    };

    private static Dictionary<string, Money> Targets(OpenedEdition opened) =>
        opened.Content.Savings.Cut(SavingsSlices.Of(SavingsKind.RevisedTarget, opened.Basis), SavingsDimension.Project)
            .ToDictionary(c => c.Value, c => c.Amount, StringComparer.Ordinal);
}
