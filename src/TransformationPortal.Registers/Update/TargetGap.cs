using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>A savings line and year whose bands of confidence would not add up to the revised target: to be looked at, and no error.</summary>
/// <param name="Line">The line's reference and title.</param>
/// <param name="Sentence">What is apart and by how much, in pounds.</param>
/// <param name="IsNew">Whether it is not so, or not so much, before the change.</param>
/// <param name="Places">The cells of the file that say so, sheet by sheet; none where the file holds none of them.</param>
public sealed record TargetGap(string Line, FinancialYear Year, string Sentence, bool IsNew, IReadOnlyList<string> Places);

/// <summary>Finds what the gate of the quarter at hand would find of bands and targets, and the cells of a file that say so. Pure.</summary>
internal static class TargetGaps
{
    /// <param name="tables">Those that came in.</param>
    public static IReadOnlyList<TargetGap> In(DraftsAtHand drafts, IReadOnlyList<RegisterTable> tables)
    {
        var before = drafts.Before is null ? [] : BandGap.In(drafts.Before).Select(g => (g.Line.Ref, g.Year, g.Target, g.Bands)).ToHashSet();
        return
        [
            .. BandGap.In(drafts.After).Select(gap => new TargetGap(
                $"{gap.Line.Ref} {gap.Line.Title}", gap.Year, gap.Sentence, !before.Contains((gap.Line.Ref, gap.Year, gap.Target, gap.Bands)), [.. Places(gap, tables)])),
        ];
    }

    private static IEnumerable<string> Places(BandGap gap, IReadOnlyList<RegisterTable> tables)
    {
        // Only the positions of the latest month are added up.
        var month = gap.Line.Amounts.Where(a => a.Kind == SavingsKind.Position).Select(a => a.AsAt).OfType<ReportingMonth>().Cast<ReportingMonth?>().Max();
        IEnumerable<string?> places =
        [
            Cells(tables, SavingsTargetsRegister.Definition, SavingsTargetsRegister.Revised,
                (SavingsTargetsRegister.Line, gap.Line.Ref), (SavingsTargetsRegister.Year, gap.Year)),
            month is not { } latest ? null : Cells(tables, SavingsPositionsRegister.Definition, SavingsPositionsRegister.Amount,
                (SavingsPositionsRegister.Line, gap.Line.Ref), (SavingsPositionsRegister.Year, gap.Year), (SavingsPositionsRegister.AsAt, latest)),
        ];
        return places.OfType<string>();
    }

    private static string? Cells(IReadOnlyList<RegisterTable> tables, RegisterDefinition register, Column shown, params IReadOnlyList<(Column Column, object Value)> where)
    {
        if (tables.FirstOrDefault(t => t.Name == register.Name) is not { } table)
        {
            return null;
        }

        var header = table.Header.ToList();
        var at = where.Select(w => (w.Column, w.Value, Index: header.IndexOf(w.Column.Name))).ToList();
        var cells = table.Rows.Where(r => at.TrueForAll(w => w.Value.Equals(w.Column.Read(r.Cells[w.Index].Trim())))).Select(r => table.CellName(r.Number, shown.Name)).ToList();
        return cells.Count == 0 ? null : $"{table.Source} {string.Join(", ", cells)}";
    }
}
