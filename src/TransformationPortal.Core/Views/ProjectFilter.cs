using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>Which projects to list. An empty filter lists them all.</summary>
public sealed record ProjectFilter
{
    public static ProjectFilter All { get; } = new();

    public ProjectPhase? Phase { get; init; }

    public Rag? Rag { get; init; }

    /// <summary>The aspect that <see cref="Rag"/> looks at.</summary>
    public RagAspect Aspect { get; init; } = RagAspect.Overall;

    public string? Board { get; init; }

    public string? Workstream { get; init; }

    public string? Directorate { get; init; }

    public string? Officer { get; init; }

    /// <summary>Projects with a savings target or position in this year.</summary>
    public FinancialYear? Year { get; init; }

    /// <summary>Words to find in a project's code, name, summary or officer; every word must occur.</summary>
    public string? Text { get; init; }

    /// <summary>The projects of an edition that the filter lets through, by code.</summary>
    public IReadOnlyList<Project> In(Edition edition)
    {
        var savingInYear = Year is { } year
            ? edition.SavingsLines.Where(l => l.Amounts.Any(a => a.Year == year)).Select(l => l.Project).ToHashSet(StringComparer.Ordinal)
            : null;
        var words = MatchingKey.Of(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. edition.Projects.Where(p =>
            (Phase is null || p.Phase == Phase)
            && (Rag is null || p.Rating(Aspect)?.Rating == Rag)
            && Is(Board, p.Board) && Is(Workstream, p.Workstream) && Is(Directorate, p.Directorate) && Is(Officer, p.AccountableOfficer)
            && (savingInYear is null || savingInYear.Contains(p.Code))
            && Array.TrueForAll(words, w => Mentions(p, w)))];
    }

    private static bool Is(string? wanted, string value) =>
        string.IsNullOrEmpty(wanted) || MatchingKey.AreSame(wanted, value);

    private static bool Mentions(Project project, string word) =>
        Has(project.Code, word) || Has(project.Name, word) || Has(project.Summary, word) || Has(project.AccountableOfficer, word);

    private static bool Has(string? text, string word) => text is not null && MatchingKey.Holds(text, word);
}
