using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>What the project needs of another.</summary>
/// <param name="Needs">Code of the project that it waits for.</param>
public sealed record DependencyEntry(string? Key, string? Needs, string? What, DateOnly? NeededBy, Rag? Rag, string? Reason)
{
    public static EntryList<DependencyEntry> List { get; } = new("Dependencies", ReportSection.Dependencies)
    {
        KeyPrefix = _ => "N",
        Get = content => content.Dependencies,
        With = (content, rows) => content with { Dependencies = rows },
        Key = d => d.Key,
        WithKey = (d, key) => d with { Key = key },
        Empty = key => new(key, null, null, null, null, null),
        Named = (d, _) => $"Dependency {d.Key}",
        Fields =
        [
            new EntryText<DependencyEntry>(nameof(Needs), "project needed", d => d.Needs, (d, v) => d with { Needs = v }),
            new EntryText<DependencyEntry>(nameof(What), "what is needed", d => d.What, (d, v) => d with { What = v }),
            new EntryDay<DependencyEntry>(nameof(NeededBy), "needed by", d => d.NeededBy, (d, v) => d with { NeededBy = v }),
            new EntryChoice<DependencyEntry, Rag>(nameof(Rag), "rating", d => d.Rag, (d, v) => d with { Rag = v }),
            new EntryText<DependencyEntry>(nameof(Reason), "reason", d => d.Reason, (d, v) => d with { Reason = v }),
        ],
    };

    /// <summary>What the programme's register says of a dependency, as a report says it.</summary>
    public static DependencyEntry Of(Dependency dependency, string? key = null) => new(
        key, dependency.Needs, dependency.What, dependency.NeededBy, dependency.Rating.Rating, dependency.Rating.Reason);

    /// <summary>What a report says of a dependency, as the register does.</summary>
    public Dependency ToDependency(string project) =>
        new(project, Needs ?? "", What ?? "", NeededBy, new RagRating(Rag ?? Ratings.Rag.Green, Reason ?? ""), Basis: null);
}
