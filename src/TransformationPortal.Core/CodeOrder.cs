namespace TransformationPortal.Core;

/// <summary>
/// The order in which readers expect codes and references: figures in them count as numbers, so that <c>TP-9</c> comes before
/// <c>TP-10</c> and <c>1.9</c> before <c>1.10</c>. The same on every machine, and never a tie between two different texts.
/// </summary>
public sealed class CodeOrder : IComparer<string?>
{
    private CodeOrder()
    {
    }

    public static CodeOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        int i = 0, j = 0;
        while (i < x.Length && j < y.Length)
        {
            int difference;
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                ReadOnlySpan<char> left = NumberAt(x, ref i), right = NumberAt(y, ref j);
                difference = left.Length != right.Length ? left.Length - right.Length : left.SequenceCompareTo(right);
            }
            else
            {
                difference = x[i++] - y[j++];
            }

            if (difference != 0)
            {
                return difference;
            }
        }

        var rest = (x.Length - i) - (y.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    // The figures that begin at a position, without leading zeros, whatever their length; the position moves behind them.
    private static ReadOnlySpan<char> NumberAt(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text.AsSpan(start, position - start).TrimStart('0');
    }
}
