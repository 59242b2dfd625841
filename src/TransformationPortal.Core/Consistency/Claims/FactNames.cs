using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency.Claims;

/// <summary>Says in words what a fact is of, and by which phrase a text would name it.</summary>
internal sealed class FactNames(Edition edition)
{
    private readonly Lazy<Dictionary<string, CatalogueFigure>> known = new(() => FigureCatalogue.Of(edition)
        .GroupBy(f => FigureAddress.Of(f.Now.Source).Text(isFixed: false) + f.Now.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));

    public string Meaning(Fact fact)
    {
        if (Known(fact) is { } figure)
        {
            return figure.Meaning;
        }

        var words = new CouncilWords(edition.Programme);
        var bands = fact.Bands == Bands.None ? "" : words.At([.. fact.Bands.Each()]);
        var what = fact.Measure switch
        {
            Measures.OriginalTarget => "original savings target",
            Measures.RevisedTarget => "revised savings target",
            Measures.Position => fact.Bands == Bands.None ? "savings expected" : $"savings {bands}",
            Measures.Budget => "planned implementation spend",
            Measures.Spent => "implementation costs spent",
            Measures.Committed => "implementation costs committed",
            Measures.SpentOrCommitted => "implementation costs spent or committed",
            Measures.Funding => "funding",
            Measures.BusinessCase => "savings set out in the business case",
            Measures.Redundancy => "provision for redundancy",
            Measures.Move => "amount that moves",
            Measures.Pressure => "pressures",
            Measures.Expected => "savings that the spotlight expects",
            _ => "margin",
        };
        return string.Join(' ', new[] { fact.Unit == FigureUnit.Share ? "share:" : "", fact.Years.ToString(), what, Of(fact.One), Of(fact.Other) }.Where(w => w.Length > 0));
    }

    /// <summary>The phrase in its braces; empty where none names it.</summary>
    public string Phrase(Fact fact) => Known(fact)?.Phrase ?? (Source(fact) is { } source
        ? new FigureWriter(edition).Write(new Figure(fact.Stands, fact.Unit, source), FigureFormat.Short, null) : "");

    private CatalogueFigure? Known(Fact fact) => Source(fact) is { } source ? known.Value.GetValueOrDefault(FigureAddress.Of(source).Text(isFixed: false) + fact.Unit) : null;

    private Derivation? Source(Fact fact)
    {
        if (fact.Unit == FigureUnit.Share && fact is not { Measure: Measures.Position, Bands: not Bands.None } || Things(fact).Any(t => t.Kind == FactBook.Group))
        {
            return null;
        }

        return fact.Measure switch
        {
            Measures.OriginalTarget or Measures.RevisedTarget or Measures.Position => new Derivation.OfSavings(Savings(fact)),
            Measures.Budget => Costs(fact, CostKind.Budget),
            Measures.Spent => Costs(fact, CostKind.Actual),
            Measures.Committed => Costs(fact, CostKind.Committed),
            Measures.SpentOrCommitted => Costs(fact, CostKind.Actual, CostKind.Committed),
            Measures.Redundancy => new Derivation.OfFigures("redundancy-provision", DecisionBasis.AsItStands),
            Measures.Funding => fact.One switch
            {
                { Kind: FactBook.FundingSource } of => new Derivation.OfFunding(of.Value, null),
                { Kind: FactBook.Status } of => new Derivation.OfFunding(null, Enum.Parse<FundingStatus>(of.Value)),
                _ => new Derivation.OfFunding(null, null),
            },
            _ => null,
        };
    }

    private Slice<SavingsDimension> Savings(Fact fact)
    {
        var kind = fact.Measure switch { Measures.OriginalTarget => SavingsKind.OriginalTarget, Measures.RevisedTarget => SavingsKind.RevisedTarget, _ => SavingsKind.Position };
        var slice = SavingsSlices.Of(kind, DecisionBasis.AsItStands);
        slice = fact.Years.From is { } from ? slice.In(FinancialYear.Range(from, fact.Years.To!.Value)) : slice;
        slice = fact.Bands == Bands.None ? slice : slice.At(fact.Bands.Each());
        return Things(fact).Aggregate(slice, (all, thing) => all.Where(Enum.Parse<SavingsDimension>(thing.Kind, ignoreCase: true), thing.Value));
    }

    private static Derivation.OfCosts Costs(Fact fact, params CostKind[] kinds)
    {
        var slice = CostSlices.Of(DecisionBasis.AsItStands, kinds);
        slice = fact.Years.From is { } from ? slice.Where(CostDimension.Year, FinancialYear.Range(from, fact.Years.To!.Value).Select(y => LedgerKeys.Year(y))) : slice;
        return new(Things(fact).Aggregate(slice, (all, thing) => all.Where(Enum.Parse<CostDimension>(thing.Kind, ignoreCase: true), thing.Value)));
    }

    private static IEnumerable<Thing> Things(Fact fact) => new[] { fact.One, fact.Other }.OfType<Thing>();

    private string Of(Thing? thing) => thing is not { } of ? "" : of.Kind switch
    {
        "project" => $"of {of.Value} {edition.FindProject(of.Value)?.Name}",
        "line" => $"of {of.Value} {edition.FindSavingsLine(of.Value)?.Title ?? edition.CostLines.FirstOrDefault(l => l.Code == of.Value)?.Name}",
        "area" => $"of {edition.CostAreas.FirstOrDefault(a => a.Code == of.Value)?.Name}",
        FactBook.Status => of.Value == nameof(FundingStatus.Confirmed) ? "confirmed" : "still to be identified",
        _ => $"of {of.Value}",
    };
}
