namespace TransformationPortal.Core.Searching;

/// <summary>Which items hold an amount of a range.</summary>
internal sealed class AmountIndex
{
    private readonly decimal[] amounts;
    private readonly int[] items;

    /// <param name="held">Amounts in pounds, and the item of each.</param>
    public AmountIndex(List<(decimal Amount, int Item)> held)
    {
        held.Sort();
        amounts = [.. held.Select(h => h.Amount)];
        items = [.. held.Select(h => h.Item)];
    }

    /// <summary>The items that hold an amount from the one up to, and without, the other; an item may come twice.</summary>
    public IEnumerable<int> Find(decimal from, decimal to)
    {
        var first = Array.BinarySearch(amounts, from);
        first = first < 0 ? ~first : first;
        while (first > 0 && amounts[first - 1] >= from)
        {
            first--;
        }

        for (var i = first; i < amounts.Length && amounts[i] < to; i++)
        {
            yield return items[i];
        }
    }
}
