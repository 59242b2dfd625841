namespace TransformationPortal.Core.Annexes;

/// <summary>
/// The simple Markdown that story lines are written in, as runs: <c>**strong**</c> becomes strong, <c>[words](address)</c>
/// keeps its words, and whatever else looks like a mark stays as it was typed.
/// </summary>
public static class StoryText
{
    private const string Strong = "**";

    public static AnnexText Read(string markdown)
    {
        var runs = new List<AnnexRun>();
        var rest = WithoutLinks(markdown.ReplaceLineEndings(" ").Trim());
        while (rest.Length > 0)
        {
            var open = rest.IndexOf(Strong, StringComparison.Ordinal);
            var close = open < 0 ? -1 : rest.IndexOf(Strong, open + Strong.Length, StringComparison.Ordinal);
            if (close <= open + Strong.Length)
            {
                runs.Add(new AnnexRun(rest));
                break;
            }

            if (open > 0)
            {
                runs.Add(new AnnexRun(rest[..open]));
            }

            runs.Add(new AnnexRun(rest[(open + Strong.Length)..close], IsStrong: true));
            rest = rest[(close + Strong.Length)..];
        }

        return new(runs);
    }

    private static string WithoutLinks(string text)
    {
        var from = 0;
        while (text.IndexOf("](", from, StringComparison.Ordinal) is var middle and >= 0)
        {
            var open = text.LastIndexOf('[', middle);
            var close = text.IndexOf(')', middle);
            if (open < 0 || close < 0)
            {
                return text;
            }

            text = string.Concat(text.AsSpan(0, open), text.AsSpan(open + 1, middle - open - 1), text.AsSpan(close + 1));
            from = middle - 1;
        }

        return text;
    }
}
