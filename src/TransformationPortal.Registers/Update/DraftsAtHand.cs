using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.History;

namespace TransformationPortal.Registers.Update;

/// <summary>The draft of the quarter at hand before a change and after it.</summary>
/// <param name="Before">None where there is no programme yet, or the quarter was not one of its years.</param>
internal sealed record DraftsAtHand(Edition? Before, Edition After)
{
    /// <param name="before">None where there is no programme yet.</param>
    /// <param name="from">From when the change holds.</param>
    public static DraftsAtHand Of(ProgrammeState? before, ProgrammeState after, HoldsFrom from)
    {
        var quarter = QuarterAtHand(after, from);
        var isKnown = before is not null && quarter.Year >= before.Programme.FirstYear && quarter.Year <= before.Programme.LastYear;
        return new(isKnown ? EditionComposer.Compose(before!, quarter, 1) : null, EditionComposer.Compose(after, quarter, 1));
    }

    // The latest that positions are recorded for, or that money was spent in; the first where nothing is. A change that holds
    // only from a later day is shown in the quarter of that day.
    private static Quarter QuarterAtHand(ProgrammeState state, HoldsFrom from)
    {
        var quarter = LatestQuarter(state);
        if (from.IsBy(quarter.LastDay))
        {
            return quarter;
        }

        var reached = Quarter.Containing(from.Day!.Value);
        return reached.Year > state.Programme.LastYear ? new Quarter(state.Programme.LastYear, 4) : reached;
    }

    private static Quarter LatestQuarter(ProgrammeState state)
    {
        var months = state.Positions.Select(p => p.AsAt).Concat(state.CostLines.SelectMany(l => l.Amounts).Select(a => a.Month).OfType<ReportingMonth>())
            .Where(m => m.FinancialYear >= state.Programme.FirstYear && m.FinancialYear <= state.Programme.LastYear).ToList();
        return months.Count == 0 ? new Quarter(state.Programme.FirstYear, 1) : Quarter.Containing(months.Max().FirstDay);
    }
}
