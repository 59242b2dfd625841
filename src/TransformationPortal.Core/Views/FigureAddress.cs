using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;

namespace TransformationPortal.Core.Views;

/// <summary>Where a figure is explained: a page below its quarter, and what it is asked for.</summary>
/// <param name="Path">Below the quarter: <c>savings</c>.</param>
/// <param name="Basis">The basis that the figure is on; none for what is the same on both.</param>
/// <param name="Fragment">The place on the page; none for its top.</param>
public sealed record FigureAddress(string Path, IReadOnlyList<KeyValuePair<string, string>> Query, DecisionBasis? Basis, string? Fragment = null)
{
    /// <summary>What a figure's address says where its basis is fixed to how things stand.</summary>
    public const string Stands = "stands";

    /// <summary>The address of what a figure is made of.</summary>
    public static FigureAddress Of(Derivation source) => source switch
    {
        Derivation.OfSavings(var slice) => new("savings", Limits(slice), slice.Basis),
        Derivation.OfCosts(var slice) => new("costs/entries", Limits(slice), slice.Basis),
        Derivation.OfProjects(var filter) => new("projects", Pairs(filter), null),
        Derivation.OfFigures(var key, var basis, var decision) => new("figures/" + key, decision is null ? [] : [new("decision", decision)], basis),
        Derivation.OfFunding => new("costs", [], null, "funding"),
        Derivation.OfMeasure => new("measures", [], null),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown derivation."),
    };

    /// <summary>The limits of a slice as name and value; its basis apart.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Limits<TDimension>(Slice<TDimension> slice)
        where TDimension : struct, Enum => [.. SliceQuery.Pairs(slice).Where(p => p.Key != SliceQuery.BasisName)];

    /// <summary>The terms of a project list as name and value.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(ProjectFilter filter)
    {
        (string Name, string? Value)[] all =
        [
            ("q", filter.Text), ("phase", filter.Phase?.Name()), ("aspect", filter.Aspect == Ratings.RagAspect.Overall ? null : filter.Aspect.ToString()),
            ("rag", filter.Rag?.ToString()), ("board", filter.Board), ("workstream", filter.Workstream), ("directorate", filter.Directorate),
            ("officer", filter.Officer), ("year", filter.Year?.ToString()),
        ];
        return [.. all.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value!))];
    }

    /// <summary>Pairs as the query of an address, without its question mark. A slash stays as it is, so that year=2019/20 can be read and typed.</summary>
    public static string QueryText(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value).Replace("%2F", "/", StringComparison.Ordinal)));

    /// <summary>As one text, kept in an edition beside the figure's words.</summary>
    /// <param name="isFixed">Whether the figure stays on its own basis, whichever the reader chooses.</param>
    public string Text(bool isFixed)
    {
        IEnumerable<KeyValuePair<string, string>> pairs = isFixed && Basis is { } basis
            ? [.. Query, new(SliceQuery.BasisName, basis == DecisionBasis.IfAgreed ? SliceQuery.Agreed : Stands)]
            : Query;
        var query = QueryText(pairs);
        return Path + (query.Length == 0 ? "" : "?" + query) + (Fragment is null ? "" : "#" + Fragment);
    }
}
