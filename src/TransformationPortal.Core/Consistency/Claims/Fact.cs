using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>What is measured.</summary>
[Flags]
internal enum Measures
{
    None = 0,
    OriginalTarget = 1,
    RevisedTarget = 2,
    Position = 4,
    Budget = 8,
    Spent = 16,
    Committed = 32,
    SpentOrCommitted = 64,
    Funding = 128,
    BusinessCase = 256,
    Redundancy = 512,
    Move = 1024,
    Margin = 2048,
    Expected = 4096,
    Pressure = 8192,
    Target = OriginalTarget | RevisedTarget,
    Savings = Target | Position | Expected,
    Costs = Budget | Spent | Committed | SpentOrCommitted,
}

/// <summary>One or several bands of confidence.</summary>
[Flags]
internal enum Bands
{
    None = 0,
    Delivered = 1,
    High = 2,
    Medium = 4,
    Low = 8,
    All = Delivered | High | Medium | Low,
}

/// <summary>Years that follow each other; all of them, and what has no year, where there is none.</summary>
internal readonly record struct YearSpan(FinancialYear? From, FinancialYear? To)
{
    public static YearSpan All => default;

    public static YearSpan Of(FinancialYear year) => new(year, year);

    public bool IsAll => From is null;

    public bool IsOne => From is { } from && from == To;

    public override string ToString() => From is not { } from ? "" : from == To ? from.ShortName : $"{from.ShortName} to {To!.Value.ShortName}";
}

/// <summary>Something that amounts belong to: a project, a workstream, a source of funding.</summary>
/// <param name="Kind">The name of the dimension.</param>
/// <param name="Value">Its key on that dimension.</param>
internal readonly record struct Thing(string Kind, string Value);

/// <summary>A figure that the edition gives, by what it is of.</summary>
/// <param name="Bands">The bands it is limited to; none where it is not.</param>
/// <param name="One">The thing it is limited to; none where it is the programme's.</param>
/// <param name="Other">A second thing, where it is limited to two.</param>
/// <param name="Stands">Without what waits for a decision; nothing where nothing is recorded.</param>
/// <param name="Agreed">If pending decisions are agreed.</param>
internal sealed record Fact(
    Measures Measure, Bands Bands, YearSpan Years, Thing? One, Thing? Other, FigureUnit Unit, decimal? Stands, decimal? Agreed)
{
    /// <summary>For a share, the years of what it is a share of.</summary>
    public YearSpan WholeYears { get; init; }

    public int Things => (One is null ? 0 : 1) + (Other is null ? 0 : 1);

    public string Print(decimal? value) =>
        Unit == FigureUnit.Share ? MoneyFormat.Percent(value) : value is { } pounds ? MoneyFormat.ExactMillions(new Money(pounds)) : "nothing";
}

internal static class BandFacts
{
    public static Bands AsBands(this Confidence band) => (Bands)(1 << (int)band);

    public static IEnumerable<Confidence> Each(this Bands bands) => ConfidenceFacts.Bands.Where(b => bands.HasFlag(b.AsBands()));
}
