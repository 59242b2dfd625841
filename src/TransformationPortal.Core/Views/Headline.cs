using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Views;

/// <summary>The quarter in one breath: savings, spending and projects, also where nothing of them is recorded.</summary>
internal sealed class Headline(Edition edition, KeyFigures figures)
{
    public string Text => $"{Savings()}, and {Spending()}. {Projects()}";

    private string Savings() => (figures.YearDelivered.Figure, figures.YearTarget.Figure) switch
    {
        ({ Amount: null }, { Amount: null }) => "No savings target is recorded for this year",
        (var delivered, { Amount: null }) => $"{delivered.Text} is delivered this year, which has no savings target",
        ({ Amount: null }, var target) => $"Nothing of this year’s {target.Text} savings target is delivered yet",
        var (delivered, target) => $"{delivered.Text} of this year’s {target.Text} savings target is delivered",
    };

    private string Spending() => (figures.Spent.Figure, figures.PlannedSpend.Figure) switch
    {
        ({ Amount: null }, { Amount: null }) => "nothing is set aside or spent to make the changes",
        (var spent, { Amount: null }) => $"{spent.Text} is spent to make the changes, for which nothing is set aside",
        ({ Amount: null }, var planned) => $"nothing of the {planned.Text} set aside to make the changes is spent yet",
        var (spent, planned) => $"{spent.Text} of the {planned.Text} set aside to make the changes is spent",
    };

    private string Projects()
    {
        var inFlight = Count(new() { Phase = ProjectPhase.InFlight });
        var red = Count(new() { Rag = Rag.Red });
        return edition.Projects.Count switch
        {
            0 => "No project is recorded.",
            1 => $"The one project is {(inFlight == 1 ? "in flight" : "not in flight")} and is {(red == 1 ? "rated red" : "not rated red")}.",
            var all => $"{(inFlight == 0 ? "None" : MoneyFormat.Count(inFlight))} of {MoneyFormat.Count(all)} projects {Are(inFlight)} in flight "
                + $"and {(red == 0 ? "none" : MoneyFormat.Count(red))} {Are(red)} rated red.",
        };
    }

    private int Count(ProjectFilter filter) => filter.In(edition).Count;

    private static string Are(int count) => count > 1 ? "are" : "is";
}
