namespace TransformationPortal.Core.Searching;

/// <summary>Which items hold a word, or a word that begins so.</summary>
internal sealed class WordIndex
{
    private readonly string[] words;
    private readonly int[][] items;
    private readonly int count;

    /// <param name="held">The items of each word, in order.</param>
    /// <param name="count">How many items the index has.</param>
    public WordIndex(Dictionary<string, List<int>> held, int count)
    {
        words = [.. held.Keys];
        items = [.. words.Select(w => held[w].ToArray())];
        Array.Sort(words, items, StringComparer.Ordinal);
        this.count = count;
    }

    /// <summary>The items that hold the word; of a word of three letters or more, those too that hold one that begins so.</summary>
    public ItemSet Find(string word)
    {
        var found = new ItemSet(count);
        var first = Array.BinarySearch(words, word, StringComparer.Ordinal);
        var isBeginning = word.Length >= 3 && word.All(char.IsLetter);
        for (var i = first < 0 ? ~first : first; i < words.Length && (isBeginning ? words[i].StartsWith(word, StringComparison.Ordinal) : words[i] == word); i++)
        {
            found.Add(items[i]);
        }

        return found;
    }

    /// <summary>The word that somebody who mistyped it most likely meant: a slip away, or two in a long word; nothing where none is near.</summary>
    public string? Nearest(string word)
    {
        if (word.Length < 4 || !word.All(char.IsLetter))
        {
            return null;
        }

        var most = word.Length < 8 ? 1 : 2;
        string? best = null;
        var (least, held) = (most + 1, 0);
        for (var i = 0; i < words.Length; i++)
        {
            if (Math.Abs(words[i].Length - word.Length) <= most && Slips(word, words[i], most) is var slips && slips <= most
                && (slips < least || slips == least && items[i].Length > held))
            {
                (best, least, held) = (words[i], slips, items[i].Length);
            }
        }

        return best;
    }

    // Letters left out, added, changed or swapped with their neighbour; more than the most are not counted further.
    private static int Slips(string one, string other, int most)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        Span<int> next = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var slips = Math.Min(Math.Min(row[j], next[j - 1]) + 1, row[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    slips = Math.Min(slips, before[j - 2] + 1);
                }

                next[j] = slips;
                least = Math.Min(least, slips);
            }

            if (least > most)
            {
                return least;
            }

            row.CopyTo(before);
            next.CopyTo(row);
        }

        return row[other.Length];
    }
}
