using System.Text.RegularExpressions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Finds which years a sentence names, in figures or from where the quarter stands.</summary>
/// <param name="year">The quarter's financial year.</param>
/// <param name="years">The programme's.</param>
internal sealed partial class YearCues(FinancialYear year, IReadOnlyList<FinancialYear> years)
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>From this year on, and from the next on, to the programme's last.</summary>
    public IReadOnlyList<YearSpan> Ahead => years.Count == 0 ? [] : [new(year, years[^1]), new(year.AddYears(1), years[^1]), new(years[0], years[^1])];

    /// <summary>Every year or span that a sentence names, and where; years within the programme's own names are not meant.</summary>
    public List<(int At, YearSpan Mark)> In(string sentence, IReadOnlyList<Mention> mentions)
    {
        var found = new List<(int, YearSpan)>();
        var text = sentence.ToCharArray();
        foreach (var named in mentions.Where(m => m.IsSure && sentence.AsSpan(m.At, m.Length).Contains('/')))
        {
            text.AsSpan(named.At, named.Length).Fill(' ');
        }

        var rest = new string(text);
        foreach (Match match in Range().Matches(rest))
        {
            if (YearOf(match.Groups["from"].Value) is { } from && YearOf(match.Groups["to"].Value) is { } to && from < to)
            {
                found.Add((match.Index, new(from, to)));
                if (years.Count > 0 && from == years[0] && to == years[^1])
                {
                    found.Add((match.Index, YearSpan.All));
                }

                text.AsSpan(match.Index, match.Length).Fill(' ');
            }
        }

        foreach (Match match in Year().Matches(new string(text)))
        {
            if (YearOf(match.Value) is { } one)
            {
                found.Add((match.Index, YearSpan.Of(one)));
                if (Until().IsMatch(rest[..match.Index]) && years.Count > 0)
                {
                    found.AddRange(new[] { new YearSpan(years[0], one), new(year, one), new(one, years[^1]), YearSpan.All }.Where(s => s.From is null || s.From <= s.To).Select(s => (match.Index, s)));
                }
            }
        }

        foreach (Match match in YearAfter().Matches(rest))
        {
            var named = found.Where(f => f.Item1 < match.Index && f.Item2.IsOne).OrderBy(f => f.Item1).Select(f => f.Item2.From).LastOrDefault() ?? year;
            found.Add((match.Index, YearSpan.Of(named.AddYears(1))));
        }

        Add(ThisYear(), YearSpan.Of(year));
        Add(NextYear(), YearSpan.Of(year.AddYears(1)));
        Add(LastYear(), YearSpan.Of(year.AddYears(-1)));
        Add(YearsAhead(), new(year.AddYears(1), years.Count == 0 ? year : years[^1]));
        Add(AllYears(), YearSpan.All);
        return found;

        void Add(Regex words, YearSpan span) => found.AddRange(words.Matches(rest).Select(m => (m.Index, span)));
    }

    private static FinancialYear? YearOf(string text)
    {
        var full = text.Replace('-', '/').Replace('–', '/');
        return FinancialYear.TryParse(full.Length == 5 ? "20" + full : full, out var read) ? read : null;
    }

    [GeneratedRegex(@"\b(?<from>(?:20)?[0-9]{2}[/–-][0-9]{2})\s*(?:to|–|—|-|and|through\s+to|until)\s*(?<to>(?:20)?[0-9]{2}[/–-][0-9]{2})\b", Options, 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![0-9/£.–-])(?:20)?[0-9]{2}[/–-][0-9]{2}(?![0-9/%]|\.[0-9])", Options, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:by|until|up\s+to|from|since|after|beyond|to|end\s+of|before)\s+(?:the\s+end\s+of\s+)?(?:the\s+year\s+)?$", Options, 10_000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:this|the\s+current|the\s+present)\s+(?:financial\s+)?year(?:[’']s)?\b|\bin-year\b|\bthe\s+year(?:[’']s)?\s+(?:target|savings)\b|\bin\s+the\s+year\b", Options, 10_000)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"\b(?:next|the\s+coming)\s+(?:financial\s+)?year(?:[’']s)?\b", Options, 10_000)]
    private static partial Regex NextYear();

    [GeneratedRegex(@"\blast\s+(?:financial\s+)?year(?:[’']s)?\b|\bthe\s+previous\s+(?:financial\s+)?year\b|\bthe\s+year\s+before\b", Options, 10_000)]
    private static partial Regex LastYear();

    [GeneratedRegex(@"\b(?:later\s+years|the\s+years\s+ahead|coming\s+years|the\s+remaining\s+years|future\s+years)\b|\b(?:two|three|four|five)\s+years\s+(?:ahead|to\s+come)\b|\b(?:next|following|remaining|other|later)\s+(?:two|three|four|five|[2-5])\s+(?:financial\s+)?years\b", Options, 10_000)]
    private static partial Regex YearsAhead();

    [GeneratedRegex(@"\b(?:all|whole|entire|full)\s+(?:(?:two|three|four|five|six|[2-6])\s+)?(?:years|programme|period|life)\b|\b(?:over|across|during)\s+(?:the\s+)?(?:life|whole\s+life|programme|(?:four|five|six|[3-9])[\s-]years?)\b|\ball\s+years\b|\b(?:five|four|six|three)-year\b|\ba\s+year\s+(?:by|from)\s+the\s+end\b", Options, 10_000)]
    private static partial Regex AllYears();

    [GeneratedRegex(@"\bthe\s+(?:year|one)\s+after\b|\bthe\s+following\s+(?:financial\s+)?(?:year|one)\b", Options, 10_000)]
    private static partial Regex YearAfter();
}
