using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Searching;

/// <summary>
/// Everything that the published quarters hold, in words. It is made of editions, which never change, and kept in memory: the
/// same hits in the same order whatever the database. What several quarters say alike is held once.
/// </summary>
public sealed class SearchIndex
{
    private readonly List<SearchItem> items = [];
    private readonly List<int> things = [];
    private readonly List<int> newest = [];
    private readonly IReadOnlyList<Quarter> quarters;
    private readonly ItemSet[] ofQuarter;
    private readonly Dictionary<SearchKind, ItemSet> ofKind = [];
    private readonly List<List<int>> ofThing = [];
    private readonly WordIndex words;
    private readonly WordIndex titles;
    private readonly AmountIndex amounts;

    /// <param name="editions">The edition in force of each quarter.</param>
    public SearchIndex(IReadOnlyList<SearchedEdition> editions)
    {
        // An item's number rises from the newest quarter that holds it to the oldest, and within it as a reader meets it.
        var ordered = editions.OrderByDescending(e => e.Quarter).ToList();
        quarters = [.. ordered.Select(e => e.Quarter)];
        var numbers = new Dictionary<SearchItem, int>();
        var thingNumbers = new Dictionary<(SearchKind, string), int>();
        var held = new List<int>[ordered.Count];
        for (var q = 0; q < ordered.Count; q++)
        {
            held[q] = [.. ordered[q].Items.Select(i => Number(i, q))];
        }

        ofQuarter = [.. held.Select(SetOf)];
        foreach (var kind in items.Select((item, i) => (item.Kind, i)).GroupBy(i => i.Kind, i => i.i))
        {
            ofKind[kind.Key] = SetOf(kind);
        }

        (words, titles) = (new(WordsOf(i => i.Title + "\n" + i.Text), items.Count), new(WordsOf(i => i.Title), items.Count));
        amounts = new([.. items.SelectMany((item, i) => item.Amounts.Select(a => (a, i)))]);

        int Number(SearchItem item, int quarter)
        {
            if (!numbers.TryGetValue(item, out var number))
            {
                numbers[item] = number = items.Count;
                items.Add(item);
                newest.Add(quarter);
                if (!thingNumbers.TryGetValue((item.Kind, item.Key), out var thing))
                {
                    thingNumbers[(item.Kind, item.Key)] = thing = ofThing.Count;
                    ofThing.Add([]);
                }

                things.Add(thing);
                ofThing[thing].Add(number);
            }

            return number;
        }
    }

    /// <summary>The quarters that can be searched, the newest first.</summary>
    public IReadOnlyList<Quarter> Quarters => quarters;

    /// <summary>
    /// Finds what holds every word of a search: a thing once, as its newest quarter tells it, those first whose title holds
    /// them. A word that nothing holds is read as the nearest one.
    /// </summary>
    public SearchHits Find(SearchRequest request)
    {
        var readAs = new List<(string, string)>();
        var unknown = new List<string>();
        var terms = SearchTerm.Read(request.Text);
        if (terms.Count == 0)
        {
            return new([], 0, [], [], []);
        }

        ItemSet? found = null;
        ItemSet? titled = null;
        var keys = new List<string>();
        foreach (var term in terms)
        {
            var sought = term;
            var bits = Holding(words, sought);
            if (bits.IsEmpty)
            {
                if (words.Nearest(term.Whole) is not { } nearest)
                {
                    unknown.Add(term.Typed);
                    continue;
                }

                readAs.Add((term.Typed, nearest));
                sought = term with { Whole = nearest, Parts = [nearest], Amounts = [] };
                bits = Holding(words, sought);
            }

            keys.AddRange([sought.Whole, .. sought.Parts]);
            found = Both(found, bits);
            titled = Both(titled, Holding(titles, sought with { Amounts = [] }));
        }

        if (unknown.Count > 0)
        {
            return new([], 0, [], readAs, unknown);
        }

        if (request.Quarter is { } quarter)
        {
            found!.Keep(quarters.ToList().IndexOf(quarter) is >= 0 and var q ? ofQuarter[q] : new ItemSet(items.Count));
        }

        return Shown(request, found!, titled!, new([.. keys.Distinct(StringComparer.Ordinal)], [.. terms.SelectMany(t => t.Amounts)]), readAs);
    }

    private SearchHits Shown(SearchRequest request, ItemSet found, ItemSet titled, Sought sought, List<(string, string)> readAs)
    {
        var counts = new SortedDictionary<SearchKind, int>();
        var seen = new ItemSet(ofThing.Count);
        var (first, second) = (new List<int>(), new List<int>());
        var (skip, total) = (request.Skip, 0);
        var shown = new List<int>();
        var quarter = -1;
        foreach (var item in found.Items())
        {
            if (newest[item] != quarter)
            {
                Take();
                quarter = newest[item];
            }

            if (seen[things[item]])
            {
                continue;
            }

            seen.Add(things[item]);
            counts[items[item].Kind] = counts.GetValueOrDefault(items[item].Kind) + 1;
            if (request.Kind is null || request.Kind == items[item].Kind)
            {
                total++;
                (titled[item] ? first : second).Add(item);
            }
        }

        Take();
        return new([.. shown.Select(i => Hit(i, found, sought, request.Quarter))], total, [.. counts.Select(c => (c.Key, c.Value))], readAs, []);

        void Take()
        {
            foreach (var item in first.Concat(second))
            {
                if (skip-- <= 0 && shown.Count < request.Take)
                {
                    shown.Add(item);
                }
            }

            first.Clear();
            second.Clear();
        }
    }

    private SearchHit Hit(int item, ItemSet found, Sought sought, Quarter? only)
    {
        var told = Enumerable.Range(0, quarters.Count).Where(q => ofThing[things[item]].Any(i => found[i] && ofQuarter[q][i])).Select(q => quarters[q]).ToList();
        var quarter = only ?? quarters[newest[item]];
        return new(
            items[item],
            quarter,
            [.. told.Where(q => q != quarter)],
            Excerpts.Marked(items[item].Title, sought.Words),
            Excerpts.Around(items[item].Text, sought.Words),
            items[item].Amounts.Where(a => sought.Amounts.Any(s => a >= s.From && a < s.To)).Select(a => (decimal?)a).FirstOrDefault());
    }

    private ItemSet Holding(WordIndex index, SearchTerm term)
    {
        var found = index.Find(term.Whole);
        if (term.Parts is not [var only] || only != term.Whole)
        {
            var all = index.Find(term.Parts[0]);
            foreach (var part in term.Parts.Skip(1))
            {
                all.Keep(index.Find(part));
            }

            found.Add(all);
        }

        foreach (var (from, to) in term.Amounts)
        {
            found.Add(amounts.Find(from, to));
        }

        return found;
    }

    private static ItemSet Both(ItemSet? one, ItemSet other)
    {
        if (one is null)
        {
            return other;
        }

        one.Keep(other);
        return one;
    }

    private ItemSet SetOf(IEnumerable<int> numbers)
    {
        var set = new ItemSet(items.Count);
        set.Add(numbers);
        return set;
    }

    private Dictionary<string, List<int>> WordsOf(Func<SearchItem, string> text)
    {
        var held = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var word in SearchWords.Of(text(items[i])))
            {
                if (!held.TryGetValue(word.Key, out var list))
                {
                    held[word.Key] = list = [];
                }

                if (list is not [.., var last] || last != i)
                {
                    list.Add(i);
                }
            }
        }

        return held;
    }

    /// <summary>What was looked for, once misspellings were read.</summary>
    private sealed record Sought(IReadOnlyList<string> Words, IReadOnlyList<(decimal From, decimal To)> Amounts);
}
