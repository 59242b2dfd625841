using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Views;

/// <summary>
/// The quarter in one breath: savings, spending and projects. What is not recorded is said to be not recorded, never to be
/// nothing; one amount is “of” another only where it is a part of it.
/// </summary>
internal sealed class Headline(Edition edition, KeyFigures figures)
{
    private readonly CouncilWords words = new(edition.Programme);

    public string Text => $"{Savings()}, and {Spending()}. {Projects()}";

    private string Savings()
    {
        var (delivered, target) = (figures.YearDelivered.Figure, figures.YearTarget.Figure);
        var unit = MoneyUnits.Apart(delivered.Money, target.Money);
        return (delivered.Amount, target.Amount) switch
        {
            (null, null) => "No savings target is recorded for this year",
            ({ }, null) => $"{delivered.Text} is {words.Delivered} this year, for which no savings target is recorded",
            (null, { }) => $"Nothing of this year’s {target.Text} savings target is recorded as {words.Delivered} yet",
            (0, not 0) => $"Nothing of this year’s {target.Text} savings target is {words.Delivered}",
            ({ } part, { } whole) when part > 0 && part <= whole => $"{delivered.In(unit)} of this year’s {target.In(unit)} savings target is {words.Delivered}",
            _ => $"{delivered.In(unit)} is {words.Delivered} this year, against a savings target of {target.In(unit)}",
        };
    }

    private string Spending()
    {
        var (spent, planned) = (figures.Spent.Figure, figures.PlannedSpend.Figure);
        var unit = MoneyUnits.Apart(spent.Money, planned.Money);
        return (spent.Amount, planned.Amount) switch
        {
            (null, null) => "no cost of making the changes is recorded",
            ({ }, null) => $"{spent.Text} is spent to make the changes, for which no budget is recorded",
            (null, { }) => $"nothing of the {planned.Text} set aside to make the changes is recorded as spent yet",
            (0, not 0) => $"nothing of the {planned.Text} set aside to make the changes is spent",
            ({ } part, { } whole) when part > 0 && part <= whole => $"{spent.In(unit)} of the {planned.In(unit)} set aside to make the changes is spent",
            _ => $"{spent.In(unit)} is spent to make the changes, for which {planned.In(unit)} is set aside",
        };
    }

    private string Projects()
    {
        var inFlight = Count(new() { Phase = ProjectPhase.InFlight });
        var red = Count(new() { Rag = Rag.Red });
        var rated = edition.Projects.Count(p => p.Rating(RagAspect.Overall) is not null);
        return edition.Projects.Count switch
        {
            0 => "No project is recorded.",
            1 => $"The one project is {(inFlight == 1 ? "in flight" : "not in flight")} and is {(rated == 0 ? "not rated yet" : red == 1 ? "rated red" : "not rated red")}.",
            var all => $"{(inFlight == 0 ? "None" : MoneyFormat.Count(inFlight))} of {MoneyFormat.Count(all)} projects {Are(inFlight)} in flight and {Rated(all, rated, red)}.",
        };
    }

    // None is red may be said of those that are rated, not of those that nobody has looked at.
    private static string Rated(int all, int rated, int red) => (rated, red) switch
    {
        (0, _) => "none is rated yet",
        (_, > 0) => $"{MoneyFormat.Count(red)} {Are(red)} rated red",
        _ when rated == all => "none is rated red",
        (1, _) => "the only one that is rated is not red",
        _ => $"none of the {MoneyFormat.Count(rated)} that are rated is red",
    };

    private int Count(ProjectFilter filter) => filter.In(edition).Count;

    private static string Are(int count) => count > 1 ? "are" : "is";
}
