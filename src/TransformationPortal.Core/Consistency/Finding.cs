using System.Security.Cryptography;
using System.Text;

namespace TransformationPortal.Core.Consistency;

/// <summary>What kind of contradiction was found.</summary>
public enum FindingKind
{
    /// <summary>Bands of confidence that do not add up to the target they belong to.</summary>
    Bands,

    /// <summary>A table whose rows do not add up to its total.</summary>
    Table,

    /// <summary>Parts of a total that do not add up to it.</summary>
    Parts,

    /// <summary>An amount typed in prose that no figure supports, or that differs from the figure nearest in meaning.</summary>
    TypedAmount,

    /// <summary>Two measures that look alike and differ.</summary>
    LookAlike,

    /// <summary>A re-profile whose amount has no year.</summary>
    NotRehomed,

    /// <summary>A decision that figures wait for.</summary>
    PendingDecision,

    /// <summary>A text that takes a pending decision as agreed.</summary>
    AssumedDecision,

    /// <summary>A day that does not fit the period.</summary>
    Date,

    /// <summary>Reports of the quarter's last month that are not approved.</summary>
    Report,

    /// <summary>A name that is not what the portal calls the thing, or a number under the wrong name.</summary>
    Label,

    /// <summary>A figure in a text that does not exist or gives nothing.</summary>
    Figure,

    /// <summary>A number of projects or risks typed in prose that the programme does not have.</summary>
    Count,

    /// <summary>Savings still expected in a year that is over.</summary>
    EndedYear,

    /// <summary>A live figure in a sentence that speaks of another measure, year, band or thing.</summary>
    OtherWords,

    /// <summary>One fact told in two ways in two texts.</summary>
    ToldApart,
}

public enum FindingSeverity
{
    /// <summary>Has to be mended: no explanation would make it right.</summary>
    Blocking,

    /// <summary>Has to be mended, or signed for with a reconciliation note that readers see.</summary>
    ToBeSigned,
}

/// <summary>A contradiction in a quarter that is to be published.</summary>
/// <param name="Disagreement">What disagrees, by how much, in one or two sentences.</param>
/// <param name="Where">The address in the portal where it is seen or mended, from the root, without a leading slash.</param>
/// <param name="WhereName">What that place is called.</param>
/// <param name="Mend">How it can be mended.</param>
public sealed record Finding(FindingKind Kind, FindingSeverity Severity, string Disagreement, string Where, string WhereName, string Mend)
{
    private const int KeyBytes = 8;

    /// <summary>By how much it disagrees, in pounds, or the amount that it is about; nothing where it is about no money.</summary>
    public Money? Apart { get; init; }

    /// <summary>The amount in a text that is doubted, as it was typed: it may be from elsewhere. Nothing where there is none.</summary>
    public string? Typed { get; init; }

    /// <summary>
    /// What it is about, where it stays the same finding while less of it is left: a line and year, the reports of a month. A
    /// note signed for it goes on answering it as long as nothing has become worse.
    /// </summary>
    public string? About { get; init; }

    /// <summary>What <see cref="About"/> takes together: codes of projects. A note answers for those that it was signed for.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Names the finding for as long as it says the same, or is about the same: a note signed for it does not answer another.</summary>
    public string Key => $"{Kind.ToString().ToLowerInvariant()}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(About ?? Disagreement))[..KeyBytes])}";

    /// <summary>Whether a note that was signed for it when it was as told answers it as it is now: nothing may have become worse.</summary>
    /// <param name="apart">By how much it disagreed then.</param>
    /// <param name="covers">What it covered then.</param>
    public bool IsNoWorseThan(Money? apart, IReadOnlyCollection<string> covers) =>
        About is null || Math.Abs(Apart.OrZero().Pounds) <= Math.Abs(apart.OrZero().Pounds) && Covers.All(covers.Contains);
}

public static class FindingFacts
{
    /// <summary>As the findings page heads it.</summary>
    public static string Title(this FindingKind kind) => kind switch
    {
        FindingKind.Bands => "Confidence and target",
        FindingKind.Table => "A table that does not foot",
        FindingKind.Parts => "Parts and total",
        FindingKind.TypedAmount => "An amount typed by hand",
        FindingKind.LookAlike => "Measures that look alike",
        FindingKind.NotRehomed => "Not yet re-homed",
        FindingKind.PendingDecision => "A pending decision",
        FindingKind.AssumedDecision => "A decision taken as agreed",
        FindingKind.Date => "A day outside the period",
        FindingKind.Report => "Reports",
        FindingKind.Label => "A label that does not match",
        FindingKind.Figure => "A figure that is not there",
        FindingKind.Count => "A count typed by hand",
        FindingKind.EndedYear => "Expected in a year that is over",
        FindingKind.OtherWords => "A figure beside other words",
        FindingKind.ToldApart => "One thing told in two ways",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of finding."),
    };
}
