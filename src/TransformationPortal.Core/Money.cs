using System.Globalization;

namespace TransformationPortal.Core;

/// <summary>
/// An amount in pounds sterling. A missing amount is <c>Money?</c> with no value: nothing recorded is not the same as £0.
/// Savings are positive inside; only the finance tables print them as negatives.
/// </summary>
/// <param name="Pounds">Pounds, exact; pence are kept as decimals.</param>
public readonly record struct Money(decimal Pounds) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money FromMillions(decimal millions) => new(millions * 1_000_000m);

    /// <summary>Pounds ÷ 1,000,000, not rounded.</summary>
    public decimal Millions => Pounds / 1_000_000m;

    public static Money operator +(Money left, Money right) => new(left.Pounds + right.Pounds);

    public static Money operator -(Money left, Money right) => new(left.Pounds - right.Pounds);

    public static Money operator -(Money money) => new(-money.Pounds);

    /// <summary>How many times <paramref name="whole"/> goes into this amount; nothing when the whole is £0.</summary>
    public decimal? ShareOf(Money whole) => whole.Pounds == 0 ? null : Pounds / whole.Pounds;

    public int CompareTo(Money other) => Pounds.CompareTo(other.Pounds);

    public static bool operator <(Money left, Money right) => left.Pounds < right.Pounds;

    public static bool operator >(Money left, Money right) => left.Pounds > right.Pounds;

    public static bool operator <=(Money left, Money right) => left.Pounds <= right.Pounds;

    public static bool operator >=(Money left, Money right) => left.Pounds >= right.Pounds;

    public override string ToString() => Pounds.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Sums that keep “nothing recorded” apart from “£0”.</summary>
public static class MoneySums
{
    /// <summary>The sum of the amounts, or nothing when there are none.</summary>
    public static Money? SumOrNothing(this IEnumerable<Money> amounts)
    {
        decimal sum = 0;
        var any = false;
        foreach (var amount in amounts)
        {
            sum += amount.Pounds;
            any = true;
        }

        return any ? new Money(sum) : null;
    }

    /// <summary>The sum of the amounts that are recorded, or nothing when none is.</summary>
    public static Money? SumOrNothing(this IEnumerable<Money?> amounts) =>
        amounts.Where(a => a.HasValue).Select(a => a!.Value).SumOrNothing();

    /// <summary>As a total prints it: nothing recorded totals £0.</summary>
    public static Money OrZero(this Money? amount) => amount ?? Money.Zero;
}
