using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Web.Reading;

/// <summary>
/// The addresses of an opened edition: readable, shareable, stable. They keep the edition that the reader asked for by
/// number, and the decision basis, from page to page.
/// </summary>
/// <param name="pathBase">Where the portal is mounted; empty at the root.</param>
/// <param name="quarter">The edition's quarter.</param>
/// <param name="number">The edition's number where the reader asked for it; none for the latest.</param>
/// <param name="basis">The decision basis.</param>
public sealed class EditionLinks(string pathBase, Quarter quarter, int? number, DecisionBasis basis)
{
    /// <summary>The name that an edition's number has in an address.</summary>
    public const string EditionName = "edition";

    /// <summary>Whether a name in an address is one that every link keeps: the edition's number or the decision basis.</summary>
    public static bool IsKept(string name) =>
        name.Equals(EditionName, StringComparison.OrdinalIgnoreCase) || name.Equals(SliceQuery.BasisName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a page below the quarter, on this basis.</summary>
    public string Page(string path = "", params IEnumerable<KeyValuePair<string, string>> query) => Address(path, basis, query);

    public string Dashboard => Page();

    /// <summary>The programme's original targets: what the headline target is made of.</summary>
    public string Savings => Page("savings", new KeyValuePair<string, string>(SliceQuery.NameOf(SavingsDimension.Kind), SavingsKeys.Kind(SavingsKind.OriginalTarget)));

    public string Costs => Page("costs");

    public string Projects => Page("projects");

    public string Tables => Page("tables");

    public string Table(string key) => Page("tables/" + key);

    public string Project(string code) => Page("projects/" + Uri.EscapeDataString(code));

    public string Spotlight(string code) => Page("spotlights/" + Uri.EscapeDataString(code));

    /// <summary>The same page on the other basis: <paramref name="path"/> and its query as they are.</summary>
    public string On(DecisionBasis other, string path, IEnumerable<KeyValuePair<string, string>> query) => Address(path, other, query);

    /// <summary>The address of a list of projects.</summary>
    public string ProjectsWhere(ProjectFilter filter) => Address("projects", basis, Pairs(filter));

    /// <summary>The address of a slice, on the slice's own basis.</summary>
    public string Slice<TDimension>(Slice<TDimension> slice, string path, params IEnumerable<KeyValuePair<string, string>> more)
        where TDimension : struct, Enum => Address(path, slice.Basis, [.. SliceQuery.Pairs(slice).Where(p => p.Key != SliceQuery.BasisName), .. more]);

    /// <summary>The page that explains a figure.</summary>
    public string To(Derivation source) => source switch
    {
        Derivation.OfSavings savings => Slice(savings.Slice, "savings"),
        Derivation.OfCosts costs => Slice(costs.Slice, "costs/entries"),
        Derivation.OfProjects projects => ProjectsWhere(projects.Filter),
        Derivation.OfFigures figures => Address("figures/" + figures.Key, figures.Basis, figures.OnlyDecision is { } one ? [new("decision", one)] : []),
        Derivation.OfMeasure => Page("measures"),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown derivation."),
    };

    /// <summary>Where a line of the quarter's story leads; nothing when its target is not in the edition.</summary>
    public string? Story(string? link, Edition edition) => link?.Split(':', 2) switch
    {
        ["project", var code] when edition.FindProject(code) is { } project => Project(project.Code),
        ["spotlight", var code] when edition.Story.Spotlights.Any(s => s.Project == code) => Spotlight(code),
        ["document", var key] when edition.Documents.Any(d => d.Key == key) => Document(key),
        _ => null,
    };

    public string Document(string key) => Page("documents") + "#" + key;

    private string Address(string path, DecisionBasis on, IEnumerable<KeyValuePair<string, string>> query)
    {
        var pairs = query.Where(p => !IsKept(p.Key)).ToList();
        if (number is { } n)
        {
            pairs.Add(new(EditionName, n.ToString(CultureInfo.InvariantCulture)));
        }

        if (on == DecisionBasis.IfAgreed)
        {
            pairs.Add(new(SliceQuery.BasisName, SliceQuery.Agreed));
        }

        var address = pathBase + "/" + quarter.Slug + (path.Length == 0 ? "" : "/" + path);
        return pairs.Count == 0 ? address : address + "?" + string.Join('&', pairs.Select(p => Uri.EscapeDataString(p.Key) + "=" + Readable(p.Value)));
    }

    // A slash means nothing special in a query; left as it is, year=2019/20 can be read and typed.
    private static string Readable(string value) => Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(ProjectFilter filter)
    {
        (string Name, string? Value)[] all =
        [
            ("q", filter.Text), ("phase", filter.Phase?.Name()), ("aspect", filter.Aspect == RagAspect.Overall ? null : filter.Aspect.ToString()),
            ("rag", filter.Rag?.ToString()), ("board", filter.Board), ("workstream", filter.Workstream), ("directorate", filter.Directorate),
            ("officer", filter.Officer), ("year", filter.Year?.ToString()),
        ];
        return all.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!));
    }
}
