using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reprofiling;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Holds changes against the decisions that are there: an outcome is recorded once, on the page of decisions, with its day and
/// who recorded it, and what was decided stays as it was. A decision that is new may come with its outcome, as it does when a
/// programme moves to another portal. Pure.
/// </summary>
internal static class SettledDecisions
{
    // What the page of decisions records at once.
    private static readonly Column[] Recorded = [DecisionsRegister.Outcome, DecisionsRegister.Settled, DecisionsRegister.OutcomeNote];

    private static readonly int OutcomeAt = DecisionsRegister.Definition.Columns.ToList().IndexOf(DecisionsRegister.Outcome);

    /// <param name="present">The present programme.</param>
    /// <param name="sources">The tables that came in.</param>
    /// <param name="today">The council's day.</param>
    public static IEnumerable<ImportProblem> Check(ProgrammeChanges changes, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> sources, ConfidenceWords words, DateOnly today)
    {
        var outcomes = Rows(present, DecisionsRegister.Definition).ToDictionary(r => r.Cells[0], r => r.Cells[OutcomeAt], StringComparer.OrdinalIgnoreCase);
        return Outcomes(changes, present, sources, outcomes).Concat(Brought(changes, sources, today)).Concat(Moves(changes, present, sources, words, outcomes)).Concat(Years(changes, sources, today));
    }

    // A pending move goes to a year that is still to end, and later than the one it leaves: at every door the same.
    private static IEnumerable<ImportProblem> Years(ProgrammeChanges changes, IReadOnlyList<RegisterTable> sources, DateOnly today)
    {
        var brought = (changes.Of(DecisionsRegister.Definition)?.Rows ?? []).Where(r => r.Kind == RowChangeKind.Added && r.Cells.Any(c => c.Column == DecisionsRegister.Outcome && c.To != nameof(DecisionOutcome.Pending)))
            .Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in (changes.Of(ReprofilesRegister.Definition)?.Rows ?? []).Where(r => r.Kind == RowChangeKind.Added))
        {
            string? Said(Column column) => row.Cells.FirstOrDefault(c => c.Column == column)?.To;
            if (brought.Contains(Said(ReprofilesRegister.Decision) ?? "") || !FinancialYear.TryParse(Said(ReprofilesRegister.ToYear), out var to) || !FinancialYear.TryParse(Said(ReprofilesRegister.FromYear), out var from))
            {
                continue;
            }

            if (ReprofileCheck.WhyNotTo(from, to, today) is { } why)
            {
                yield return Problem(sources, ReprofilesRegister.Definition, row, ReprofilesRegister.ToYear, to.ToString(), why);
            }
        }
    }

    private static IEnumerable<ImportProblem> Outcomes(
        ProgrammeChanges changes, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> sources, Dictionary<string, string> outcomes)
    {
        var rows = changes.Of(DecisionsRegister.Definition)?.Rows ?? [];
        var references = Rows(present, DecisionsRegister.Definition).ToDictionary(r => RowKeys.Of(DecisionsRegister.Definition, r.Cells), r => r.Cells[0], StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Kind != RowChangeKind.Added))
        {
            var reference = references[row.Key];
            var settled = Settled(outcomes, reference);
            if (row.Kind == RowChangeKind.Removed)
            {
                if (settled is not null)
                {
                    yield return Problem(sources, DecisionsRegister.Definition, row, null, null, $"{reference} is {settled} and stays in the register. An outcome is never changed; record a new decision.");
                }
            }
            else if (row.Cells.FirstOrDefault(c => Recorded.Contains(c.Column)) is { } cell)
            {
                yield return Problem(sources, DecisionsRegister.Definition, row, cell.Column, cell.To, settled is null
                    ? "Record the outcome on the page of decisions."
                    : $"{reference} is {settled}, as the page of decisions records it. An outcome is never changed; record a new decision.");
            }
        }
    }

    // What comes with its outcome has one, and one that was taken.
    private static IEnumerable<ImportProblem> Brought(ProgrammeChanges changes, IReadOnlyList<RegisterTable> sources, DateOnly today)
    {
        foreach (var row in (changes.Of(DecisionsRegister.Definition)?.Rows ?? []).Where(r => r.Kind == RowChangeKind.Added))
        {
            var isPending = row.Cells.Any(c => c.Column == DecisionsRegister.Outcome && c.To == nameof(DecisionOutcome.Pending));
            foreach (var cell in row.Cells.Where(c => c.Column == DecisionsRegister.Settled || c.Column == DecisionsRegister.OutcomeNote))
            {
                if (isPending)
                {
                    yield return Problem(sources, DecisionsRegister.Definition, row, cell.Column, cell.To, $"{row.Name} is pending: nothing was decided yet. Leave this empty, or say what the outcome was.");
                }
                else if (DecisionsRegister.Settled.Read(cell.To) is DateOnly day && cell.Column == DecisionsRegister.Settled && day > today)
                {
                    yield return Problem(sources, DecisionsRegister.Definition, row, cell.Column, cell.To, $"{DateFormat.Long(day)} is still to come. Enter the day on which it was decided, {DateFormat.Long(today)} at the latest.");
                }
            }
        }
    }

    private static IEnumerable<ImportProblem> Moves(
        ProgrammeChanges changes, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> sources, ConfidenceWords words, Dictionary<string, string> outcomes)
    {
        var register = ReprofilesRegister.Definition;
        var old = Rows(present, register).ToLookup(r => RowKeys.Of(register, r.Cells), r => r.Cells, StringComparer.Ordinal);
        var goneLines = (changes.Of(SavingsLinesRegister.Definition)?.Rows ?? []).Where(r => r.Kind == RowChangeKind.Removed).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in changes.Of(register)?.Rows ?? [])
        {
            var was = old[row.Key].FirstOrDefault();
            var decision = was?[0] ?? row.Cells.First(c => c.Column == ReprofilesRegister.Decision).To;

            // What a line goes out of the registers with is no matter of the decision.
            if (Settled(outcomes, decision) is not { } settled || row.Kind == RowChangeKind.Removed && goneLines.Contains(was![1].ToUpperInvariant()))
            {
                continue;
            }

            var cell = row.Kind == RowChangeKind.Removed ? null : row.Cells[0];
            var which = row.Kind == RowChangeKind.Removed ? $", and the row for {row.Name} stays" : "";
            yield return Problem(sources, register, row, cell?.Column, cell is null ? null : words.Said(cell.Column, cell.To), $"{decision} is {settled}{which}. What it moves is never changed; record a new decision.");
        }
    }

    private static string? Settled(Dictionary<string, string> outcomes, string reference) =>
        outcomes.TryGetValue(reference, out var outcome) && outcome != nameof(DecisionOutcome.Pending) ? outcome.ToLowerInvariant() : null;

    private static IReadOnlyList<RegisterTableRow> Rows(IReadOnlyList<RegisterTable> present, RegisterDefinition register) => present.First(t => t.Name == register.Name).Rows;

    private static ImportProblem Problem(IReadOnlyList<RegisterTable> sources, RegisterDefinition register, RowChange row, Column? column, string? found, string sentence) =>
        new(sources.FirstOrDefault(t => t.Name == register.Name)?.Source ?? register.Title, row.Row, column?.Name, found, sentence) { IsSentence = true };
}
