using System.Globalization;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Comparisons;

/// <summary>Changes as readers meet them: always with a sign, so that less is not mistaken for more.</summary>
public static class ChangeWords
{
    /// <param name="change">Pounds, a number, or a share of one.</param>
    /// <returns>“No change” for nothing, an empty text where there is no change to speak of.</returns>
    public static string Of(decimal? change, FigureUnit unit) => change switch
    {
        null => "",
        0 => "No change",
        var value => unit switch
        {
            FigureUnit.Pounds => Signed(value.Value, MoneyFormat.Format(new Money(Math.Abs(value.Value)), MoneyStyle.Pounds)),
            FigureUnit.Count => Signed(value.Value, MoneyFormat.Count(Math.Abs(value.Value))),
            FigureUnit.Share => Points(Math.Round(value.Value * 100, 1, MidpointRounding.AwayFromZero)),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
        },
    };

    /// <summary>Days later or earlier: <c>30 days later</c>.</summary>
    public static string Days(int days) => days switch
    {
        0 => "Same day",
        1 => "1 day later",
        -1 => "1 day earlier",
        > 0 => string.Create(CultureInfo.InvariantCulture, $"{days} days later"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{-days} days earlier"),
    };

    private static string Points(decimal points) => points == 0
        ? "Less than 0.1 percentage points"
        : Signed(points, Math.Abs(points).ToString("0.#", CultureInfo.InvariantCulture)) + (Math.Abs(points) == 1 ? " percentage point" : " percentage points");

    private static string Signed(decimal value, string magnitude) => (value < 0 ? "−" : "+") + magnitude;
}
