using System.Globalization;
using TransformationPortal.Core.Comparisons;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>One of the two editions that are compared.</summary>
/// <param name="Choice">Its name in the address.</param>
public sealed record ComparedSide(OpenedEdition Opened, string Choice)
{
    public Edition Content => Opened.Content;

    public EditionLinks Links => Opened.Links;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Content.Quarter}, edition {Content.Number}");

    /// <summary>For the head of a column: the quarter alone where that tells the two apart.</summary>
    public string ShortName(ComparedSide other) => other.Content.Quarter == Content.Quarter ? Name : Content.Quarter.ToString();
}

/// <summary>Two editions as a reader has chosen them.</summary>
/// <param name="Choices">Every published edition, by its name in the address.</param>
public sealed record ComparedPair(ComparedSide From, ComparedSide To, DecisionBasis Basis, string PathBase, IReadOnlyList<(string Value, string Label)> Choices)
{
    public EditionComparison Comparison { get; } = new(From.Content, To.Content, Basis);

    public bool HasPendingDecisions => From.Opened.HasPendingDecisions || To.Opened.HasPendingDecisions;

    /// <summary>The name that a value in an address goes by in the comparison: another one where it was renamed or merged since.</summary>
    public string NameNow(string name, string value) => Enum.GetValues<Grouping>().Select(ComparedEdition.DimensionOf)
        .Where(d => string.Equals(SliceQuery.NameOf(d), name, StringComparison.OrdinalIgnoreCase))
        .Aggregate(value, (now, d) => Comparison.After.NameNow(d, Comparison.Before.NameNow(d, now)));

    /// <summary>The address of the comparison, or of a page below it, on this basis or another.</summary>
    public string Address(string path = "", DecisionBasis? basis = null, params IEnumerable<KeyValuePair<string, string>> query)
    {
        IEnumerable<KeyValuePair<string, string>> pairs = [new("from", From.Choice), new("to", To.Choice), .. query];
        if ((basis ?? Basis) == DecisionBasis.IfAgreed)
        {
            pairs = pairs.Append(new(SliceQuery.BasisName, SliceQuery.Agreed));
        }

        return $"{PathBase}/compare{path}?{string.Join('&', pairs.Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value).Replace("%2F", "/", StringComparison.Ordinal)))}";
    }

    /// <summary>The page that explains a figure's change by its causes; none for a share or a count.</summary>
    public string? Explained(Figure figure) => figure.Source switch
    {
        Derivation.OfSavings savings => Address("/savings", null, WithoutBasis(SliceQuery.Pairs(savings.Slice))),
        Derivation.OfCosts costs => Address("/costs", null, WithoutBasis(SliceQuery.Pairs(costs.Slice))),
        _ => null,
    };

    /// <summary>Where a cause can be read up: the project, or the register of decisions, in the edition that holds it.</summary>
    public string? CauseAddress(ChangePart part) => part.Cause switch
    {
        { Kind: ChangeKind.Decision } => (To.Content.Decisions.Any(d => d.Ref == part.Cause.Key) ? To : From).Links.Page("decisions"),
        { Kind: ChangeKind.Position or ChangeKind.Correction or ChangeKind.Target or ChangeKind.Project } when To.Content.FindProject(part.Cause.Key) is { } project => To.Links.Project(project.Code),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> WithoutBasis(IEnumerable<KeyValuePair<string, string>> pairs) => pairs.Where(p => p.Key != SliceQuery.BasisName);
}

/// <summary>What a partial view of causes shows.</summary>
/// <param name="Shown">How many of them are shown at once; the others unfold.</param>
public sealed record CausesView(ComparedPair Pair, ComparedFigure Figure, int Shown);

/// <summary>A slice in both editions.</summary>
public sealed record CompareSlicePage(
    ComparedPair Pair, ComparedFigure Figure, string RowsName, string RowsLabel, IReadOnlyList<ComparedSliceRow> Rows, IReadOnlyList<(string Name, string Label)> RowChoices,
    IReadOnlyList<KeyValuePair<string, string>> Limits);

/// <summary>A row of a compared slice, with the addresses of the narrower slice in both editions and of its own comparison.</summary>
public sealed record ComparedSliceRow(ComparedRow Row, string Before, string After, string Address);
