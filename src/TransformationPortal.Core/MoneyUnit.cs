namespace TransformationPortal.Core;

/// <summary>How finely the amounts of a sentence are printed, from the shortest.</summary>
public enum MoneyUnit
{
    /// <summary>£ million to one place: <c>£15.0m</c>.</summary>
    Short,

    /// <summary>£ million to three places: <c>£14.999m</c>.</summary>
    Exact,

    /// <summary>Pounds, with pence where there are any: <c>£14,999,000</c>.</summary>
    Full,
}

/// <summary>
/// Amounts that stand beside one another in a sentence are printed in one unit: the shortest in which different amounts look
/// different, and in which those that are added or subtracted come, as printed, to the result that is printed.
/// </summary>
public static class MoneyUnits
{
    /// <summary>The shortest unit in which amounts that differ look different.</summary>
    /// <param name="amounts">The amounts of the sentence; those that are not recorded do not count.</param>
    public static MoneyUnit Apart(params IEnumerable<Money?> amounts)
    {
        List<Money> all = [.. amounts.OfType<Money>().Distinct()];
        return First(MoneyUnit.Short, unit => AreApart(unit, all));
    }

    /// <summary>The shortest unit, from a given one on, in which each sum comes to its result as printed and amounts that differ look different.</summary>
    /// <param name="least">The unit that is fine enough otherwise.</param>
    /// <param name="sums">Results, each with the amounts that are added up to it.</param>
    public static MoneyUnit Agreeing(MoneyUnit least, params IReadOnlyList<(Money Result, IReadOnlyList<Money> Terms)> sums)
    {
        List<Money> all = [.. sums.SelectMany(s => s.Terms.Append(s.Result)).Distinct()];
        return First(least, unit => AreApart(unit, all) && sums.All(s => s.Terms.Sum(t => Printed(unit, t)) == Printed(unit, s.Result)));
    }

    /// <summary>The amount as the unit prints it.</summary>
    public static string Text(this MoneyUnit unit, Money amount) => unit switch
    {
        MoneyUnit.Short => MoneyFormat.Format(amount, MoneyStyle.Millions),
        MoneyUnit.Exact => MoneyFormat.ExactMillions(amount),
        MoneyUnit.Full => MoneyFormat.Format(amount, MoneyStyle.Pounds),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    /// <summary>The pounds that a reader of the printed amount adds up.</summary>
    public static decimal Printed(MoneyUnit unit, Money amount)
    {
        var places = unit switch { MoneyUnit.Short => 1, MoneyUnit.Exact => 3, _ => 8 };
        var millions = Math.Round(amount.Millions, places, MidpointRounding.AwayFromZero);
        return millions == 0 ? amount.Pounds : millions * 1_000_000m;
    }

    private static bool AreApart(MoneyUnit unit, List<Money> amounts) => amounts.Select(a => Printed(unit, a)).Distinct().Count() == amounts.Count;

    // In pounds and pence everything is as it is.
    private static MoneyUnit First(MoneyUnit least, Func<MoneyUnit, bool> suits)
    {
        var unit = least;
        while (unit < MoneyUnit.Full && !suits(unit))
        {
            unit++;
        }

        return unit;
    }
}
