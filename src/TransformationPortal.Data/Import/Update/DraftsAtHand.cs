using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Import.Update;

/// <summary>The draft of the quarter at hand before a change and after it.</summary>
/// <param name="Before">None where there is no programme yet, or the quarter was not one of its years.</param>
internal sealed record DraftsAtHand(Edition? Before, Edition After)
{
    /// <param name="before">None where there is no programme yet.</param>
    public static DraftsAtHand Of(ProgrammeState? before, ProgrammeState after)
    {
        var quarter = QuarterAtHand(after);
        var isKnown = before is not null && quarter.Year >= before.Programme.FirstYear && quarter.Year <= before.Programme.LastYear;
        return new(isKnown ? EditionComposer.Compose(before!, quarter, 1) : null, EditionComposer.Compose(after, quarter, 1));
    }

    // The latest that positions are recorded for, or that money was spent in; the first where nothing is.
    private static Quarter QuarterAtHand(ProgrammeState state)
    {
        var months = state.Positions.Select(p => p.AsAt).Concat(state.CostLines.SelectMany(l => l.Amounts).Select(a => a.Month).OfType<ReportingMonth>())
            .Where(m => m.FinancialYear >= state.Programme.FirstYear && m.FinancialYear <= state.Programme.LastYear).ToList();
        return months.Count == 0 ? new Quarter(state.Programme.FirstYear, 1) : Quarter.Containing(months.Max().FirstDay);
    }
}
