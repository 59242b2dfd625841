using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Forecasts;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Core.Savings;
using TransformationPortal.Web.Editions;

namespace TransformationPortal.Web.Areas.Members.Models;

/// <summary>The editions that a page reads, the oldest first, with the addresses of each.</summary>
/// <param name="Here">Those of the last one, which is the one that is open.</param>
public sealed record EditionHistory(IReadOnlyList<PublishedEdition> Editions, string PathBase, DecisionBasis Basis, EditionLinks Here)
{
    /// <summary>The addresses of an edition of this history.</summary>
    public EditionLinks Links(Edition edition) => ReferenceEquals(edition, Editions[^1].Content) ? Here : new(PathBase, edition.Quarter, null, Basis);

    /// <summary>The address that compares two editions of it which follow each other; none for the first.</summary>
    public string? CompareWithBefore(Edition edition, string path, string more)
    {
        var at = Editions.ToList().FindIndex(e => ReferenceEquals(e.Content, edition));
        return at < 1 ? null : $"{PathBase}/compare{path}?from={Name(Editions[at - 1])}&to={Name(Editions[at])}{more}";
    }

    private static EditionName Name(PublishedEdition edition) => new(edition.Content.Quarter, edition.IsSuperseded ? edition.Content.Number : null);
}

/// <summary>What was forecast, and what came.</summary>
public sealed record ForecastsPage(ForecastRecord Record, EditionHistory History) : IShowsOtherEditions
{
    public IEnumerable<PublishedEdition> Others => History.Editions.SkipLast(1);
}

/// <summary>Where the pounds of a savings line were, edition by edition.</summary>
public sealed record LinePage(SavingsLine Line, IReadOnlyList<(Edition Edition, LinePounds Pounds)> Over, EditionHistory History)
    : IShowsOtherEditions
{
    public IEnumerable<PublishedEdition> Others => History.Editions.SkipLast(1);
}

/// <summary>A row of pounds with its heading.</summary>
/// <param name="Address">Where the heading leads; nowhere when none is given.</param>
public sealed record PoundsRow(string Label, string? Address, SavedPounds Pounds, bool IsTotal = false);

/// <summary>A table of pounds.</summary>
public sealed record PoundsTable(string Caption, string Heading, IReadOnlyList<PoundsRow> Rows);
