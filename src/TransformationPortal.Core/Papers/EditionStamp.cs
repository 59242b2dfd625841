using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

public enum EditionStatus
{
    /// <summary>Composed from live data for preview; sealed and published nowhere.</summary>
    Draft,

    /// <summary>The newest edition of its quarter.</summary>
    Published,

    /// <summary>Published once; a later edition of the quarter corrects it.</summary>
    Superseded,
}

/// <summary>An edition and where it stands: what a file is made from.</summary>
/// <param name="Seal">SHA-256 of its canonical JSON in lower-case hexadecimal; none for a draft.</param>
/// <param name="LatestNumber">The number of the newest edition of its quarter.</param>
/// <param name="PublishedAt">UTC; none for a draft.</param>
public sealed record EditionStamp(Edition Edition, string? Seal, EditionStatus Status, int LatestNumber, DateTime? PublishedAt = null)
{
    public static EditionStamp Of(PublishedEdition published) => new(
        published.Content, published.Seal, published.IsSuperseded ? EditionStatus.Superseded : EditionStatus.Published, published.LatestNumber, published.PublishedAt);

    public static EditionStamp Draft(Edition edition) => new(edition, null, EditionStatus.Draft, edition.Number);
}

/// <summary>What every page and file made from an edition says of itself, in one wording.</summary>
/// <param name="portal">Where readers reach the portal; none where that is not known, and then a file leads nowhere.</param>
public sealed class AnnexFace(EditionStamp stamp, DecisionBasis basis, Uri? portal = null)
{
    private Edition Edition => stamp.Edition;

    public string Programme => Edition.Programme.Name;

    public string Council => Edition.Programme.Council;

    /// <summary>The licence that the council has chosen; none where it has chosen none.</summary>
    public DataLicence? Licence => Edition.Programme.Licence;

    /// <summary>What readers must know of where the figures come from; none where there is nothing to say.</summary>
    public string? Provenance => Edition.Programme.Provenance is { Length: > 0 } provenance ? provenance : null;

    public DateOnly AsAt => Edition.AsAt;

    /// <summary>When a file of it was made, UTC: the moment of publishing, so that the same edition makes the same file; the day a draft stands for.</summary>
    public DateTime MadeAt => stamp.PublishedAt ?? AsAt.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>What a file is found by.</summary>
    public IReadOnlyList<string> Keywords => [Programme, Council, Edition.Quarter.ToString(), EditionName, $"As at {DateFormat.Long(AsAt)}", BasisName];

    public string Quarter => $"{Edition.Quarter} ({Edition.Quarter.Months})";

    public string EditionName => stamp.Status switch
    {
        EditionStatus.Draft => $"Draft of edition {Number(Edition.Number)}",
        EditionStatus.Superseded => $"Edition {Number(Edition.Number)} (superseded)",
        EditionStatus.Published => $"Edition {Number(Edition.Number)}",
        _ => throw new InvalidOperationException("Unknown status of an edition."),
    };

    public string BasisName => basis == DecisionBasis.IfAgreed ? "If agreed" : "As it stands";

    public string BasisMeaning => new PendingDecisions(Edition).Any
        ? basis == DecisionBasis.IfAgreed
            ? "Every decision still to be taken is counted as agreed."
            : "Decisions still to be taken have changed no figure."
        : "No figure waits for a decision.";

    public string Seal => stamp.Seal ?? "None: a draft is not sealed";

    /// <summary>What a reader must know before anything else: that it is a draft, or that it has been corrected. None for a current edition.</summary>
    public string? Warning => stamp.Status switch
    {
        EditionStatus.Draft => "Draft for preview. It has not been published, and its figures may change.",
        EditionStatus.Superseded => $"Superseded. Edition {Number(stamp.LatestNumber)} of this quarter has corrected this edition; use that one.",
        _ => null,
    };

    /// <summary>For a correction, what it corrects.</summary>
    public string? Notice => Edition.Notice is { Length: > 0 } notice ? (Edition.Number > 1 ? $"Correction of an earlier edition: {notice}" : notice) : null;

    /// <summary>The line that heads every page.</summary>
    public string Header => $"{Edition.Quarter} · {EditionName} · as at {DateFormat.Long(AsAt)} · {BasisName.ToLowerInvariant()}";

    /// <summary>The page of this edition, on this basis, that explains a figure; none where it is not known how readers reach the portal, or for a draft.</summary>
    /// <param name="figure">The figure's address, below the quarter.</param>
    public Uri? LinkTo(string figure)
    {
        if (portal is null || stamp.Status == EditionStatus.Draft)
        {
            return null;
        }

        var (place, fragment) = figure.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (figure, "");
        var query = new List<string> { "edition=" + Number(Edition.Number) };
        if (basis == DecisionBasis.IfAgreed && !place.Contains(SliceQuery.BasisName + "=", StringComparison.Ordinal))
        {
            query.Add($"{SliceQuery.BasisName}={SliceQuery.Agreed}");
        }

        return new Uri($"{portal.AbsoluteUri.TrimEnd('/')}/{Edition.Quarter.Slug}/{place}{(place.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', query)}{fragment}");
    }

    /// <summary>Name and value of all that identifies the file, in the order of showing.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts =>
    [
        ("Quarter", Quarter),
        ("Edition", EditionName),
        ("As at", DateFormat.Long(AsAt)),
        ("Decision basis", $"{BasisName}. {BasisMeaning}"),
        (SealName, Seal),
    ];

    /// <summary>What the seal is called among the facts: the one that only a machine reads.</summary>
    public const string SealName = "Seal";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
