using TransformationPortal.Core.Periods;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Holds changes of targets against the years that are over: such a year is measured for ever against the target that it closed
/// with, so a target that holds from a later day would say nothing. Pure.
/// </summary>
internal static class ClosedTargets
{
    private static readonly Column[] Targets = [SavingsTargetsRegister.Original, SavingsTargetsRegister.Revised];

    /// <param name="sources">The tables that came in.</param>
    /// <param name="from">From when the changes hold.</param>
    public static IEnumerable<ImportProblem> Check(ProgrammeChanges changes, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> sources, HoldsFrom from)
    {
        if (from.Day is not { } day || changes.Of(SavingsTargetsRegister.Definition) is not { } change)
        {
            yield break;
        }

        var register = SavingsTargetsRegister.Definition;
        var yearAt = register.Columns.ToList().IndexOf(SavingsTargetsRegister.Year);
        var years = present.First(t => t.Name == register.Name).Rows.ToDictionary(r => RowKeys.Of(register, r.Cells), r => r.Cells[yearAt], StringComparer.Ordinal);
        foreach (var row in change.Rows)
        {
            var cell = row.Cells.FirstOrDefault(c => Targets.Contains(c.Column));
            var said = years.GetValueOrDefault(row.Key) ?? row.Cells.FirstOrDefault(c => c.Column == SavingsTargetsRegister.Year)?.To;
            if ((cell is not null || row.Kind == RowChangeKind.Removed) && FinancialYear.TryParse(said, out var year) && year.LastDay < day)
            {
                yield return new(
                    sources.FirstOrDefault(t => t.Name == register.Name)?.Source ?? register.Title, row.Row, cell?.Column.Name, cell?.To,
                    $"{year} is over and is measured against the target that it closed with. Where that was recorded wrongly, say that it holds from {DateFormat.Long(year.LastDay)} or an earlier day, or that it was always so; what was not delivered is carried forward on the page of decisions.")
                { IsSentence = true };
            }
        }
    }
}
