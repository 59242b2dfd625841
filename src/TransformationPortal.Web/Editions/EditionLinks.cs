using Microsoft.AspNetCore.WebUtilities;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Text;

namespace TransformationPortal.Web.Editions;

/// <summary>
/// The addresses of an opened edition: readable, shareable, stable. They keep the edition that the reader asked for by
/// number, and the decision basis, from page to page.
/// </summary>
/// <param name="pathBase">Where the portal is mounted; empty at the root.</param>
/// <param name="quarter">The edition's quarter.</param>
/// <param name="edition">The edition's number where the reader asked for it, or <see cref="Draft"/>; none for the latest.</param>
/// <param name="basis">The decision basis.</param>
public sealed class EditionLinks(string pathBase, Quarter quarter, string? edition, DecisionBasis basis)
{
    /// <summary>The name that an edition's number has in an address.</summary>
    public const string EditionName = "edition";

    /// <summary>The value that it has where the address names the quarter as it would be published now.</summary>
    public const string Draft = "draft";

    /// <summary>Whether a name in an address is one that every link keeps: the edition's number or the decision basis.</summary>
    public static bool IsKept(string name) =>
        name.Equals(EditionName, StringComparison.OrdinalIgnoreCase) || name.Equals(SliceQuery.BasisName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a page below the quarter, on this basis.</summary>
    public string Page(string path = "", params IEnumerable<KeyValuePair<string, string>> query) => Address(path, basis, query);

    public string Dashboard => Page();

    /// <summary>The words of the portal and of the council, whatever the quarter.</summary>
    public string Glossary => pathBase + "/glossary";

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
    public string ProjectsWhere(ProjectFilter filter) => Address("projects", basis, FigureAddress.Pairs(filter));

    /// <summary>The address of a slice, on the slice's own basis.</summary>
    public string Slice<TDimension>(Slice<TDimension> slice, string path, params IEnumerable<KeyValuePair<string, string>> more)
        where TDimension : struct, Enum => Address(path, slice.Basis, [.. FigureAddress.Limits(slice), .. more]);

    /// <summary>The page that explains a figure.</summary>
    public string To(Derivation source)
    {
        var place = FigureAddress.Of(source);
        return Address(place.Path, place.Basis ?? basis, place.Query) + (place.Fragment is null ? "" : "#" + place.Fragment);
    }

    /// <summary>The page that explains a figure of published words, from the address that was kept with them: on the reader’s basis, unless it names one.</summary>
    public string ToFigure(string address)
    {
        var (place, fragment) = address.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (address, "");
        var (path, query) = place.Split('?', 2) is [var page, var terms] ? (page, QueryHelpers.ParseQuery(terms)) : (place, []);
        var on = query.TryGetValue(SliceQuery.BasisName, out var named) ? named == SliceQuery.Agreed ? DecisionBasis.IfAgreed : DecisionBasis.AsItStands : basis;
        return Address(path, on, query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? "")))) + fragment;
    }

    /// <summary>Where a line of the quarter's story leads; nothing when its target is not in the edition.</summary>
    public string? Story(string? link, Edition content) => link?.Split(':', 2) switch
    {
        ["project", var code] when content.FindProject(code) is { } project => Project(project.Code),
        ["spotlight", var code] when content.Story.Spotlights.Any(s => s.Project == code) => Spotlight(code),
        ["document", var key] when content.Documents.Any(d => d.Key == key) => Document(key),
        _ => null,
    };

    public string Document(string key) => Page("documents") + "#" + key;

    private string Address(string path, DecisionBasis on, IEnumerable<KeyValuePair<string, string>> query)
    {
        var pairs = query.Where(p => !IsKept(p.Key)).ToList();
        if (edition is not null)
        {
            pairs.Add(new(EditionName, edition));
        }

        if (on == DecisionBasis.IfAgreed)
        {
            pairs.Add(new(SliceQuery.BasisName, SliceQuery.Agreed));
        }

        var address = pathBase + "/" + quarter.Slug + (path.Length == 0 ? "" : "/" + path);
        return pairs.Count == 0 ? address : address + "?" + FigureAddress.QueryText(pairs);
    }
}
