using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Registers.Update;

/// <summary>A main figure of the programme before a change and after it, in pounds.</summary>
/// <param name="Before">Nothing where nothing is recorded, or there is no programme yet.</param>
public sealed record FigureEffect(string Title, Money? Before, Money? After);

/// <summary>What a change does to the programme's main figures, as the draft of the quarter at hand would show them.</summary>
internal static class FigureEffects
{
    public static IReadOnlyList<FigureEffect> Between(QuarterDrafts drafts)
    {
        var was = drafts.Before is null ? [] : Figures(drafts.Before);
        return [.. Figures(drafts.After).Select(f => new FigureEffect(f.Title, was.FirstOrDefault(w => w.Key == f.Key).Amount, f.Amount))];
    }

    private static List<(string Key, string Title, Money? Amount)> Figures(Edition edition)
    {
        var quarter = edition.Quarter;
        var figures = new KeyFigures(edition, DecisionBasis.AsItStands);
        Money? Sum(SavingsKind kind, Confidence? confidence = null) => edition.SavingsLines.SelectMany(l => l.Amounts)
            .Where(a => a.Kind == kind && (confidence is null || a.Confidence == confidence) && !a.Pending).Select(a => a.Amount).SumOrNothing();
        return
        [
            ("original", "Original savings target, all years", Sum(SavingsKind.OriginalTarget)),
            ("revised", "Revised savings target, all years", Sum(SavingsKind.RevisedTarget)),
            ("delivered", $"Savings {new CouncilWords(edition.Programme).Delivered}, all years, at the end of {quarter}", Sum(SavingsKind.Position, Confidence.Delivered)),
            ("budget", "Implementation budget", figures.PlannedSpend.Figure.Money),
            ("spent", $"Spend up to {DateFormat.Long(quarter.LastDay)}", figures.Spent.Figure.Money),
        ];
    }
}
