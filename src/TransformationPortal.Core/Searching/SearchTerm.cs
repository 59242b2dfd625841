using System.Globalization;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Searching;

/// <summary>What somebody searches for: everything that was typed between two blanks.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Whole">The word as a whole, as it is kept in the index.</param>
/// <param name="Parts">What it is made of where it is joined; the whole alone where it is not.</param>
/// <param name="Amounts">The amounts, in pounds, that it may stand for; none where it is no amount.</param>
internal sealed record SearchTerm(string Typed, string Whole, IReadOnlyList<string> Parts, IReadOnlyList<(decimal From, decimal To)> Amounts)
{
    /// <summary>How many terms of a search are looked for: nobody types more by hand.</summary>
    public const int Most = 16;

    /// <summary>The terms of a search; a term without a letter or figure is left out.</summary>
    public static IReadOnlyList<SearchTerm> Read(string? search) =>
    [
        .. Split(TypedText.Clean(search).Text).Select(Of).OfType<SearchTerm>().DistinctBy(t => t.Whole, StringComparer.Ordinal).Take(Most),
    ];

    // A minus sign or dash alone joins nothing: 2019 – 2024 are two terms.
    private static IEnumerable<string> Split(string search) => search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static SearchTerm? Of(string typed)
    {
        var words = SearchWords.Of(typed).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        // The joined word comes last, after its parts; of those the s of a possessive and the O of a name say nothing.
        var parts = words.Count == 1 ? words : words[..^1];
        var longer = parts.Where(w => w.Key.Length > 1 || char.IsDigit(w.Key[0])).ToList();
        var whole = MatchingKey.Letters(typed) is { Length: > 0 } letters ? letters : words[^1].Key;
        return new(typed, whole, [.. (longer.Count > 0 ? longer : parts).Select(w => w.Key)], [.. AmountsOf(typed)]);
    }

    /// <summary>
    /// £2.3m is whatever rounds to it. A plain number of four figures or more is an amount in pounds, and in thousands as some
    /// tables print it; one with three decimal places is in millions, as the papers' tables print it.
    /// </summary>
    private static IEnumerable<(decimal From, decimal To)> AmountsOf(string typed)
    {
        if (AmountReader.Read(typed, decimals: 4).Value is not { } read || read == 0)
        {
            yield break;
        }

        var pounds = Math.Abs(read);
        var isPlain = typed.All(c => char.IsAsciiDigit(c) || c is ',' or '.');
        var decimals = typed.LastIndexOf('.') is >= 0 and var point ? typed[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count() : 0;
        var unit = typed.TrimEnd().ToLowerInvariant() switch
        {
            [.., 'k'] => 1_000m,
            [.., 'b', 'n'] => 1_000_000_000m,
            [.., 'm'] or [.., 'm', 'n'] => 1_000_000m,
            _ => 1m,
        };
        var half = unit / 2 / Power(decimals);
        if (!isPlain || pounds >= 1000 && decimals == 0)
        {
            yield return unit == 1m && decimals == 0 ? (pounds, pounds + 0.99m) : (pounds - half, pounds + half);
        }

        if (isPlain && decimals == 0 && pounds is >= 100 and < 1_000_000)
        {
            yield return ((pounds - 0.5m) * 1_000, (pounds + 0.5m) * 1_000);
        }

        if (isPlain && decimals is 1 or 3)
        {
            yield return ((pounds - half) * 1_000_000, (pounds + half) * 1_000_000);
        }
    }

    private static decimal Power(int decimals) => decimal.Parse("1" + new string('0', decimals), CultureInfo.InvariantCulture);
}
