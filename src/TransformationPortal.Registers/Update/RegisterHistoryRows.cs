using System.Globalization;
using System.Text.Json;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.History;

namespace TransformationPortal.Registers.Update;

/// <summary>What a change leaves behind in the registers' history: a row for each cell that changes, and for each row that comes or goes.</summary>
internal static class RegisterHistoryRows
{
    /// <param name="retired">The entities of rows that were retired.</param>
    /// <param name="at">UTC.</param>
    public static IEnumerable<RegisterHistoryEntity> Of(UpdatePlan plan, IReadOnlySet<object> retired, Person by, DateTime at, string with)
    {
        var from = plan.From;
        foreach (var change in plan.Changes.Registers)
        {
            // A programme's first rows are not changes of anything: one entry a register says that they came.
            if (plan.Present.IsEmpty)
            {
                var count = change.Count(RowChangeKind.Added);
                yield return Entry(change, string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}"), RegisterAction.Added, by, at, with);
                continue;
            }

            var isDated = DatedRegisters.Find(change.Register) is not null;
            var month = change.Register.Key.ToList().FindIndex(c => c is Column<ReportingMonth>);
            var gone = change.Count(RowChangeKind.Removed) == 0
                ? []
                : plan.Kept[change.Register].Where(r => !r.IsRetired).Select((r, i) => (Row: r, Place: i)).ToDictionary(r => RowKeys.Of(change.Register, r.Row.Cells), StringComparer.Ordinal);
            var back = plan.Kept[change.Register].Where(r => r.IsRetired).Select(r => RowKeys.Of(change.Register, r.Cells)).ToHashSet(StringComparer.Ordinal);
            foreach (var row in change.Rows)
            {
                var key = isDated ? RowKeys.Recorded(change.Register, row.Key) : null;

                // A row that has a month of its own holds from that month's end.
                var holds = !isDated && month >= 0 && ReportingMonth.TryParse(row.Key.Split('\u001F')[month], out var own) ? HoldsFrom.On(own.LastDay) : from;
                if (row.Kind == RowChangeKind.Changed)
                {
                    foreach (var cell in row.Cells)
                    {
                        yield return Entry(change, row.Name, RegisterAction.Changed, by, at, with, cell, key, holds, hasDay: isDated || month >= 0);
                    }
                }
                else if (row.Kind == RowChangeKind.Added)
                {
                    yield return Entry(change, row.Name, back.Contains(row.Key) ? RegisterAction.Restored : RegisterAction.Added, by, at, with, null, key, holds, isDated ? row.CellsOf(change.Register) : null, hasDay: isDated || month >= 0);
                }
                else
                {
                    var (kept, place) = gone[row.Key];
                    var action = retired.Contains(kept.Entity) ? RegisterAction.Retired : RegisterAction.Removed;
                    yield return Entry(change, row.Name, action, by, at, with, null, key, holds, isDated ? kept.Cells : null, place, hasDay: isDated || month >= 0);
                }
            }

            if (change.IsReordered)
            {
                yield return Entry(
                    change, "The order of the rows", RegisterAction.Changed, by, at, with, null, isDated ? "" : null, from,
                    [.. plan.Kept[change.Register].Where(r => !r.IsRetired).Select(r => RowKeys.Of(change.Register, r.Cells))]);
            }
        }
    }

    private static RegisterHistoryEntity Entry(
        RegisterChange change, string row, RegisterAction action, Person by, DateTime at, string with, CellChange? cell = null, string? key = null, HoldsFrom from = default,
        IReadOnlyList<string>? cells = null, int? place = null, bool hasDay = true) => new()
        {
            Register = change.Register.Name,
            Row = row,
            Action = action,
            Column = cell?.Column.Name,
            From = cell?.From is { Length: > 0 } was ? was : null,
            To = cell?.To is { Length: > 0 } to ? to : null,
            By = by,
            At = at,
            With = with,
            RowKey = key,
            HoldsFrom = key is null && !hasDay ? null : from.Day,
            Cells = cells is null ? null : JsonSerializer.Serialize(cells),
            Place = place,
        };
}
