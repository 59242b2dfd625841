using System.Text;

namespace TransformationPortal.Core.Notices;

/// <summary>Text of people’s own as one line: in the head of a message, a line break would begin something else.</summary>
public static class OneLine
{
    /// <summary>The text with every control character and line break as a space, cut where it is longer than it may be.</summary>
    public static string Of(string text, int most = int.MaxValue)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var plain = char.IsControl(character) || char.IsWhiteSpace(character) || character is '\u2028' or '\u2029' ? ' ' : character;
            if (plain != ' ' || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(plain);
            }
        }

        var whole = line.ToString().TrimEnd();
        if (whole.Length <= most)
        {
            return whole;
        }

        // Half a character is none.
        var cut = char.IsHighSurrogate(whole[most - 2]) ? most - 2 : most - 1;
        return whole[..cut] + "…";
    }
}
