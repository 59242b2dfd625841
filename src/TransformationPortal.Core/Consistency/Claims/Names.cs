using System.Text.RegularExpressions;
using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>What a text says something of.</summary>
/// <param name="At">Where its name begins.</param>
/// <param name="IsSure">Whether it can only be the name; else the word may be an ordinary one.</param>
internal sealed record Mention(int At, int Length, Thing Thing, bool IsSure);

/// <summary>Finds the programme's own names in sentences: in full, in short, by code, and by a word that only few of them have.</summary>
internal sealed partial class Names
{
    private const int LongWord = 5;

    // A word that more names share than this tells nothing.
    private const int MostShared = 6;

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "programme", "project", "projects", "saving", "savings", "service", "services", "review", "council", "agreed", "previously", "other", "support", "management", "delivery",
        "future", "reducing", "increasing", "spend", "target", "budget", "costs", "identified", "board", "transformation", "total", "change", "strategy", "business",
    };

    private readonly List<(string Name, Thing Thing, bool IsOneWord)> full = [];

    private readonly Dictionary<string, List<Thing>> words = new(StringComparer.Ordinal);

    public Names(Edition edition)
    {
        Add("workstream", edition.Workstreams.Select(w => (w.Name, w.Name, w.ShortName)));
        Add("directorate", edition.Directorates.Select(d => (d.Name, d.Name, d.ShortName)));
        Add("source", edition.Sources.Select(s => (s.Name, s.Name, s.ShortName)));
        Add("board", edition.Boards.Select(b => (b.Name, b.Name, b.Name)));
        Add("activity", edition.Activities.Select(a => (a.Name, a.Name, a.Name)));
        Add(FactBook.Group, edition.Activities.Select(a => a.Group).OfType<string>().Distinct().Select(g => (g, g, g)));
        Add("project", edition.Projects.Select(p => (p.Code, p.Name, p.Code)));
        Add("line", edition.SavingsLines.Select(l => (l.Ref, l.Title, l.Ref)));
        Add("area", edition.CostAreas.Select(a => (a.Code, a.Name, a.Name)));
        Add("line", edition.CostLines.Select(l => (l.Code, l.Name, l.Name)));
        Add(FactBook.FundingSource, edition.Funding.Select(f => (f.Source, f.Source, f.Source)));
        full.Sort((one, other) => other.Name.Length.CompareTo(one.Name.Length));
        foreach (var shared in words.Where(w => w.Value.Count > MostShared).Select(w => w.Key).ToList())
        {
            words.Remove(shared);
        }
    }

    /// <summary>Every mention in a sentence, the longest names first; a name within a longer one is not mentioned.</summary>
    public IReadOnlyList<Mention> In(string sentence)
    {
        var text = Plain(sentence);
        var taken = new bool[text.Length];
        var found = new List<Mention>();
        foreach (var group in full.GroupBy(n => n.Name))
        {
            for (var at = text.IndexOf(group.Key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(group.Key, at + 1, StringComparison.Ordinal))
            {
                var end = at + group.Key.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])) && !taken.AsSpan(at, group.Key.Length).Contains(true))
                {
                    taken.AsSpan(at, group.Key.Length).Fill(true);
                    var isNamed = char.IsUpper(sentence[at]) && (at > 0 || Does().IsMatch(sentence[end..])) || group.Key.Any(char.IsDigit);
                    found.AddRange(group.Select(n => new Mention(at, group.Key.Length, n.Thing, !n.IsOneWord || isNamed)));
                }
            }
        }

        foreach (Match word in Word().Matches(text))
        {
            if (words.TryGetValue(word.Value, out var things) && !taken[word.Index])
            {
                found.AddRange(things.Select(t => new Mention(word.Index, word.Length, t, false)));
            }
        }

        return found;
    }

    private static string Plain(string text) => text.ToLowerInvariant().Replace('’', '\'').Replace('-', ' ').Replace('–', ' ').Replace('\u00A0', ' ');

    private void Add(string kind, IEnumerable<(string Key, string Name, string Short)> rows)
    {
        foreach (var (key, name, shortName) in rows)
        {
            var thing = new Thing(kind, key);
            foreach (var each in new[] { name, shortName, name.Replace("&", "and", StringComparison.Ordinal) }.Select(n => Plain(n).Trim()).Where(n => n.Length > 1).Distinct())
            {
                full.Add((each, thing, !each.Contains(' ', StringComparison.Ordinal)));
            }

            foreach (Match word in Word().Matches(Plain(name)))
            {
                if (word.Length >= LongWord && !Common.Contains(word.Value))
                {
                    var sharing = words.TryGetValue(word.Value, out var known) ? known : words[word.Value] = [];
                    if (!sharing.Contains(thing))
                    {
                        sharing.Add(thing);
                    }
                }
            }
        }
    }

    // A name at the beginning of a sentence, where an ordinary word has its capital too, is followed by what it does.
    [GeneratedRegex(@"^\s+(?:is|has|was|will|must|carries|leads|holds|needs|accounts|accounted|delivered|contributes|costs?|spend|savings?)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Does();

    [GeneratedRegex(@"\p{L}+(?:'\p{L}+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
