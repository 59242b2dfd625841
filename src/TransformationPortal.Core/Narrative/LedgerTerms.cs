using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Reading;

namespace TransformationPortal.Core.Narrative;

/// <summary>Reads the terms of a phrase as limits of a ledger, and writes limits as terms.</summary>
/// <param name="edition">Where the values are looked up.</param>
/// <param name="known">The values of a dimension.</param>
internal sealed class LedgerTerms<TDimension>(Edition edition, Func<TDimension, IReadOnlyList<string>> known)
    where TDimension : struct, Enum
{
    private const string Year = "year";

    /// <summary>The terms as the pairs of an address, or what is wrong with one of them.</summary>
    public (IReadOnlyList<KeyValuePair<string, string>> Pairs, Found? Problem) Read(IEnumerable<PhraseTerm> terms)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var term in terms)
        {
            foreach (var typed in term.Values)
            {
                var value = InPortalsWords(typed);
                var (name, values, problem) = term.Name is { } given ? Named(given, value) : Bare(value);
                if (problem is not null)
                {
                    return ([], problem);
                }

                pairs.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
            }
        }

        return (pairs, null);
    }

    /// <summary>A limit as a term: by its value alone where that can mean one thing only.</summary>
    public string Write(TDimension dimension, IReadOnlyList<string> values)
    {
        var name = SliceQuery.NameOf(dimension);
        if (name == Year && !values.Contains(LedgerKeys.None))
        {
            return PhraseYears.Write(edition, values);
        }

        return values is [var only] && Homes(only).Count == 1 && only != LedgerKeys.None
            ? FigurePhrase.Quoted(only)
            : name + "=" + string.Join(',', values.Select(FigurePhrase.Quoted));
    }

    private (string Name, IReadOnlyList<string> Values, Found? Problem) Named(string given, string value)
    {
        var names = Enum.GetValues<TDimension>().Select(SliceQuery.NameOf).ToList();
        if (names.Find(n => n == given || n + "s" == given || (n.EndsWith('y') && n[..^1] + "ies" == given)) is not { } name)
        {
            return ("", [], Found.Not($"“{given}” is not something it can be limited by.", given, names));
        }

        if (name == Year && Years(value) is { } years)
        {
            return (name, years, null);
        }

        var values = known(Enum.Parse<TDimension>(name, ignoreCase: true));
        return Match(values, value) is { } found ? (name, [found], null)
            : ("", [], Found.Not($"“{value}” is not a {name} of this edition.", value, values.Count == 0 || name != Year ? values : [.. values, .. PhraseYears.Words]));
    }

    private (string Name, IReadOnlyList<string> Values, Found? Problem) Bare(string value)
    {
        if (Years(value) is { } years)
        {
            return (Year, years, null);
        }

        var homes = Homes(value);
        return homes switch
        {
            [var only] => (SliceQuery.NameOf(only), [Match(known(only), value)!], null),
            [] => ("", [], Found.Not($"“{value}” is not known here.", value, [.. Enum.GetValues<TDimension>().SelectMany(known).Where(v => v != LedgerKeys.None), .. PhraseYears.Words])),
            _ => ("", [], Found.Not(
                $"“{value}” can be {string.Join(" or ", homes.Select(h => "a " + SliceQuery.NameOf(h)))}; say which.", FigurePhrase.Quoted(value),
                [.. homes.Select(h => SliceQuery.NameOf(h) + "=" + FigurePhrase.Quoted(value))])),
        };
    }

    // What the council calls a band of confidence, unless it is something else here.
    private string InPortalsWords(string typed) =>
        Homes(typed).Count == 0 && edition.Programme.Band(typed) is { } band && Homes(band.ToString()).Count > 0 ? band.ToString() : typed;

    private IReadOnlyList<string>? Years(string value) => Enum.TryParse<TDimension>(Year, ignoreCase: true, out _) ? PhraseYears.Read(edition, value) : null;

    private List<TDimension> Homes(string value) => [.. Enum.GetValues<TDimension>().Where(d => Match(known(d), value) is not null)];

    private static string? Match(IReadOnlyList<string> values, string text) =>
        KnownReader.Name(text, values).Value ?? KnownReader.Year(text, values);
}
