using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Forecasts;

/// <summary>
/// What was forecast when, at which confidence, and what came. It is read from published editions alone: a forecast is what
/// readers were told, not what was recorded later.
/// </summary>
/// <param name="editions">One edition a quarter, the oldest first; the last is the one that says what came.</param>
/// <param name="basis">Whether decisions that were pending are taken as agreed.</param>
public sealed class ForecastRecord(IReadOnlyList<Edition> editions, DecisionBasis basis)
{
    /// <summary>How many forecasts of years that have ended there must be before a band has a record: a whole year of quarters.</summary>
    public const int Enough = 4;

    private Edition Latest => editions[^1];

    /// <summary>The years that have begun, the latest first: each with what every edition forecast of it.</summary>
    public IReadOnlyList<YearForecasts> Years =>
    [
        .. FinancialYear.Range(Latest.Programme.FirstYear, Latest.Programme.LastYear).Where(y => y.FirstDay <= Latest.AsAt).Reverse()
            .Select(y => new YearForecasts(y, y.LastDay <= Latest.AsAt, Original(y), Delivered(Latest, y),
                [.. editions.Where(e => e.AsAt < y.LastDay && y.FirstDay <= e.AsAt.AddYears(1)).Select(e => Forecast(e, y))])),
    ];

    /// <summary>Each quarter between two editions that follow each other, the latest first: what was delivered in it, and from which band it came.</summary>
    public IReadOnlyList<QuarterOutcome> Quarters =>
    [
        .. editions.Zip(editions.Skip(1)).Reverse().Select(pair => new QuarterOutcome(
            pair.First, pair.Second, pair.Second.Quarter.Year, Delivered(pair.First, pair.Second.Quarter.Year), Delivered(pair.Second, pair.Second.Quarter.Year),
            Bands(pair.First, pair.Second, pair.Second.Quarter.Year))),
    ];

    /// <summary>What came of each band in years that have ended: every forecast published before such a year's end counts once.</summary>
    public BandRecord Record
    {
        get
        {
            List<(Edition Edition, FinancialYear Year)> forecasts =
            [
                .. Years.Where(y => y.IsClosed).SelectMany(y => y.Forecasts.Select(f => (f.Edition, y.Year))),
            ];
            var outcomes = forecasts.Select(f => Bands(f.Edition, Latest, f.Year)).ToList();
            return new(forecasts.Count, [.. ExpectedBands.Select((band, i) => new BandOutcome(
                band, outcomes.Select(o => o[i].Forecast).SumOrNothing().OrZero(), outcomes.Select(o => o[i].Came).SumOrNothing().OrZero()))]);
        }
    }

    /// <summary>Whether decisions have moved savings out of a year or into it, so that its original target is not what it was first set at.</summary>
    public bool IsReprofiled(FinancialYear year) =>
        Latest.Savings.EntriesIn(SavingsSlices.Of(SavingsKind.OriginalTarget, basis).In(year)).Any(e => e.Item.Decision is not null);

    /// <summary>The bands of what is still to come, from surest to least sure.</summary>
    public static IReadOnlyList<Confidence> ExpectedBands { get; } = [.. ConfidenceFacts.Bands.Where(b => b != Confidence.Delivered)];

    private YearForecast Forecast(Edition edition, FinancialYear year) => new(
        edition, Money(edition, SavingsSlices.Of(SavingsKind.RevisedTarget, basis).In(year)),
        [.. ConfidenceFacts.Bands.Select(b => Money(edition, SavingsSlices.Of(SavingsKind.Position, basis).In(year).At(b)))]);

    private Figure Original(FinancialYear year) => Money(Latest, SavingsSlices.Of(SavingsKind.OriginalTarget, basis).In(year));

    private Figure Delivered(Edition edition, FinancialYear year) => Money(edition, SavingsSlices.Of(SavingsKind.Position, basis).In(year).At(Confidence.Delivered));

    private static Figure Money(Edition edition, Slice<SavingsDimension> slice) => Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));

    // What a line delivered since is taken from its surest band first, since nobody records which pound it was.
    private IReadOnlyList<BandOutcome> Bands(Edition then, Edition later, FinancialYear year)
    {
        var slice = SavingsSlices.Of(SavingsKind.Position, basis).In(year);
        var (before, after) = (ByLine(then, slice), ByLine(later, slice));
        var forecast = new decimal[ExpectedBands.Count];
        var came = new decimal[ExpectedBands.Count];
        foreach (var (line, bands) in before)
        {
            var rest = Math.Max(0, after.GetValueOrDefault(line)?[0] - bands[0] ?? 0);
            for (var i = 0; i < ExpectedBands.Count; i++)
            {
                var expected = Math.Max(0, bands[i + 1]);
                var taken = Math.Min(rest, expected);
                forecast[i] += expected;
                came[i] += taken;
                rest -= taken;
            }
        }

        return [.. ExpectedBands.Select((band, i) => new BandOutcome(band, new(forecast[i]), new(came[i])))];
    }

    // For each line, its amount in every band from delivered to low.
    private static Dictionary<string, decimal[]> ByLine(Edition edition, Slice<SavingsDimension> slice)
    {
        var pivot = edition.Savings.Pivot(slice, SavingsDimension.Line, SavingsDimension.Confidence);
        return pivot.Rows.ToDictionary(
            line => line, line => ConfidenceFacts.Bands.Select(b => pivot[line, SavingsKeys.Confidence(b)].OrZero().Pounds).ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>What was forecast of a year, edition by edition, and what came.</summary>
/// <param name="IsClosed">Whether the year had ended on the day that the latest edition stands for.</param>
/// <param name="Original">The year's original target.</param>
/// <param name="Came">What is delivered of it in the latest edition; what came, once the year is closed.</param>
/// <param name="Forecasts">Editions published for days before the year's end and no more than a year before its beginning, the oldest first.</param>
public sealed record YearForecasts(FinancialYear Year, bool IsClosed, Figure Original, Figure Came, IReadOnlyList<YearForecast> Forecasts);

/// <summary>What one edition forecast of a year.</summary>
/// <param name="Bands">By band, from delivered to low.</param>
public sealed record YearForecast(Edition Edition, Figure Target, IReadOnlyList<Figure> Bands);

/// <summary>What became of a quarter.</summary>
/// <param name="Before">The edition before it, which forecast.</param>
/// <param name="After">The edition at its end.</param>
/// <param name="Year">The year whose savings are looked at: that of the later edition.</param>
/// <param name="Bands">What stood at each band before, and how much of it was delivered in the quarter.</param>
public sealed record QuarterOutcome(Edition Before, Edition After, FinancialYear Year, Figure DeliveredBefore, Figure DeliveredAfter, IReadOnlyList<BandOutcome> Bands)
{
    public Money Delivered => DeliveredAfter.Money.OrZero() - DeliveredBefore.Money.OrZero();
}

/// <summary>A band of confidence: what stood at it, and how much of that was delivered. In pounds.</summary>
public sealed record BandOutcome(Confidence Band, Money Forecast, Money Came)
{
    /// <summary>The share of one that came; nothing where nothing stood at the band.</summary>
    public decimal? Share => Came.ShareOf(Forecast);
}

/// <summary>The record of the bands over the years that have ended.</summary>
/// <param name="Forecasts">How many forecasts of such years were published.</param>
public sealed record BandRecord(int Forecasts, IReadOnlyList<BandOutcome> Bands)
{
    /// <summary>Whether there is history enough to speak of a record.</summary>
    public bool IsEnough => Forecasts >= ForecastRecord.Enough;
}
