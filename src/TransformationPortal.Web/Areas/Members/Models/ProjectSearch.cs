using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>What the list of projects can be sorted by.</summary>
public enum ProjectSort
{
    Code,
    Name,
    Phase,
    Rag,
    End,
    Savings,
}

/// <summary>The filter and the order that the address of a project list asks for.</summary>
/// <param name="Problem">What is wrong with the address; nothing when it can be answered.</param>
public sealed record ProjectSearch(ProjectFilter Filter, ProjectSort Sort, string? Problem, string? ProblemName, IReadOnlyList<string> Existing)
{
    private static readonly string[] Names = ["q", "phase", "aspect", "rag", "board", "workstream", "directorate", "officer", "year", "sort"];

    public static ProjectSearch Read(IReadOnlyList<KeyValuePair<string, string>> query, Edition edition)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in query)
        {
            if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return Refuse($"“{name}” is not something projects can be filtered by. They can be by {string.Join(", ", Names)}.", null, []);
            }

            if (value.Length > 0 && !values.TryAdd(name, value.Trim()))
            {
                return Refuse($"“{name}” is given twice. Projects can be filtered by one {name} at a time. Choose one of:", name, [values[name], value]);
            }
        }

        string? problemName = null;
        IReadOnlyList<string> existing = [];
        string? One(string name, IEnumerable<string> known)
        {
            if (!values.TryGetValue(name, out var text))
            {
                return null;
            }

            List<string> all = [.. known.Distinct(StringComparer.Ordinal)];
            var found = KnownReader.Name(text, all).Value ?? (name == "year" ? KnownReader.Year(text, all) : null);
            if (found is null && problemName is null)
            {
                (problemName, existing) = (name, all);
            }

            return found;
        }

        T? Choice<T>(string name, Func<T, string> text)
            where T : struct, Enum => One(name, Enum.GetValues<T>().Select(text)) is { } found ? Enum.GetValues<T>().First(v => text(v) == found) : null;

        var filter = new ProjectFilter
        {
            Phase = Choice<ProjectPhase>("phase", p => p.Name()),
            Rag = Choice<Rag>("rag", r => r.ToString()),
            Aspect = Choice<RagAspect>("aspect", a => a.ToString()) ?? RagAspect.Overall,
            Board = One("board", edition.Boards.Select(b => b.Name)),
            Workstream = One("workstream", edition.Workstreams.Select(w => w.Name)),
            Directorate = One("directorate", edition.Directorates.Select(d => d.Name)),
            Officer = One("officer", Officers(edition)),
            Year = One("year", Years(edition).Select(y => y.ToString())) is { } year ? FinancialYear.Parse(year) : null,
            Text = values.GetValueOrDefault("q"),
        };
        var sort = Choice<ProjectSort>("sort", s => s.ToString().ToLowerInvariant()) ?? ProjectSort.Code;
        return problemName is null
            ? new(filter, sort, null, null, [])
            : Refuse($"“{values[problemName]}” is not a {problemName} of this edition’s projects. There are:", problemName, existing);
    }

    /// <summary>The officers that projects have, in order.</summary>
    public static IEnumerable<string> Officers(Edition edition) =>
        edition.Projects.Select(p => p.AccountableOfficer).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture);

    /// <summary>The programme's years.</summary>
    public static IEnumerable<FinancialYear> Years(Edition edition) => FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear);

    private static ProjectSearch Refuse(string problem, string? name, IReadOnlyList<string> existing) => new(ProjectFilter.All, ProjectSort.Code, problem, name, existing);
}
