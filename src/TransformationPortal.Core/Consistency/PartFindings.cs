using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Consistency;

/// <summary>
/// A total of which parts are counted that do not make it. Amounts are not looked at: those of a total and of its parts come
/// from the same entries, so that what is apart is rounding, and the papers choose a unit in which it does not show.
/// </summary>
internal static class PartFindings
{
    public static IEnumerable<Finding> In(Edition edition)
    {
        var projects = new KeyFigures(edition, DecisionBasis.AsItStands).Projects;
        var (all, sum) = (projects.Figure.Amount, projects.Parts.Sum(p => p.Figure.Amount));
        return all == sum || projects.Parts.Count == 0 ? [] :
        [
            new(
                FindingKind.Parts, FindingSeverity.Blocking, $"The programme has {MoneyFormat.Count(all)} projects, and its phases add up to {MoneyFormat.Count(sum)}.",
                DraftAddress.Page(edition, "projects"), "Projects", "Give every project a phase."),
        ];
    }
}
