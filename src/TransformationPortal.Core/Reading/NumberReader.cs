using System.Globalization;

namespace TransformationPortal.Core.Reading;

/// <summary>Reads numbers that are no amounts of money, such as posts or a measure: <c>1,184</c>, <c>12.5</c>, <c>1.2m</c>.</summary>
public static class NumberReader
{
    private const string Expected = "enter a number, such as 2 or 2.5";

    /// <summary>Reads a number. Written as an amount is, but that it is no pounds.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="decimals">The most decimal places its value may have, 0 to 4.</param>
    public static Reading<decimal> Read(string? text, int decimals = 2)
    {
        var amount = AmountReader.Read(text, decimals);
        var isMoney = amount.Typed.Contains('£', StringComparison.Ordinal) || amount.Typed.Contains("GBP", StringComparison.OrdinalIgnoreCase);
        if (amount.Value is not { } value || isMoney)
        {
            return Reading<decimal>.Wrong(
                amount.Typed, amount.Problem is null or AmountReader.Expected ? Expected : amount.Problem, isMoney ? null : amount.Suggestion);
        }

        var said = value.ToString("#,0.####", CultureInfo.InvariantCulture);
        return Reading<decimal>.Of(amount.Typed, value, amount.Note is null ? null : $"“{amount.Typed}” was read as {said}.");
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="text">As typed.</param>
    public static Reading<int> Whole(string? text)
    {
        var number = Read(text, 0);
        return number.Value is { } value && Math.Abs(value) <= int.MaxValue
            ? Reading<int>.Of(number.Typed, (int)value, number.Note)
            : Reading<int>.Wrong(number.Typed, number.Problem is null or Expected ? "enter a whole number, such as 3" : number.Problem, number.Suggestion);
    }
}
