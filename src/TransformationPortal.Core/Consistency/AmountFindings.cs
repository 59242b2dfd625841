using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Consistency.Claims;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// Amounts and shares in prose, held against what their sentence says they are of. A sentence is read first: measure, year,
/// band, thing and condition; only a number that none of the figures so meant gives is doubted.
/// </summary>
internal sealed partial class AmountFindings
{
    // A figure is recommended in a number's place only where the number was most likely a slip of it.
    private const decimal NearEnough = 0.25m;

    // Pounds below this are a price or a rate, unless a sentence says that they are a target, a saving at a confidence or spend.
    private const decimal LeastOfProgramme = 1_000;

    // Beyond this many times the one or the other, a number and a figure have nothing to do with each other.
    private const decimal FarOff = 8;

    private readonly Edition edition;

    private readonly FigureReader figures;

    private readonly FactBook book;

    private readonly CueReader cues;

    private readonly FactNames names;

    private readonly Assertion assertion;

    // What an edition gives never changes, and is asked again each time that its findings are shown.
    private static readonly ConditionalWeakTable<Edition, Tuple<FactBook, CueReader>> Known = [];

    private AmountFindings(Edition edition, FigureReader figures)
    {
        (this.edition, this.figures) = (edition, figures);
        (book, cues) = Known.GetValue(edition, e => Tuple.Create(new FactBook(e), new CueReader(e)));
        names = new FactNames(edition);
        assertion = new Assertion(edition);
    }

    public static IEnumerable<Finding> In(Edition edition, FigureReader figures, IReadOnlyList<ProseText> prose)
    {
        if (prose.Count == 0)
        {
            return [];
        }

        var reader = new AmountFindings(edition, figures);
        return [.. prose.SelectMany(reader.Of)];
    }

    private IEnumerable<Finding> Of(ProseText text)
    {
        var before = new List<Mention>();
        if (text.Project is { } code)
        {
            before.Add(new(0, 0, new("project", code), true));
            before.AddRange(edition.SavingsLines.Where(l => l.Project == code).Select(l => new Mention(0, 0, new("line", l.Ref), true)));
        }

        foreach (var sentence in Sentences.Of(text.Text))
        {
            foreach (var finding in Of(text, sentence, before))
            {
                yield return finding;
            }

            before.AddRange(cues.Mentions(sentence.Words).Where(m => m.IsSure));
        }
    }

    private List<Finding> Of(ProseText text, Sentence sentence, IReadOnlyList<Mention> before)
    {
        var typed = QuantityReader.In(sentence.Words).Where(q => !IsFromElsewhere(sentence.Words, q)).ToList();
        var live = Live(sentence).ToList();
        if (typed.Count == 0 && live.Count == 0)
        {
            return [];
        }

        var places = typed.Select(q => (q.At, q.End)).Concat(live.Select(l => (l.At, End: l.At + 1))).Order().ToList();
        var read = cues.Read(sentence.Words, places, before);
        var said = new SaidTogether(sentence.Words, typed, [.. live.Where(l => l.Fact?.Unit == FigureUnit.Pounds).Select(l => (l.At, l.Fact!.Stands.GetValueOrDefault()))], book.IsExact);
        var found = new List<Finding>();
        foreach (var (at, fact, phrase, reading) in live.Where(l => l.Fact is not null))
        {
            var cue = read[places.FindIndex(p => p.At == at)];
            if (!IsWholeOfBefore(sentence.Words, at, cue, fact!) && OtherWords(text, sentence.Words, cue, fact!, phrase, reading) is { } other)
            {
                found.Add(other);
            }
        }

        found.AddRange((Assertion.IsAskedOrQuoted(sentence.Words, 0) ? [] : said.Wrong).Select(w => Finding(FindingKind.Parts, text, $"{text.Name} {w}.", "Correct the sum, or say what else is in it.")));
        foreach (var quantity in typed.Where(q => !said.Explains(q)))
        {
            if (Of(text, sentence.Words, quantity, read[places.FindIndex(p => p.At == quantity.At)], said) is { } finding)
            {
                found.Add(finding);
            }
        }

        return found;
    }

    private Finding? Of(ProseText text, string sentence, Quantity quantity, Cue cue, SaidTogether said)
    {
        if (!quantity.IsReadable)
        {
            return Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{quantity.Text}”, a longer number than any figure has.", "Put a figure in its place.");
        }

        if (Spending(quantity, cue) is { } other)
        {
            return Finding(FindingKind.LookAlike, text, $"{text.Name} says “{quantity.Text}” of what is spent; {other}", "Write {spent} for what is spent, {spent-or-committed} for what is spent or committed.");
        }

        var isOfDecision = OfDecision().IsMatch(sentence);
        if (assertion.IsMissing(sentence, quantity, isOfDecision) || quantity.Unit == FigureUnit.Share && CountFindings.IsShare(sentence, quantity))
        {
            return null;
        }

        // A pressure is held against the register of pressures, where the council keeps one, and never against savings.
        if (cue.Exact.HasFlag(Measures.Pressure) && !book.Facts.Any(f => f.Measure == Measures.Pressure))
        {
            return null;
        }

        var isConditional = DecisionFindings.SaysSo(sentence);
        var meant = book.Facts.Where(f => f.Unit == quantity.Unit && (!(cue.SaysMeasure || cue.Years.Count > 0 || cue.HasOwnThings || cue.Things.Any(t => t.IsSure)) || cue.Fits(f)) && (f.Unit != FigureUnit.Share || (cue.Years.Count > 0 || IsUsual(f)) && IsOfThatWhole(sentence, quantity, f))).ToList();
        if (isOfDecision && ByHowMuch(sentence, quantity) && quantity.Unit == FigureUnit.Pounds && (cue.Exact & Measures.Target) != Measures.None && WhatMoves(meant) is { Count: > 0 } moves)
        {
            var near = moves.MinBy(m => Math.Abs(m - quantity.Value));
            return moves.Exists(m => quantity.Says(m)) || meant.Exists(f => quantity.Says(f.Stands)) ? null
                : Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{quantity.Text}” of what a decision changes, which is {MoneyFormat.ExactMillions(new Money(near))}, {MoneyFormat.ExactMillions(new Money(Math.Abs(near - quantity.Value)))} apart.", "Correct the amount or the words around it.") with { Apart = Pounds(quantity, near), Typed = quantity.Text };
        }


        if (meant.Exists(f => quantity.Says(f.Stands) || isConditional && quantity.Says(f.Agreed)) || said.IsMadeOf(quantity, meant, book.Facts, cue))
        {
            return null;
        }

        if (cue.SaysMeasure && !IsOfOthers(sentence, quantity) && meant.Find(f => quantity.Says(f.Agreed)) is { } assumed)
        {
            return Finding(
                FindingKind.AssumedDecision, text, $"{text.Name} says “{quantity.Text}”, which “{names.Meaning(assumed)}” is only if a pending decision is agreed; as things stand it is {assumed.Print(assumed.Stands)}.",
                $"Write {names.Phrase(assumed)}, which follows the decision, or say “if agreed”.");
        }

        // “Should Cabinet not agree, the £0.755m stays in the year”: what a decision moves is itself, wherever it is said to lie.
        if (isOfDecision && isConditional && book.Facts.Any(f => f.Measure == Measures.Move && f.Unit == quantity.Unit && quantity.Says(f.Stands)))
        {
            return null;
        }

        // What is only borrowed from the words of a number beside it is not held against it.
        if ((cue.IsInherited || cue.Exact == Measures.Move) && book.Facts.Any(f => f.Unit == quantity.Unit && cue.FitsYears(f) && cue.FitsThings(f) && (quantity.Says(f.Stands) || isConditional && quantity.Says(f.Agreed))))
        {
            return null;
        }

        if (isConditional && quantity.Unit == FigureUnit.Share && said.IsDifference(quantity)
            || quantity is { Unit: FigureUnit.Pounds, Value: < LeastOfProgramme } && cue.Exact == Measures.None && cue.Bands.Count == 0)
        {
            return null;
        }

        // What is said of cost or funding, or of nothing, is the programme's only where a word says so.
        if (cue.IsOfAnyMoney && !OfProgramme().IsMatch(sentence))
        {
            return null;
        }

        var nearest = cue.SaysMeasure ? Nearest(meant, quantity, cue) : null;
        if (nearest is null && (isConditional || IsOfOthers(sentence, quantity) || Hypothesis().IsMatch(sentence)))
        {
            return null;
        }

        if (nearest is not null && IsOfOthers(sentence, quantity) && (cue.Exact & ~(Measures.Funding | Measures.Costs)) == Measures.None && cue.Bands.Count == 0 && !cue.Things.Any(t => t.IsSure && t.Thing.Kind != FactBook.FundingSource))
        {
            return null;
        }

        var isSpecific = cue.Years.Count > 0 || cue.Bands.Count > 0 || cue.Things.Any(t => t.IsSure);
        return nearest is { } first && (isSpecific && !IsFar(first, quantity) || IsNear(first, quantity))
            ? Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{quantity.Text}”; the figure nearest in meaning, “{names.Meaning(first)}”, is {first.Print(first.Stands)}, {first.Print(Math.Abs(quantity.Value - first.Stands.GetValueOrDefault()))} apart.", Mend(first, quantity, cue)) with { Apart = Pounds(quantity, first.Stands), Typed = quantity.Text }
            : Finding(FindingKind.TypedAmount, text, $"{text.Name} says “{quantity.Text}”, which no figure supports.", "Put a figure in its place, or mark it as a figure from elsewhere with its source.") with { Apart = Pounds(quantity, 0), Typed = quantity.Text };
    }

    // The fact that says the least beyond what the sentence says, and of those the one closest to the number.
    private Fact? Nearest(List<Fact> meant, Quantity quantity, Cue cue) => meant.Where(f => f.Stands is not null)
        .OrderBy(f => cue.Things.Any(t => t.IsSure) ? 0 : f.Things)
        .ThenBy(f => cue.Years.Count > 0 || f.Years.IsAll || f.Years == YearSpan.Of(edition.Quarter.Year) ? 0 : 1)
        .ThenBy(f => cue.Bands.Count > 0 || f.Bands == Bands.None ? 0 : 1)
        .ThenBy(f => Math.Abs(f.Stands.GetValueOrDefault() - quantity.Value)).FirstOrDefault();

    private static Money? Pounds(Quantity quantity, decimal? figure) =>
        quantity.Unit == FigureUnit.Pounds ? new(Math.Abs(quantity.Value - figure.GetValueOrDefault())) : null;

    private string Mend(Fact fact, Quantity quantity, Cue cue) =>
        names.Phrase(fact) is { Length: > 0 } phrase && IsNear(fact, quantity) && IsSaid(fact, cue)
            ? $"Write {phrase} in its place." : "Correct the amount or the words around it, or mark it as a figure from elsewhere with its source.";

    // A figure says what the sentence says only if everything that limits it is said there, or is this year.
    private bool IsSaid(Fact fact, Cue cue) =>
        new[] { fact.One, fact.Other }.OfType<Thing>().All(t => cue.Things.Any(m => m.IsSure && m.Thing == t) || t.Kind == FactBook.Status)
            && (fact.Years.IsAll && cue.Years.Count == 0 || fact.Years == YearSpan.Of(edition.Quarter.Year) || cue.Years.Contains(fact.Years))
            && (fact.Bands == Bands.None || cue.Bands.Contains(fact.Bands));

    // By how much pending decisions would change what is meant, and what they move, in pounds.
    private List<decimal> WhatMoves(List<Fact> meant) =>
        [.. meant.Where(f => f is { Stands: not null, Agreed: not null } && f.Stands != f.Agreed).Select(f => Math.Abs(f.Agreed!.Value - f.Stands!.Value)), .. book.Facts.Where(f => f.Measure == Measures.Move).Select(f => f.Stands.GetValueOrDefault())];

    private static bool ByHowMuch(string sentence, Quantity quantity) => By().IsMatch(sentence[..quantity.At]) || Than().IsMatch(sentence[quantity.End..]);

    // “48% of this year's target” is no share of all years.
    private bool IsOfThatWhole(string sentence, Quantity quantity, Fact share) =>
        share.Years == share.WholeYears || !share.WholeYears.IsAll || !OfThisYear().IsMatch(sentence[quantity.End..]);

    // A share of which no year is named is one of this year or of all.
    private bool IsUsual(Fact fact) => fact.Years.IsAll || fact.Bands != Bands.None && fact.Years == YearSpan.Of(edition.Quarter.Year);

    private static bool IsFar(Fact fact, Quantity quantity) =>
        fact.Stands.GetValueOrDefault() is var stands && (stands > quantity.Value * FarOff || stands * FarOff < quantity.Value);

    private static bool IsNear(Fact fact, Quantity quantity) => Math.Abs(fact.Stands.GetValueOrDefault() - quantity.Value) <= quantity.Value * NearEnough;

    // A figure beside words of another year, band, measure or thing.
    private Finding? OtherWords(ProseText text, string sentence, Cue cue, Fact fact, string phrase, FigureReading reading)
    {
        var wrong = !cue.IsInherited && !cue.FitsWhat(fact) && !FitsAsShare(cue, fact) ? "another measure or confidence"
            : cue.HasOwnYears && !cue.FitsYears(fact) && !IsBothEnds(cue, fact) ? "another year"
            : cue.NamesAnother(fact) ? "something else"
            : null;
        return wrong is null ? null : Finding(
            FindingKind.OtherWords, text, $"{text.Name} gives {reading.Text} for {{{phrase}}}, which is “{names.Meaning(fact)}”, and the words around it speak of {wrong}: “{Short(sentence, reading.Text)}”.",
            "Name the figure that the sentence speaks of, or change the words.");
    }

    // “{spent} of {planned-spend} has been spent”: the words are of the part, and what it is a part of is its budget or target.
    private static bool IsWholeOfBefore(string sentence, int at, Cue cue, Fact fact) =>
        sentence[..at].EndsWith($"{Sentences.FigurePlace} of ", StringComparison.Ordinal)
        && (fact.Measure == Measures.Budget && ((cue.Exact | cue.Wide) & (Measures.Spent | Measures.SpentOrCommitted)) != Measures.None
            || (fact.Measure & Measures.Target) != Measures.None && cue.Bands.Contains(Bands.Delivered));

    // A share of the target is called after its part or after its whole.
    private static bool FitsAsShare(Cue cue, Fact fact) => fact.Unit == FigureUnit.Share && (fact.Bands == Bands.None || cue.Bands.Count == 0 || cue.Bands.Contains(fact.Bands));

    // “from 2018/19 to 2022/23” may be said of all years in other words.
    private static bool IsBothEnds(Cue cue, Fact fact) => cue.Years.Count > 1 && fact.Years is { IsAll: false, IsOne: false } years && cue.Years.Any(y => y.From == years.From) && cue.Years.Any(y => y.To == years.To);

    private IEnumerable<(int At, Fact? Fact, string Phrase, FigureReading Reading)> Live(Sentence sentence)
    {
        var next = 0;
        for (var at = sentence.Words.IndexOf(Sentences.FigurePlace, StringComparison.Ordinal); at >= 0; at = sentence.Words.IndexOf(Sentences.FigurePlace, at + 1))
        {
            var phrase = sentence.Figures[next++];
            var reading = figures.Read(phrase, DecisionBasis.AsItStands);
            yield return (at, reading.Figure is { Amount: not null } figure ? LiveFigures.Of(edition, figure) : null, phrase, reading);
        }
    }

    // “Spent” and “spent or committed” are two measures that are easily taken for each other.
    private string? Spending(Quantity quantity, Cue cue)
    {
        if (quantity.Unit != FigureUnit.Pounds || (cue.Exact & ~(Measures.Spent | Measures.SpentOrCommitted | Measures.Committed)) != Measures.None || cue.Exact == Measures.None || cue.Years.Count > 0 || cue.Things.Count > 0)
        {
            return null;
        }

        var key = new KeyFigures(edition, DecisionBasis.AsItStands);
        var (spent, both) = (key.Spent.Figure, key.SpentOrCommitted.Figure);
        return (quantity.Says(spent.Amount), quantity.Says(both.Amount), (cue.Exact & Measures.SpentOrCommitted) != Measures.None) switch
        {
            (false, true, false) => $"that is what is spent or committed, and {spent.TextOr("nothing")} is spent.",
            (true, false, true) => $"that is what is spent, and {both.Text} is spent or committed.",
            _ => null,
        };
    }

    private static string Short(string sentence, string figure)
    {
        const int MostShown = 120;
        var words = sentence.Replace(Sentences.FigurePlace.ToString(), figure, StringComparison.Ordinal);
        return words.Length <= MostShown ? words : words[..MostShown] + "…";
    }

    // The source stands right after the amount.
    private static bool IsFromElsewhere(string sentence, Quantity quantity) => sentence[quantity.End..].StartsWith("^[", StringComparison.Ordinal);

    // What the words next to the number name is not the programme’s money.
    private static bool IsOfOthers(string sentence, Quantity quantity)
    {
        const int Near = 90;
        var from = Math.Max(0, quantity.At - Near);
        return Others().IsMatch(sentence[from..Math.Min(sentence.Length, quantity.End + Near)]);
    }

    private static Finding Finding(FindingKind kind, ProseText text, string disagreement, string mend) =>
        new(kind, FindingSeverity.ToBeSigned, disagreement, text.Where, text.Name, mend);

    [GeneratedRegex(
        @"\b(?:council\s+tax|precept|(?:net|gross|revenue|base|directorate|service|departmental)\s+(?:revenue\s+)?budgets?|general\s+fund|balances|grants?|government|department\s+for|ministry|treasury|NHS|clinical|health\s+partners|pensions?|inflation|interest|pay\s+award|wages?|salar(?:y|ies)|population|residents?|households?|respondents?|responses?|survey\w*|consultation|staff|employees?|posts?|vacanc\w+|turnover|turnout|attend\w+|sickness|absence|satisf\w+|calls|visits|views|downloads|applications|customers?|users?|band\s+D|fees?|charges?|tariff|hourly|each\s+(?:week|month)|per\s+(?:week|hour|month|head|person|household|day)|a\s+(?:week|month|head|person)|nationally|other\s+councils|neighbouring|average|deprivation|homes|schools?|pupils?|contract\s+(?:value|price)|worth|valued?\s+at|tenders?|receipts?|overspen[dt]\w*|underspen[dt]\w*|loans?|debt|borrowing|turned\s+out|delegat\w+|threshold|limit|insurance|fraud|complaints?|carbon|emissions|energy|electricity|fuel|rent|lease|building|premises|fleet|mileage|last\s+quarter|previous\s+quarter|quarter\s+before|earlier\s+report|last\s+report)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(?:re-?\s?profil\w*|decisions?|decid\w+|Cabinet|agree\w*|approv\w*|re-?hom\w+)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfDecision();

    [GeneratedRegex(@"\b(?:by|(?:reduction|fall|rise|increase|drop)\s+of)\s+(?:about\s+|some\s+|nearly\s+|over\s+|just\s+)*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex By();

    [GeneratedRegex(@"^\s+(?:less|lower|more|higher|below|above|under|over)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Than();

    [GeneratedRegex(@"^\s+of\s+(?:this|the|next|last)\s+(?:current\s+|financial\s+)?year[’']s\b|^\s+of\s+(?:the\s+)?(?:20)?[0-9]{2}/[0-9]{2}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfThisYear();

    [GeneratedRegex(
        @"\b(?:programme|transformation|implement\w*|planned|savings?|redesign|so\s+far|to\s+date|already|by\s+(?:the\s+end\s+of|30)\s+June|business\s+case|corporate\s+reserves|capital\s+programme|targets?|confidence|we|workstreams?|redundanc\w+|still\s+to\s+be\s+(?:found|identified)|not\s+yet\s+(?:found|identified))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OfProgramme();

    [GeneratedRegex(@"\b(?:would|could|might|may|were\s+(?:it\s+)?to|had\s+it|suppose|for\s+example|options?|scenarios?|sensitivity|worst\s+case|best\s+case)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hypothesis();
}
