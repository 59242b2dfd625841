using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.History;

namespace TransformationPortal.Registers.Update;

/// <summary>A cell that changes from a day on, but was changed again from a later day: it says now what it said.</summary>
/// <param name="Until">The later day.</param>
internal sealed record PastChange(RegisterDefinition Register, RowChange Row, CellChange Cell, DateOnly Until);

/// <summary>Finds among changes that hold from an earlier day those that a later day has overtaken.</summary>
internal sealed class PastChanges(PortalDbContext context)
{
    public async Task<IReadOnlyList<PastChange>> OfAsync(ProgrammeChanges changes, HoldsFrom from, CancellationToken ct)
    {
        var changed = changes.Registers.Where(r => r.Count(RowChangeKind.Changed) > 0 && DatedRegisters.Find(r.Register) is not null).ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        var names = changed.Select(r => r.Register.Name).ToList();
        var day = from.Day ?? DateOnly.MinValue;
        var later = (await context.RegisterHistory.AsNoTracking()
            .Where(h => names.Contains(h.Register) && h.RowKey != null && h.Column != null && h.HoldsFrom != null && h.HoldsFrom > day)
            .Select(h => new { h.Register, h.RowKey, h.Column, h.HoldsFrom }).ToListAsync(ct))
            .GroupBy(h => (h.Register, h.RowKey, h.Column)).ToDictionary(g => g.Key, g => g.Min(h => h.HoldsFrom!.Value));
        return
        [
            .. from register in changed
               from row in register.Rows.Where(r => r.Kind == RowChangeKind.Changed)
               from cell in row.Cells
               let key = (register.Register.Name, (string?)RowKeys.Recorded(register.Register, row.Key), (string?)cell.Column.Name)
               where later.ContainsKey(key)
               select new PastChange(register.Register, row, cell, later[key]),
        ];
    }

    /// <summary>The registers as they stay now: with what such cells said before.</summary>
    public static IEnumerable<RegisterTable> Without(IReadOnlyList<PastChange> past, ProgrammeData data) => past.GroupBy(p => p.Register).Select(g =>
    {
        var register = g.Key;
        var was = g.ToDictionary(p => (p.Row.Key, p.Cell.Column), p => p.Cell.From);
        var rows = data[register].Select(row => ProgrammeComparison.Cells(register, row)).Select(cells =>
            (IReadOnlyList<string>)[.. cells.Select((text, i) => was.GetValueOrDefault((RowKeys.Of(register, cells), register.Columns[i]), text))]).ToList();
        return RegisterTable.Of(register, rows);
    });

    /// <summary>Why changes of which a part is overtaken cannot be made together.</summary>
    public static ImportProblem Refusal(IReadOnlyList<PastChange> past) => new(past[0].Register.Title, past[0].Row.Row, past[0].Cell.Column.Name, past[0].Cell.To,
        $"{past[0].Row.Name} was changed again from {DateFormat.Long(past[0].Until)}, and the rest does not hold together without this. Make this change from that day, or each change by itself.") { IsSentence = true };

    /// <summary>Why something cannot be taken back that a later day has overtaken.</summary>
    public static ImportProblem RestingOn(PastChange past) => new(past.Register.Title, null, past.Cell.Column.Name, past.Cell.From,
        $"{past.Row.Name} was changed again from {DateFormat.Long(past.Until)}, and says since then what it says now.") { IsSentence = true };
}
