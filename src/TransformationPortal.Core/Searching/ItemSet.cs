using System.Numerics;

namespace TransformationPortal.Core.Searching;

/// <summary>Which of an index's items: a bit each, so that a search is a handful of passes over memory.</summary>
/// <param name="count">How many items the index has.</param>
internal sealed class ItemSet(int count)
{
    private readonly ulong[] bits = new ulong[(count + 63) / 64];

    public bool IsEmpty => bits.AsSpan().IndexOfAnyExcept(0ul) < 0;

    public bool this[int item] => (bits[item >> 6] & 1ul << item) != 0;

    public void Add(int item) => bits[item >> 6] |= 1ul << item;

    public void Add(IEnumerable<int> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }
    }

    public void Add(ItemSet other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] |= other.bits[i];
        }
    }

    public void Keep(ItemSet other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] &= other.bits[i];
        }
    }

    public ItemSet Copy()
    {
        var copy = new ItemSet(count);
        bits.CopyTo(copy.bits, 0);
        return copy;
    }

    /// <summary>The items in it, the first first.</summary>
    public IEnumerable<int> Items()
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var rest = bits[i]; rest != 0; rest &= rest - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }
}
