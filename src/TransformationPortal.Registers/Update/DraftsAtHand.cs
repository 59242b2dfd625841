using TransformationPortal.Core;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.History;

namespace TransformationPortal.Registers.Update;

/// <summary>The draft of a quarter before a change and after it.</summary>
/// <param name="Before">None where there is no programme yet, or the quarter was not one of its years.</param>
internal sealed record QuarterDrafts(Edition? Before, Edition After)
{
    public Quarter Quarter => After.Quarter;

    /// <summary>Whether an edition of the quarter that was composed after the change would say anything else than one before it.</summary>
    public bool Differ => Before is null || !EditionJson.Write(Before).AsSpan().SequenceEqual(EditionJson.Write(After));
}

/// <summary>The drafts that a change is shown in: of the quarter at hand, and of any other that is asked for.</summary>
/// <param name="before">None where there is no programme yet.</param>
internal sealed class DraftsAtHand(ProgrammeState? before, ProgrammeState after, HoldsFrom from)
{
    private readonly Dictionary<Quarter, QuarterDrafts> drafts = [];

    public Quarter QuarterAtHand { get; } = AtHand(after, from);

    public QuarterDrafts Of(Quarter quarter)
    {
        if (!drafts.TryGetValue(quarter, out var composed))
        {
            var isKnown = before is not null && quarter.Year >= before.Programme.FirstYear && quarter.Year <= before.Programme.LastYear;
            drafts[quarter] = composed = new(isKnown ? EditionComposer.Compose(before!, quarter, 1) : null, EditionComposer.Compose(after, quarter, 1));
        }

        return composed;
    }

    /// <summary>What the bands of a line and year add up to as at a month, before the change, in pounds; nothing where nothing is recorded.</summary>
    public Money? PositionsBefore(string line, FinancialYear year, ReportingMonth month) => before?.Positions.Where(p => p.Line == line && p.Year == year && p.AsAt == month)
        .Select(p => p.Amount).SumOrNothing();

    /// <summary>Whether the programme, as it would be, has the quarter.</summary>
    public bool Has(Quarter quarter) => quarter.Year >= after.Programme.FirstYear && quarter.Year <= after.Programme.LastYear;

    // The latest that positions are recorded for, or that money was spent in; the first where nothing is. A change that holds
    // only from a later day is shown in the quarter of that day.
    private static Quarter AtHand(ProgrammeState state, HoldsFrom from)
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
