using System.Globalization;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Import.Update;

/// <summary>What a change leaves behind in the registers' history: a row for each cell that changes, and for each row that comes or goes.</summary>
internal static class RegisterHistoryRows
{
    public static IEnumerable<RegisterHistoryEntity> Of(UpdatePlan plan, IReadOnlySet<object> retired, Person by, DateTime at, string with)
    {
        foreach (var change in plan.Changes.Registers)
        {
            // A programme's first rows are not changes of anything: one entry a register says that they came.
            if (plan.Present.IsEmpty)
            {
                var count = change.Count(RowChangeKind.Added);
                yield return Entry(change, string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}"), RegisterAction.Added, by, at, with);
                continue;
            }

            var gone = change.Register.Key.Count == 0 || change.Count(RowChangeKind.Removed) == 0
                ? []
                : plan.Kept[change.Register].Where(r => retired.Contains(r.Entity)).Select(r => RowKeys.Of(change.Register, r.Cells)).ToHashSet(StringComparer.Ordinal);
            foreach (var row in change.Rows)
            {
                if (row.Kind == RowChangeKind.Changed)
                {
                    foreach (var cell in row.Cells)
                    {
                        yield return Entry(change, row.Name, RegisterAction.Changed, by, at, with, cell);
                    }
                }
                else
                {
                    var action = row.Kind == RowChangeKind.Added ? RegisterAction.Added : gone.Contains(row.Key) ? RegisterAction.Retired : RegisterAction.Removed;
                    yield return Entry(change, row.Name, action, by, at, with);
                }
            }

            if (change.IsReordered)
            {
                yield return Entry(change, "The order of the rows", RegisterAction.Changed, by, at, with);
            }
        }
    }

    private static RegisterHistoryEntity Entry(RegisterChange change, string row, RegisterAction action, Person by, DateTime at, string with, CellChange? cell = null) => new()
    {
        Register = change.Register.Name,
        Row = row,
        Action = action,
        Column = cell?.Column.Name,
        From = cell?.From is { Length: > 0 } from ? from : null,
        To = cell?.To is { Length: > 0 } to ? to : null,
        By = by,
        At = at,
        With = with,
    };
}
