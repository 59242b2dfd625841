using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Web.Editions;

/// <summary>An edition as a reader has opened it: on a decision basis, and with the addresses of everything in it.</summary>
[FromAddress(typeof(OpenedEditionBinder))]
public sealed record OpenedEdition(PublishedEdition Published, DecisionBasis Basis, EditionLinks Links)
{
    /// <summary>Whether this is the quarter as it would be published now, which only the PMO sees.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether nothing else has been published, so that there is nothing to compare it with.</summary>
    public bool IsOnly { get; init; }

    public Edition Content => Published.Content;

    public Quarter Quarter => Content.Quarter;

    /// <summary>How an address names it among other editions.</summary>
    public string CompareName => new EditionName(Quarter, Published.IsSuperseded ? Content.Number : null).ToString();

    public bool HasPendingDecisions => new PendingDecisions(Content).Any;
}
