using System.Globalization;

namespace TransformationPortal.Core;

/// <summary>How amounts are shown.</summary>
public enum MoneyStyle
{
    /// <summary>
    /// Tiles and prose: <c>£15.0m</c>, positive savings. What would round to nothing is given in pounds: <c>£44,000</c>.
    /// </summary>
    Millions,

    /// <summary>Slices and entries: <c>£2,308,000</c>.</summary>
    Pounds,

    /// <summary>Finance tables of savings: £ million to three places, a saving as a negative: <c>-2.308</c>.</summary>
    AnnexSavings,

    /// <summary>Tables beside charts: £ million to three places, a saving as a positive: <c>2.308</c>.</summary>
    ChartMillions,

    /// <summary>Tables of implementation cost: £ million to one place, cost positive: <c>17.9</c>.</summary>
    AnnexCosts,
}

/// <summary>The one formatter of money and shares. Halves round away from zero, as the papers do.</summary>
public static class MoneyFormat
{
    /// <summary>The amount in the given style; an empty text when nothing is recorded.</summary>
    public static string Format(Money? amount, MoneyStyle style) => amount is not { } money ? "" : style switch
    {
        MoneyStyle.Millions => IsLost(money, 1) ? Format(money, MoneyStyle.Pounds)
            : Sign(Round(money.Millions, 1), v => string.Create(CultureInfo.InvariantCulture, $"£{v:#,0.0}m")),
        MoneyStyle.Pounds => Sign(Round(money.Pounds, 2), v => "£" + v.ToString(v == decimal.Truncate(v) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture)),
        MoneyStyle.AnnexSavings => Sign(-Round(money.Millions, 3), v => v.ToString("#,0.000", CultureInfo.InvariantCulture)),
        MoneyStyle.ChartMillions => Sign(Round(money.Millions, 3), v => v.ToString("#,0.000", CultureInfo.InvariantCulture)),
        MoneyStyle.AnnexCosts => Sign(Round(money.Millions, 1), v => v.ToString("#,0.0", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Unknown money style."),
    };

    /// <summary>
    /// £ million to three places, positive, for a sentence that must be exact: <c>£0.755m</c>; in pounds where that would be nothing.
    /// </summary>
    public static string ExactMillions(Money amount) => IsLost(amount, 3) ? Format(amount, MoneyStyle.Pounds)
        : Sign(Round(amount.Millions, 3), v => string.Create(CultureInfo.InvariantCulture, $"£{v:#,0.000}m"));

    /// <summary>Pounds and pence, for amounts that are held against other records: <c>£1,200.50</c>, <c>−£500.00</c>; an empty text when nothing is recorded.</summary>
    public static string WithPence(Money? amount) => amount is not { } money ? "" : (Round(money.Pounds, 2) < 0 ? "−£" : "£") + Math.Abs(Round(money.Pounds, 2)).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>
    /// A share as whole per cent: <c>15%</c>; an empty text when there is no share. Rounding never changes the case: 100% is
    /// said only where all of it is there and 0% only where nothing is, else <c>over 99%</c>, <c>over 100%</c>, <c>under 1%</c>.
    /// </summary>
    public static string Percent(decimal? share) => share switch
    {
        null => "",
        > 0 and < 0.005m => "under 1%",
        < 0 and > -0.005m => "under 0%",
        >= 0.995m and < 1 => "over 99%",
        > 1 and < 1.005m => "over 100%",
        { } value => Sign(Round(value * 100m, 0), v => v.ToString("#,0", CultureInfo.InvariantCulture) + "%"),
    };

    /// <summary>A number with thousands, and two places at most: <c>1,184</c>; an empty text when there is none.</summary>
    public static string Count(decimal? count) => count is { } value ? Sign(Round(value, 2), v => v.ToString("#,0.##", CultureInfo.InvariantCulture)) : "";

    private static decimal Round(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);

    // There is an amount, and so many places of £ million would show nothing of it. Less than half a penny is no amount.
    private static bool IsLost(Money money, int places) => Round(money.Millions, places) == 0 && Round(money.Pounds, 2) != 0;

    // A value that rounds to nothing carries no sign: -0.000 would ask a reader what is negative about nothing.
    private static string Sign(decimal value, Func<decimal, string> magnitude) =>
        value < 0 ? "-" + magnitude(-value) : magnitude(Math.Abs(value));
}
