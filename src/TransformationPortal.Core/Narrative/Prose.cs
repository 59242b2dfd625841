namespace TransformationPortal.Core.Narrative;

/// <summary>A stretch of prose: words, or the name of a figure.</summary>
/// <param name="Text">The words, or the phrase without its braces.</param>
public readonly record struct ProsePart(string Text, bool IsFigure);

/// <summary>Prose with figures in braces. A brace that no letter follows is an ordinary character.</summary>
public static class Prose
{
    /// <summary>The parts, in order. A brace that is never closed belongs to the words after it.</summary>
    public static IReadOnlyList<ProsePart> Parse(string text)
    {
        var parts = new List<ProsePart>();
        var from = 0;
        var at = 0;
        while (at < text.Length)
        {
            var close = text[at] == '{' && at + 1 < text.Length && char.IsLetter(text[at + 1]) ? text.AsSpan(at).IndexOfAny('}', '\n') : -1;
            if (close < 0 || text[at + close] != '}')
            {
                at++;
                continue;
            }

            if (at > from)
            {
                parts.Add(new(text[from..at], false));
            }

            parts.Add(new(text[(at + 1)..(at + close)], true));
            at += close + 1;
            from = at;
        }

        if (from < text.Length)
        {
            parts.Add(new(text[from..], false));
        }

        return parts;
    }

    /// <summary>Whether the text names a figure.</summary>
    public static bool HasFigures(string text) => text.Contains('{', StringComparison.Ordinal) && Parse(text).Any(p => p.IsFigure);

    /// <summary>The words between the figures: what somebody typed.</summary>
    public static string Words(string text) => string.Concat(Parse(text).Select(p => p.IsFigure ? "\uFFFC" : p.Text));
}
