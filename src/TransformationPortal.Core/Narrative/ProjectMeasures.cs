using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>The number of projects, all or those that a filter lets through.</summary>
internal static class ProjectMeasures
{
    public const string Name = "projects";

    public static Found Read(Edition edition, IEnumerable<PhraseTerm> terms)
    {
        var filter = ProjectFilter.All;
        foreach (var term in terms)
        {
            if (term.Values is not [var value])
            {
                return Found.Not("projects are counted by one value of each kind.", null, []);
            }

            var name = term.Name ?? Kinds(edition).FirstOrDefault(k => Has(k.Values, value)).Kind;
            var known = Kinds(edition).FirstOrDefault(k => k.Kind == name).Values;
            if (known is null || !Has(known, value))
            {
                return Found.Not($"“{value}” is not known of projects.", value, known ?? [.. Kinds(edition).SelectMany(k => k.Values)]);
            }

            filter = With(filter, name!, known.First(v => Same(v, value)));
        }

        return new(Figure.OfCount(filter.In(edition).Count, new Derivation.OfProjects(filter)));
    }

    public static string Write(ProjectFilter filter) => string.Join(' ',
        FigureAddress.Pairs(filter).Select(p => p.Key is "phase" or "rag" ? FigurePhrase.Quoted(p.Value) : p.Key + "=" + FigurePhrase.Quoted(p.Value)).Prepend(Name));

    private static (string Kind, IReadOnlyList<string> Values)[] Kinds(Edition edition) =>
    [
        ("phase", [.. Enum.GetValues<ProjectPhase>().Select(p => p.Name())]),
        ("rag", [.. Enum.GetValues<Rag>().Select(r => r.ToString())]),
        ("aspect", [.. Enum.GetValues<RagAspect>().Select(a => a.ToString())]),
        ("board", [.. edition.Projects.Select(p => p.Board).Distinct()]),
        ("workstream", [.. edition.Projects.Select(p => p.Workstream).Distinct()]),
        ("directorate", [.. edition.Projects.Select(p => p.Directorate).Distinct()]),
        ("officer", [.. edition.Projects.Select(p => p.AccountableOfficer).Distinct()]),
        ("year", [.. FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear).Select(y => y.ToString())]),
    ];

    private static ProjectFilter With(ProjectFilter filter, string kind, string value) => kind switch
    {
        "phase" => filter with { Phase = Enum.GetValues<ProjectPhase>().First(p => p.Name() == value) },
        "rag" => filter with { Rag = Enum.Parse<Rag>(value) },
        "aspect" => filter with { Aspect = Enum.Parse<RagAspect>(value) },
        "board" => filter with { Board = value },
        "workstream" => filter with { Workstream = value },
        "directorate" => filter with { Directorate = value },
        "officer" => filter with { Officer = value },
        _ => filter with { Year = FinancialYear.Parse(value) },
    };

    private static bool Has(IReadOnlyList<string> values, string text) => values.Any(v => Same(v, text));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
