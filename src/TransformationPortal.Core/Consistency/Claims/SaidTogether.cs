using System.Text.RegularExpressions;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>What a sentence reckons with its own numbers: sums, parts of a whole, differences and shares.</summary>
internal sealed partial class SaidTogether
{
    private const int MostParts = 6;

    // Half a million: what a number of whole millions may be rounded by.
    private const decimal WholeMillions = 500_000;

    private readonly string sentence;

    private readonly List<(int At, int End, decimal Value, decimal Slack, Quantity? Typed)> pounds;

    private readonly HashSet<Quantity> explained = [];

    private readonly List<string> wrong = [];

    private readonly Func<decimal, bool> isExact;

    /// <param name="isExact">Whether the edition gives exactly this many pounds, so that nothing of it is rounded.</param>
    public SaidTogether(
        string sentence, IReadOnlyList<Quantity> typed, IReadOnlyList<(int At, decimal Pounds)> live, Func<decimal, bool> isExact)
    {
        (this.sentence, this.isExact) = (sentence, isExact);
        pounds =
        [
            .. typed.Where(q => q.Unit == FigureUnit.Pounds && q.IsReadable).Select(q => (q.At, q.End, q.Value, q.Slack, (Quantity?)q))
                .Concat(live.Select(l => (l.At, l.At + 1, l.Pounds, 50_000m, (Quantity?)null))).OrderBy(p => p.At),
        ];
        Sums();
        OfWhich();
    }

    /// <summary>Sums that do not add up, each as the end of a sentence.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>Whether a number is a sum of others in its sentence and right.</summary>
    public bool Explains(Quantity quantity) => explained.Contains(quantity);

    /// <summary>Whether a number is a difference or share of amounts that its sentence names, or of figures that it means.</summary>
    public bool IsMadeOf(Quantity quantity, IReadOnlyList<Fact> meant, IReadOnlyList<Fact> all, Cue cue)
    {
        var others = pounds.Where(p => p.Typed != quantity).ToList();
        if (quantity.Unit == FigureUnit.Share)
        {
            return pounds.Any(a => pounds.Any(b => b.Value > 0 && a.At != b.At && quantity.Says(a.Value / b.Value)));
        }

        if (!IsDifference(quantity))
        {
            return false;
        }

        if (others.Any(a => others.Any(b => b.At > a.At && Near(Math.Abs(a.Value - b.Value), quantity.Value, a.Slack + b.Slack + quantity.Slack))))
        {
            return true;
        }

        var figures = all.Where(f => f is { Unit: FigureUnit.Pounds, Stands: not null } && cue.FitsYears(f) && (f.Things == 0 || cue.FitsThings(f))).ToList();
        if (others.Any(o => figures.Any(f => Near(Math.Abs(f.Stands!.Value - o.Value), quantity.Value, o.Slack + quantity.Slack))))
        {
            return true;
        }

        var values = figures.Where(f => f.Things == 0 || cue.Things.Count > 0).Select(f => (Fact: f, f.Stands!.Value)).GroupBy(f => (f.Fact.Years, f.Fact.One, f.Fact.Other)).Select(g => g.ToList()).ToList();
        // “Lower than in the year before”: the same measure in another year that the sentence names.
        var years = cue.Years.Count(y => y.IsOne) < 2 ? [] : figures.Where(f => f.Years.IsOne && (f.Things == 0 || cue.Things.Count > 0)).GroupBy(f => (f.Measure, f.Bands, f.One, f.Other)).Select(g => g.ToList()).ToList();
        if (years.Exists(same => same.Exists(a => same.Exists(b => b.Stands > a.Stands && quantity.Says(b.Stands - a.Stands)))))
        {
            return true;
        }

        var compared = cue.Compared | (ShortOf().IsMatch(sentence) && (cue.Compared & Measures.Target) != Measures.None ? Measures.Position : Measures.None);
        return values.Any(same => same.Any(a => same.Any(b => b.Value > a.Value && quantity.Says(b.Value - a.Value) && Compares(a.Fact, b.Fact, compared)))) || figures.Any(f => f.Agreed is { } agreed && agreed != f.Stands && quantity.Says(Math.Abs(agreed - f.Stands!.Value)));
    }

    // Where the sentence names two measures, the difference is between these; where it names one or none, any will do.
    private static bool Compares(Fact one, Fact other, Measures compared)
    {
        bool Is(Measures a, Measures b) => (one.Measure & a) != Measures.None && (other.Measure & b) != Measures.None || (one.Measure & b) != Measures.None && (other.Measure & a) != Measures.None;
        return compared switch
        {
            _ when compared.HasFlag(Measures.Position) && (compared & Measures.Target) != Measures.None =>
                Is(Measures.Target, Measures.Position) && (one.Bands | other.Bands) is Bands.Delivered or Bands.None or (Bands.Delivered | Bands.High),
            _ when compared.HasFlag(Measures.OriginalTarget) && compared.HasFlag(Measures.RevisedTarget) => Is(Measures.OriginalTarget, Measures.RevisedTarget) && (one.Bands | other.Bands) == Bands.None,
            _ when compared.HasFlag(Measures.Budget) && (compared & (Measures.Spent | Measures.SpentOrCommitted)) != Measures.None => Is(Measures.Budget, Measures.Spent | Measures.SpentOrCommitted),
            _ => true,
        };
    }

    // “A and B, together C”; “A + B = C”; “C is made up of A and B”.
    private void Sums()
    {
        if (pounds.Count < 3)
        {
            return;
        }

        var total = pounds.FindIndex(p => TotalBefore().IsMatch(sentence[..p.At]));
        total = total >= 0 ? total : pounds.FindIndex(p => TotalAfter().IsMatch(sentence[p.End..]));
        var isWhole = total < 0 && MadeUpOf().IsMatch(sentence[pounds[0].End..pounds[1].At]);
        if (isWhole)
        {
            total = 0;
        }

        if (total < 0 || total > 0 && total < 2)
        {
            return;
        }

        var parts = total == 0 ? pounds.Skip(1).Take(MostParts).ToList() : pounds.Take(total).ToList();
        var whole = pounds[total];
        foreach (var from in Enumerable.Range(0, Math.Max(1, parts.Count - 1)))
        {
            var sum = parts.Skip(from).Sum(p => p.Value);
            var slack = parts.Skip(from).Sum(p => p.Slack >= WholeMillions && isExact(p.Value) ? 0 : p.Slack);
            if (Near(sum, whole.Value, slack == 0 ? whole.Slack : parts.Sum(p => p.Slack)))
            {
                // What rounding may have moved is held against the figures like any other.
                explained.UnionWith((isWhole ? parts : sum == whole.Value ? [whole] : []).Select(p => p.Typed).OfType<Quantity>());

                return;
            }
        }

        wrong.Add($"adds up to {MoneyFormat.ExactMillions(new Money(whole.Value))} what makes {MoneyFormat.ExactMillions(new Money(parts.Sum(p => p.Value)))}: {string.Join(" + ", parts.Select(p => MoneyFormat.ExactMillions(new Money(p.Value))))}");
    }

    // “C, of which A … and the rest B”.
    private void OfWhich()
    {
        if (pounds.Count < 2 || OfWhichWord().Match(sentence) is not { Success: true } word)
        {
            return;
        }

        var whole = pounds.FindLastIndex(p => p.End <= word.Index);
        var last = EndOf(word.Index);
        var parts = pounds.Where(p => p.At > word.Index && p.At < last).ToList();
        if (whole < 0 || parts.Count == 0)
        {
            return;
        }

        var sum = parts.Sum(p => p.Value);
        var slack = parts.Sum(p => p.Slack) + pounds[whole].Slack;
        var isAll = parts.Count > 1 && Rest().IsMatch(sentence[word.Index..]);
        if (parts.Exists(p => p.Value > pounds[whole].Value + slack) || isAll && !Near(sum, pounds[whole].Value, slack) || parts.Count > 1 && sum > pounds[whole].Value + slack)
        {
            wrong.Add($"names parts of {MoneyFormat.ExactMillions(new Money(pounds[whole].Value))} that make {MoneyFormat.ExactMillions(new Money(sum))}");
        }
    }

    // Within brackets it ends with them.
    private int EndOf(int from)
    {
        var (open, close) = (sentence.LastIndexOf('(', from), sentence.IndexOf(')', from));
        return open >= 0 && close >= 0 && sentence.LastIndexOf(')', from) < open ? close : sentence.Length;
    }

    /// <summary>Whether a number is how far two others are apart.</summary>
    public bool IsDifference(Quantity quantity) =>
        Slipped().IsMatch(sentence) || DifferenceAfter().IsMatch(sentence[quantity.End..]) || DifferenceBefore().IsMatch(sentence[..quantity.At]);

    private static bool Near(decimal one, decimal other, decimal slack) => Math.Abs(one - other) <= slack;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"(?:=|\b(?:together|in\s+total|in\s+all|altogether|combined|a\s+total\s+of|totals?|totalling|add(?:s|ing)?\s+up\s+to|add(?:s|ing)?\s+to|mak(?:es?|ing)(?:\s+up)?|giv(?:es?|ing)|com(?:es?|ing)\s+to|sums?\s+to|amount(?:s|ing)?\s+to|equals?)\b)\s*(?:,\s*)?(?:to\s+|of\s+|a\s+|the\s+|that\s+is\s+|is\s+|are\s+)?(?:nearly\s+|about\s+|over\s+)?$", Options, 10_000)]
    private static partial Regex TotalBefore();

    [GeneratedRegex(@"^\s*(?:of\s+\w+\s+)?(?:in\s+total|in\s+all|altogether|together|combined)\b", Options, 10_000)]
    private static partial Regex TotalAfter();

    // What was not made in its year is how far its target and its delivery are apart.
    [GeneratedRegex(@"\b(?:slip(?:s|ped|ping|page)?|roll(?:s|ed|ing)?\s+(?:over|forward)|f(?:a|e)ll(?:s|en)?\s+into)\b", Options, 10_000)]
    private static partial Regex Slipped();

    [GeneratedRegex(@"\b(?:made\s+up\s+of|compris\w+|consist\w*\s+of|split\s+(?:between|into)|being|divided\s+(?:between|into)|the\s+sum\s+of)\b|:\s*$", Options, 10_000)]
    private static partial Regex MadeUpOf();

    [GeneratedRegex(@"\bof\s+which\b|\bof\s+(?:this|these|that|it)(?=\s*(?:,|£|[0-9]|sum\b|amount\b|total\b))", Options, 10_000)]
    private static partial Regex OfWhichWord();

    [GeneratedRegex(@"\b(?:short\s+of|away\s+from|behind|shy\s+of)\b", Options, 10_000)]
    private static partial Regex ShortOf();

    [GeneratedRegex(@"\b(?:the\s+(?:rest|remainder|remaining|other|balance)|and\s+the\s+last)\b", Options, 10_000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^\s*(?:\([^)]*\)\s*)?(?:a\s+year\s+|of\s+it\s+)?(?:less|more|fewer|lower|higher|below|above|under|over(?!\s+the\b)|short\b|apart|behind|ahead|better|worse|beyond|out(?!\s+of)|remain\w*|left|still|increase|decrease|reduction|rise|fall|drop|gap|shortfall|difference|variance|improvement|excess|surplus|up|down|off|away|shy|unspent|uncommitted|unallocated|free|spare|to\s+go)\b|^\s+of\s+(?:\w+\s+){1,4}(?:remains?|(?:is|are)\s+(?:left|free|unspent|uncommitted|unallocated))\b", Options, 10_000)]
    private static partial Regex DifferenceAfter();

    [GeneratedRegex(@"\b(?:by|gain(?:s|ed)?|los(?:es|t)|add(?:s|ed)|grew|rose|fell|exceeds?|gap\s+(?:of|is)|differ\w*\s+(?:of|is|by)|shortfall\s+(?:of|is)|increase\s+of|reduction\s+of|fall\s+of|rise\s+of|drop\s+of|variance\s+of|margin\s+of|excess\s+of|leav(?:es?|ing)|left|(?:still|yet)\s+to\s+(?:find|deliver|save|make|achieve)|still\s+(?:has|have|needs?|must\s+find)|has\s+to\s+find|slipp?(?:ed|s|ing)?(?:\s+by)?|remain\w*(?:\s+(?:is|of))?|rest(?:,|\s+of|\s+is)?|balance\s+(?:of|is)|further|additional|another)\s*(?:just\s+|only\s+|about\s+|nearly\s+|over\s+|some\s+|a\s+|the\s+)*$", Options, 10_000)]
    private static partial Regex DifferenceBefore();
}
