using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>Measures entered by hand that look like another measure, or like a headline figure, and give another number.</summary>
internal static class MeasureFindings
{
    private const decimal LikeAFigure = 0.6m;
    private const decimal LikeAMeasure = 0.75m;

    public static IEnumerable<Finding> In(Edition edition)
    {
        var home = ProseText.Workbench(edition.Quarter) + "/measures";
        var measures = edition.Story.Measures;
        var figures = new KeyFigures(edition, DecisionBasis.AsItStands).All;
        for (var i = 0; i < measures.Count; i++)
        {
            var (measure, words) = (measures[i], MeaningWords.Of(measures[i].Label));
            foreach (var figure in figures.Where(f => f.Figure.Amount is not null && MeaningWords.Likeness(words, MeaningWords.Of(f.Title)) >= LikeAFigure && !IsSame(measure, f.Figure)))
            {
                yield return Finding(home, $"The measure “{measure.Label}” says {MoneyFormat.Count(measure.Value)}; the figure “{figure.Title}” says {figure.Figure.Text}.", "Leave the measure out: the portal shows the figure itself. Or name what it measures differently.");
            }

            foreach (var other in measures.Skip(i + 1).Where(m => m.Value != measure.Value && MeaningWords.Likeness(words, MeaningWords.Of(m.Label)) >= LikeAMeasure))
            {
                yield return Finding(home, $"The measures “{measure.Label}” and “{other.Label}” look alike; one says {MoneyFormat.Count(measure.Value)}, the other {MoneyFormat.Count(other.Value)}.", "Name them so that readers can tell them apart, or keep one.");
            }
        }
    }

    // Pounds may have been entered in full, in thousands or in millions.
    private static bool IsSame(Measure measure, Figure figure) => figure.Unit switch
    {
        FigureUnit.Pounds => measure.Value == figure.Amount || MoneyFormat.Format(Money.FromMillions(measure.Value), MoneyStyle.Millions) == figure.Text,
        FigureUnit.Share => MoneyFormat.Percent(measure.Value / 100) == figure.Text,
        _ => measure.Value == figure.Amount,
    };

    private static Finding Finding(string where, string disagreement, string mend) =>
        new(FindingKind.LookAlike, FindingSeverity.ToBeSigned, disagreement, where, "Measures", mend);
}
