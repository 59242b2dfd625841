using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;

namespace TransformationPortal.Core.Papers;

/// <summary>
/// The simple Markdown that story lines are written in, as runs: <c>**strong**</c> becomes strong, <c>[words](address)</c>
/// keeps its words, a figure keeps the address of what it is made of, and whatever else looks like a mark stays as it was typed.
/// </summary>
public static class StoryText
{
    private const string Strong = "**";

    // Stands for a figure while the words around it are read; no text is written with it.
    private const char FigurePlace = '\uE000';

    private const char NotePlace = '\uE001';

    /// <param name="basis">The basis that figures are read on.</param>
    public static AnnexText Read(string markdown, DecisionBasis basis)
    {
        var figures = new Queue<AnnexRun>();
        var notes = new Queue<AnnexRun>();
        var marked = SourceNotes.Replace(string.Concat(markdown.Where(c => c is not (FigurePlace or NotePlace))), source =>
        {
            notes.Enqueue(new("", Note: source));
            return NotePlace.ToString();
        });
        var text = string.Concat(FixedProse.Runs(marked, basis).Select(run =>
        {
            if (run.Address is null)
            {
                return run.Text;
            }

            figures.Enqueue(new(run.Text, Address: run.Address));
            return FigurePlace.ToString();
        }));

        var runs = new List<AnnexRun>();
        var rest = WithoutLinks(text.ReplaceLineEndings(" ").Trim());
        while (rest.Length > 0)
        {
            var open = rest.IndexOf(Strong, StringComparison.Ordinal);
            var close = open < 0 ? -1 : rest.IndexOf(Strong, open + Strong.Length, StringComparison.Ordinal);
            if (close <= open + Strong.Length)
            {
                Add(rest, false);
                break;
            }

            Add(rest[..open], false);
            Add(rest[(open + Strong.Length)..close], true);
            rest = rest[(close + Strong.Length)..];
        }

        return new(runs);

        void Add(string words, bool isStrong)
        {
            while (words.Length > 0)
            {
                var place = words.AsSpan().IndexOfAny(FigurePlace, NotePlace);
                if (place != 0)
                {
                    runs.Add(new AnnexRun(place < 0 ? words : words[..place], isStrong));
                }

                if (place < 0)
                {
                    break;
                }

                runs.Add(words[place] == NotePlace ? notes.Dequeue() : figures.Dequeue() with { IsStrong = isStrong });
                words = words[(place + 1)..];
            }
        }
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
