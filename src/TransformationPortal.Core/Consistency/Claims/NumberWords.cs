using System.Globalization;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Whole numbers as they are typed, in figures or in words, up to nine hundred and ninety-nine in words.</summary>
internal static class NumberWords
{
    private const string Unit = "one|two|three|four|five|six|seven|eight|nine";

    private const string Teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";

    private const string Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    private const string BelowHundred = $"(?:(?:{Tens})(?:[- ](?:{Unit}))?|{Teens}|{Unit})";

    /// <summary>The pattern of a number in words, to be put into another.</summary>
    public const string Pattern = $@"(?:(?:an?|{Unit})\s+hundred(?:\s+and\s+{BelowHundred})?|{BelowHundred})";

    private static readonly string[] Units = Unit.Split('|');

    private static readonly string[] TeenWords = Teens.Split('|');

    private static readonly string[] TenWords = Tens.Split('|');

    /// <summary>The number that a text says; nothing where it says none, or a longer one than any programme counts.</summary>
    public static decimal? Read(string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figures))
        {
            return figures;
        }

        var sum = 0;
        foreach (var word in text.ToLowerInvariant().Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "and")
            {
                continue;
            }

            if (word is "hundred")
            {
                sum = Math.Max(sum, 1) * 100;
            }
            else if (word is not ("a" or "an"))
            {
                if (Of(word) is not { } value)
                {
                    return null;
                }

                sum += value;
            }
        }

        return sum == 0 ? null : sum;
    }

    private static int? Of(string word) =>
        Array.IndexOf(Units, word) is var unit and >= 0 ? unit + 1
        : Array.IndexOf(TeenWords, word) is var teen and >= 0 ? teen + 10
        : Array.IndexOf(TenWords, word) is var ten and >= 0 ? (ten + 2) * 10 : null;
}
