using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Forecasts;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Tests.Building;

namespace TransformationPortal.Core.Tests.Forecasts;

/// <summary>What was forecast, and what came.</summary>
public sealed class ForecastRecordTests
{
    // One line, £1,000 for 2019/20; each quarter some more of it is delivered, at last £900.
    private static readonly Edition[] Editions =
    [
        Quarter("2019/20 Q1", "2019-06", 100, 500, 300, 100), Quarter("2019/20 Q2", "2019-09", 300, 400, 200, 100),
        Quarter("2019/20 Q3", "2019-12", 600, 300, 100, 0), Quarter("2019/20 Q4", "2020-03", 900, 0, 0, 100),
    ];

    [Fact]
    public void Year_ThatIsClosed_ShowsEveryForecastAndWhatCame()
    {
        var year = new ForecastRecord(Editions, DecisionBasis.AsItStands).Years[0];

        Assert.True(year.IsClosed);
        Assert.Equal((1_000m, 900m), (year.Original.Amount, year.Came.Amount));
        Assert.Equal(["2019/20 Q1: 100 500 300 100", "2019/20 Q2: 300 400 200 100", "2019/20 Q3: 600 300 100 0"],
            year.Forecasts.Select(f => $"{f.Edition.Quarter}: {string.Join(' ', f.Bands.Select(b => b.Amount))}"));
    }

    [Fact]
    public void Year_InHand_IsNotClosedAndTakesNoPartInTheRecord()
    {
        var record = new ForecastRecord(Editions[..2], DecisionBasis.AsItStands);

        Assert.False(record.Years[0].IsClosed);
        Assert.Equal((0, false), (record.Record.Forecasts, record.Record.IsEnough));
    }

    [Fact]
    public void Quarter_BetweenTwoEditions_TakesWhatCameFromTheSurestBandFirst()
    {
        var quarters = new ForecastRecord(Editions, DecisionBasis.AsItStands).Quarters;

        Assert.Equal(["2019/20 Q4 300", "2019/20 Q3 300", "2019/20 Q2 200"], quarters.Select(q => $"{q.After.Quarter} {q.Delivered}"));
        Assert.Equal(["High 300 of 300", "Medium 0 of 100", "Low 0 of 0"], quarters[0].Bands.Select(b => $"{b.Band} {b.Came} of {b.Forecast}"));
        Assert.Null(quarters[0].Bands[2].Share);
    }

    [Fact]
    public void Record_OfThreeForecasts_IsNotEnoughAndOfFourIs()
    {
        var three = new ForecastRecord(Editions, DecisionBasis.AsItStands).Record;
        var four = new ForecastRecord([Quarter("2018/19 Q4", "2019-03", 0, 600, 400, 0), .. Editions], DecisionBasis.AsItStands).Record;

        Assert.Equal((3, false), (three.Forecasts, three.IsEnough));
        Assert.Equal((4, true), (four.Forecasts, four.IsEnough));

        // High stood at 600, 500, 400 and 300, and all of it came; medium at 400, 300, 200 and 100, of which 300, 300, 200 and 0 came.
        Assert.Equal(["High 1800 1800", "Medium 1000 800", "Low 200 0"], four.Bands.Select(b => $"{b.Band} {b.Forecast} {b.Came}"));
    }

    [Fact]
    public void Bands_OfAnyTwoEditions_GiveNoMoreThanStoodAtThemAndNoMoreThanCame() => Law.HoldsForEveryPair((one, other) =>
    {
        var quarter = Assert.Single(new ForecastRecord([one.State.Compose(), other.State.Compose("2019/20 Q2")], DecisionBasis.AsItStands).Quarters);

        Assert.All(quarter.Bands, b => Assert.InRange(b.Came.Pounds, 0, b.Forecast.Pounds));
        Assert.True(quarter.Bands.Sum(b => b.Came.Pounds) <= Gained(quarter));
    });

    // What lines delivered more in the later edition; a line that lost something else takes nothing from it.
    private static decimal Gained(QuarterOutcome quarter)
    {
        decimal Of(Edition e, string line) => e.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, DecisionBasis.AsItStands).In(quarter.Year).At(Confidence.Delivered).Where(SavingsDimension.Line, line)).OrZero().Pounds;
        return quarter.Before.SavingsLines.Sum(l => Math.Max(0, Of(quarter.After, l.Ref) - Of(quarter.Before, l.Ref)));
    }

    private static Edition Quarter(string quarter, string month, int delivered, int high, int medium, int low) => new ProgrammeBuilder()
        .Project("TP-01").Line("S-01").Target("2019/20", 1_000)
        .Position("2019/20", Confidence.Delivered, delivered, month).Position("2019/20", Confidence.High, high, month)
        .Position("2019/20", Confidence.Medium, medium, month).Position("2019/20", Confidence.Low, low, month)
        .Edition(quarter);
}
