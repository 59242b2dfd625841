using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Comparisons;

/// <summary>A project that stands differently in two editions.</summary>
/// <param name="Before">The project in the earlier edition; none when it is new.</param>
/// <param name="After">The project in the later edition; none when it is in the programme no more.</param>
/// <param name="Ratings">The aspects whose rating changed, the overall one first.</param>
public sealed record ProjectChange(Project? Before, Project? After, IReadOnlyList<RatingChange> Ratings)
{
    public string Code => (After ?? Before)!.Code;

    public string Name => (After ?? Before)!.Name;

    public bool PhaseChanged => Before?.Phase != After?.Phase;
}

/// <summary>An aspect of a project that is rated differently; no rating where it was, or is, not rated.</summary>
/// <param name="Reason">Why it is rated as it now is.</param>
public sealed record RatingChange(RagAspect Aspect, Rag? Before, Rag? After, string? Reason)
{
    /// <summary>Whether it became worse: green to amber or red, amber to red.</summary>
    public bool IsWorse => Before is { } was && After is { } now && now > was;

    /// <summary>Whether it became better.</summary>
    public bool IsBetter => Before is { } was && After is { } now && now < was;
}

/// <summary>The projects whose RAG or phase changed.</summary>
public static class ProjectChanges
{
    /// <summary>Projects that came, went, changed phase or are rated differently, by code.</summary>
    public static IReadOnlyList<ProjectChange> Between(Edition from, Edition to) =>
    [
        .. from.Projects.Select(p => p.Code).Union(to.Projects.Select(p => p.Code), StringComparer.OrdinalIgnoreCase)
            .Select(code => Of(from.FindProject(code), to.FindProject(code)))
            .Where(c => c.PhaseChanged || c.Ratings.Count > 0)
            .OrderBy(c => c.Code, CodeOrder.Instance),
    ];

    private static ProjectChange Of(Project? before, Project? after) => new(before, after, before is null || after is null
        ? []
        : [.. Enum.GetValues<RagAspect>().Where(a => before.Rating(a)?.Rating != after.Rating(a)?.Rating)
            .Select(a => new RatingChange(a, before.Rating(a)?.Rating, after.Rating(a)?.Rating, after.Rating(a)?.Reason))]);
}
