using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>A figure that the picker offers.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Phrase">With its braces, ready to be put into a text.</param>
/// <param name="Meaning">What it is, in words.</param>
/// <param name="Now">What it gives as things stand.</param>
/// <param name="IfAgreed">What it gives if pending decisions are agreed; none where that is the same.</param>
public sealed record CatalogueFigure(string Group, string Phrase, string Meaning, Figure Now, Figure? IfAgreed);

/// <summary>The figures that are most asked for, each with what it gives now: the same ones that any text can name.</summary>
public static class FigureCatalogue
{
    /// <summary>The figures that give something, group by group.</summary>
    public static IReadOnlyList<CatalogueFigure> Of(Edition edition)
    {
        var figures = new FigureReader(edition);
        return [.. Named(edition).Select(n => Entry(figures, n.Group, n.Phrase, n.Meaning)).OfType<CatalogueFigure>()];
    }

    private static CatalogueFigure? Entry(FigureReader figures, string group, string phrase, string meaning)
    {
        if (figures.Read(phrase, DecisionBasis.AsItStands) is not { Figure: { } now })
        {
            return null;
        }

        var agreed = figures.Read(phrase, DecisionBasis.IfAgreed).Figure;
        return new(group, "{" + phrase + "}", meaning, now, agreed?.Amount == now.Amount ? null : agreed);
    }

    private static IEnumerable<(string Group, string Phrase, string Meaning)> Named(Edition edition) =>
        [.. Headlines(edition), .. Savings(edition), .. Ahead(edition), .. Costs(edition), .. Projects(edition), .. ByHand(edition)];

    private static IEnumerable<(string Group, string Phrase, string Meaning)> Headlines(Edition edition)
    {
        var figures = new KeyFigures(edition, DecisionBasis.AsItStands);
        return figures.All.Concat(figures.Facts).Select(f => ("Headline figures", f.Key, f.Title));
    }

    private static IEnumerable<(string Group, string Phrase, string Meaning)> Savings(Edition edition)
    {
        var year = edition.Quarter.Year;
        var words = new CouncilWords(edition.Programme);
        foreach (var each in FinancialYear.Range(edition.Programme.FirstYear, edition.Programme.LastYear))
        {
            yield return ("Savings by year", $"savings.original {each}", $"{each} original savings target");
            yield return ("Savings by year", $"savings {each}", $"{each} revised savings target");
            yield return ("Savings by year", $"savings.position {each}", $"{each} savings expected");
            foreach (var band in ConfidenceFacts.Bands)
            {
                yield return ("Savings by year and confidence", $"savings {each} {SavingsKeys.Confidence(band)}", $"{each} savings {words.At(band)}");
            }
        }

        foreach (var (dimension, heading, values) in new[]
        {
            (SavingsDimension.Workstream, "Savings by workstream", edition.Workstreams.Select(w => w.Name)),
            (SavingsDimension.Directorate, "Savings by directorate", edition.Directorates.Select(d => d.Name)),
            (SavingsDimension.Source, "Savings by source", edition.Sources.Select(s => s.Name)),
        })
        {
            foreach (var value in values)
            {
                var term = $"{SliceQuery.NameOf(dimension)}={FigurePhrase.Quoted(value)}";
                yield return (heading, $"savings.original {term}", $"{value} original savings target");
                yield return (heading, $"savings this-year {term}", $"{value} {year} revised savings target");
                yield return (heading, $"savings this-year Delivered {term}", $"{value} {year} savings {edition.Programme.Label(Confidence.Delivered)}");
            }
        }
    }

    private static IEnumerable<(string Group, string Phrase, string Meaning)> Ahead(Edition edition)
    {
        var count = FinancialYear.Range(edition.Quarter.Year.AddYears(1), edition.Programme.LastYear).Count;
        if (count == 0)
        {
            yield break;
        }

        var unsure = $"{edition.Programme.Label(Confidence.Low)} or {edition.Programme.Label(Confidence.Medium)} confidence";
        var years = $"years=next{MoneyFormat.Count(count)}";
        yield return ("Years ahead", $"savings.position {years}", "Savings expected in the years ahead");
        yield return ("Years ahead", $"savings {years} confidence=Low,Medium", $"Savings of the years ahead at {unsure}");
        yield return ("Years ahead", $"savings.share {years} confidence=Low,Medium", $"Share of the savings of the years ahead at {unsure}");
        foreach (var source in edition.Sources.Where(s => s.IsCore))
        {
            yield return ("Years ahead", $"savings {years} confidence=Low,Medium source={FigurePhrase.Quoted(source.Name)}", $"{source.Name} savings of the years ahead at {unsure}");
        }
    }

    private static IEnumerable<(string Group, string Phrase, string Meaning)> Costs(Edition edition)
    {
        foreach (var each in edition.OfCosts())
        {
            yield return ("Implementation costs", $"costs {each}", $"{each} planned implementation spend");
            yield return ("Implementation costs", $"costs.spent {each}", $"{each} implementation costs spent");
        }

        foreach (var area in edition.CostAreas)
        {
            yield return ("Implementation costs", $"costs area={FigurePhrase.Quoted(area.Code)}", $"{area.Name} planned implementation spend");
            yield return ("Implementation costs", $"costs.spent area={FigurePhrase.Quoted(area.Code)}", $"{area.Name} implementation costs spent");
        }

        yield return ("Implementation costs", "costs.committed", "Implementation costs committed");
        yield return ("Funding", "funding.confirmed", "Funding confirmed");
        yield return ("Funding", "funding.to-find", "Funding still to be identified");
        foreach (var source in edition.Funding)
        {
            yield return ("Funding", $"funding {FigurePhrase.Quoted(source.Source)}", $"{source.Source} funding");
        }
    }

    private static IEnumerable<(string Group, string Phrase, string Meaning)> Projects(Edition edition) =>
    [
        .. Enum.GetValues<ProjectPhase>().Select(p => ("Projects", $"projects {FigurePhrase.Quoted(p.Name())}", $"Projects in the phase {p.Name()}")),
        .. Enum.GetValues<Rag>().Select(r => ("Projects", $"projects {r}", $"Projects rated {r.ToString().ToLowerInvariant()}")),
    ];

    private static IEnumerable<(string Group, string Phrase, string Meaning)> ByHand(Edition edition) =>
        edition.Story.Measures.Select(m => ("Measures entered by hand", $"measure {FigurePhrase.Quoted(m.Label)}", m.Label));
}
