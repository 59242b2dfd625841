namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Finds words that stand by themselves.</summary>
internal static class WholeWords
{
    /// <summary>Where the words end, if a text has them, in this case, and not within others; nothing where it has not.</summary>
    public static int? In(string text, string words, StringComparison comparison = StringComparison.Ordinal)
    {
        for (var at = text.IndexOf(words, comparison); at >= 0; at = text.IndexOf(words, at + 1, comparison))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '-') && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return end;
            }
        }

        return null;
    }
}
