using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>Reads the figures that prose names from an edition, on a decision basis.</summary>
public sealed class FigureReader(Edition edition)
{
    private const int NearestShown = 3;
    private const string Agreed = "agreed";
    private const string FundingSource = "source";

    private readonly Dictionary<(string Phrase, DecisionBasis Basis), FigureReading> known = [];

    /// <summary>Every measure that a phrase may begin with.</summary>
    public IReadOnlyList<string> Measures { get; } =
    [
        .. SavingsMeasures.Names, .. CostMeasures.Names, ProjectMeasures.Name, "measure", "funding", "funding.confirmed", "funding.to-find",
        .. new KeyFigures(edition, DecisionBasis.AsItStands).All.Select(f => f.Key).Where(k => k != ProjectMeasures.Name),
        .. new KeyFigures(edition, DecisionBasis.AsItStands).Facts.Select(f => f.Key),
    ];

    /// <summary>What a phrase gives on a basis.</summary>
    /// <param name="text">Without its braces.</param>
    /// <param name="basis">The reader's; a phrase that names one is read on that.</param>
    public FigureReading Read(string text, DecisionBasis basis)
    {
        if (!known.TryGetValue((text, basis), out var reading))
        {
            reading = FigurePhrase.TryParse(text, out var phrase)
                ? Read(phrase, basis)
                : Wrong($"“{{{text}}}” does not name a figure. A figure is a measure with what limits it, such as {{savings 2019/20 Delivered}}.", Measures, text);
            known.Add((text, basis), reading);
        }

        return reading;
    }

    private FigureReading Read(FigurePhrase phrase, DecisionBasis basis)
    {
        var format = FigureFormat.Short;
        DecisionBasis? fixedBasis = null;
        var terms = new List<PhraseTerm>();
        foreach (var term in phrase.Terms)
        {
            switch (term)
            {
                case { Name: null, Values: ["exact"] }:
                    format = FigureFormat.Exact;
                    break;
                case { Name: null, Values: ["full"] }:
                    format = FigureFormat.Full;
                    break;
                case { Name: SliceQuery.BasisName, Values: [Agreed] }:
                    fixedBasis = DecisionBasis.IfAgreed;
                    break;
                case { Name: SliceQuery.BasisName, Values: [FigureAddress.Stands] }:
                    fixedBasis = DecisionBasis.AsItStands;
                    break;
                default:
                    terms.Add(term);
                    break;
            }
        }

        var found = Measure(phrase.Measure, terms, fixedBasis ?? basis);
        if (found.Figure is not { } figure)
        {
            return found.Wrong is { } wrong
                ? Wrong($"{phrase.InBraces} does not name a figure: {found.Problem}", found.Existing.Select(e => phrase.InBraces.Replace(wrong, e, StringComparison.OrdinalIgnoreCase)), phrase.InBraces)
                : Wrong($"{phrase.InBraces} does not name a figure: {found.Problem}", found.Existing, phrase.Measure);
        }

        if (figure.Amount is null)
        {
            return Wrong($"{phrase.InBraces} gives nothing: nothing is recorded for it.", Shorter(phrase, basis), phrase.InBraces) with { FixedBasis = fixedBasis };
        }

        return new(figure, format, fixedBasis, null, []);
    }

    private Found Measure(string measure, List<PhraseTerm> terms, DecisionBasis basis)
    {
        if (SavingsMeasures.Names.Contains(measure))
        {
            return SavingsMeasures.Read(edition, measure, terms, basis);
        }

        if (CostMeasures.Names.Contains(measure))
        {
            return CostMeasures.Read(edition, measure, terms, basis);
        }

        return measure switch
        {
            ProjectMeasures.Name => ProjectMeasures.Read(edition, terms),
            "measure" => ByHand(terms),
            "funding" or "funding.confirmed" or "funding.to-find" => Funding(measure, terms),
            _ when new KeyFigures(edition, basis).Find(measure) is { } key => terms.Count == 0 ? new Found(key.Figure)
                : Found.Not($"“{measure}” takes no terms.", terms[0].Values[0], [""]),
            _ => Found.Not($"there is no measure “{measure}”.", null, Measures),
        };
    }

    private Found ByHand(List<PhraseTerm> terms)
    {
        var labels = edition.Story.Measures.Select(m => m.Label).ToList();
        if (terms is not [{ Name: null or "label", Values: [var label] }])
        {
            return Found.Not("a measure entered by hand is named by its label, such as {measure \"Page views\"}.", null, [.. labels.Select(l => $"{{measure {FigurePhrase.Quoted(l)}}}")]);
        }

        return edition.Story.Measures.FirstOrDefault(m => m.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } measure
            ? new Found(new Figure(measure.Value, FigureUnit.Count, new Derivation.OfMeasure(measure.Label)))
            : Found.Not($"“{label}” is not a measure of this quarter.", label, labels);
    }

    private Found Funding(string measure, List<PhraseTerm> terms)
    {
        FundingStatus? status = measure switch { "funding.confirmed" => FundingStatus.Confirmed, "funding.to-find" => FundingStatus.ToBeIdentified, _ => null };
        var sources = edition.Funding.Select(f => f.Source).ToList();
        string? from = null;
        foreach (var term in terms)
        {
            if (term is not { Name: null or FundingSource, Values: [var named] } || sources.Find(s => s.Equals(named, StringComparison.OrdinalIgnoreCase)) is not { } source)
            {
                return Found.Not($"“{term.Values[0]}” is not a source of funding.", term.Values[0], sources);
            }

            from = source;
        }

        var amount = edition.Funding.Where(f => (status is null || f.Status == status) && (from is null || f.Source == from)).Select(f => f.Amount).SumOrNothing();
        return new(Figure.OfMoney(amount, new Derivation.OfFunding(from, status)));
    }

    // What would give something: the phrase without one of its terms.
    private IEnumerable<string> Shorter(FigurePhrase phrase, DecisionBasis basis) =>
        from left in Enumerable.Range(0, phrase.Terms.Count)
        let shorter = phrase with { Terms = [.. phrase.Terms.Where((_, i) => i != left)] }
        let text = Written(shorter)
        where Read(text, basis).Figure is not null
        select "{" + text + "}";

    private static string Written(FigurePhrase phrase) => string.Join(' ',
        phrase.Terms.Select(t => (t.Name is null ? "" : t.Name + "=") + string.Join(',', t.Values.Select(FigurePhrase.Quoted))).Prepend(phrase.Measure));

    private static FigureReading Wrong(string problem, IEnumerable<string> candidates, string found) =>
        new(null, FigureFormat.Short, null, problem, [.. Nearest.Few(found, candidates, NearestShown).Select(n => n.StartsWith('{') ? n : "{" + n + "}")]);
}

/// <summary>What was found under a measure and its terms: a figure, or what is wrong.</summary>
/// <param name="Wrong">The part of the phrase that is wrong; none where it is the phrase as a whole.</param>
/// <param name="Existing">What exists in its place.</param>
internal sealed record Found(Figure? Figure, string? Problem = null, string? Wrong = null, IReadOnlyList<string>? Candidates = null)
{
    public IReadOnlyList<string> Existing => Candidates ?? [];

    public static Found Not(string problem, string? wrong, IReadOnlyList<string> existing) => new(null, problem, wrong, existing);
}
