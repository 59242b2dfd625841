namespace TransformationPortal.Core.Searching;

/// <summary>Shows what was found in a text: the sentence around it, with the words marked.</summary>
internal static class Excerpts
{
    // A sentence that is longer is cut between words.
    private const int Longest = 240;

    /// <summary>The text with what was found in it marked.</summary>
    /// <param name="keys">Words as they are searched for.</param>
    public static IReadOnlyList<MarkedText> Marked(string text, IReadOnlyCollection<string> keys)
    {
        var runs = new List<MarkedText>();
        var done = 0;
        foreach (var (start, length) in Found(text, keys))
        {
            if (start < done)
            {
                continue;
            }

            Add(text[done..start], false);
            Add(text.Substring(start, length), true);
            done = start + length;
        }

        Add(text[done..], false);
        return runs;

        void Add(string stretch, bool isFound)
        {
            if (stretch.Length > 0)
            {
                runs.Add(new(stretch, isFound));
            }
        }
    }

    /// <summary>The first sentence that holds something of what was found; empty where the text holds none of it.</summary>
    public static IReadOnlyList<MarkedText> Around(string text, IReadOnlyCollection<string> keys)
    {
        if (Found(text, keys).Select(f => (int?)f.Start).FirstOrDefault() is not { } at)
        {
            return [];
        }

        var start = at;
        while (start > 0 && !Ends(text, start - 1) && at - start < Longest / 2)
        {
            start--;
        }

        var end = at;
        while (end < text.Length && !Ends(text, end) && end - start < Longest)
        {
            end++;
        }

        end = end < text.Length && text[end] is '.' or '!' or '?' ? end + 1 : end;
        var isCutBefore = start > 0 && !Ends(text, start - 1);
        var isCutAfter = end < text.Length && !Ends(text, end - 1) && text[end] != '\n';
        start = isCutBefore && text.IndexOf(' ', start, at - start) is >= 0 and var blank ? blank + 1 : start;
        end = isCutAfter && text.LastIndexOf(' ', end - 1, end - at) is > 0 and var last ? last : end;
        return
        [
            .. isCutBefore ? [new MarkedText("… ", false)] : Array.Empty<MarkedText>(),
            .. Marked(text[start..end].Trim(), keys),
            .. isCutAfter ? [new MarkedText(" …", false)] : Array.Empty<MarkedText>(),
        ];
    }

    private static IEnumerable<(int Start, int Length)> Found(string text, IReadOnlyCollection<string> keys) => SearchWords.Of(text)
        .Where(w => keys.Any(k => k.Length >= 3 && k.All(char.IsLetter) ? w.Key.StartsWith(k, StringComparison.Ordinal) : w.Key == k))
        .Select(w => (w.Start, w.Length)).OrderBy(w => w.Start).ThenByDescending(w => w.Length);

    private static bool Ends(string text, int at) =>
        text[at] == '\n' || text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
}
