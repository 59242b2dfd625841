using TransformationPortal.Core.Consistency;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Savings;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>A savings line and year whose bands of confidence would not add up to the revised target: to be looked at, and no error.</summary>
/// <param name="Line">The line's reference and title.</param>
/// <param name="Sentence">What is apart and by how much, in pounds.</param>
/// <param name="IsNew">Whether it is not so, or not so much, before the change.</param>
/// <param name="AsAt">The month or quarter that it would be so in.</param>
/// <param name="Places">The cells of the file that say so, sheet by sheet; none where the file holds none of them.</param>
public sealed record TargetGap(string Line, FinancialYear Year, string Sentence, bool IsNew, string AsAt, IReadOnlyList<string> Places);

/// <summary>
/// Finds what the gate would find of bands and targets, and the cells of a file that say so: in the quarter at hand, and of the
/// other quarters and months that the file speaks of what would be new. Pure.
/// </summary>
internal static class TargetGaps
{
    /// <param name="tables">Those that came in.</param>
    /// <param name="others">Quarters that the change reaches besides.</param>
    public static IReadOnlyList<TargetGap> In(DraftsAtHand drafts, IReadOnlyList<RegisterTable> tables, IEnumerable<Quarter> others)
    {
        var months = Months(tables);
        var quarters = months.Select(m => Quarter.Containing(m.FirstDay)).Concat(others).Where(q => q != drafts.QuarterAtHand && drafts.Has(q)).Distinct().Order();
        var gaps = In(drafts.Of(drafts.QuarterAtHand), tables).Concat(quarters.SelectMany(q => In(drafts.Of(q), tables).Where(g => g.IsNew))).ToList();
        return [.. gaps, .. Between(drafts, months, tables)];
    }

    private static IEnumerable<TargetGap> In(QuarterDrafts drafts, IReadOnlyList<RegisterTable> tables)
    {
        var before = drafts.Before is null ? [] : BandGap.In(drafts.Before).Select(g => (g.Line.Ref, g.Year, g.Target, g.Bands)).ToHashSet();
        foreach (var gap in BandGap.In(drafts.After))
        {
            // Only the positions of the latest month are added up.
            var month = gap.Line.Amounts.Where(a => a.Kind == SavingsKind.Position).Select(a => a.AsAt).OfType<ReportingMonth>().Cast<ReportingMonth?>().Max();
            yield return new(
                $"{gap.Line.Ref} {gap.Line.Title}", gap.Year, gap.Sentence, !before.Contains((gap.Line.Ref, gap.Year, gap.Target, gap.Bands)), drafts.Quarter.ToString(),
                [.. Places(gap.Line.Ref, gap.Year, month, tables)]);
        }
    }

    // A month before a quarter's last one is in no edition, and is what its report said. It is held against the target of its quarter.
    private static IEnumerable<TargetGap> Between(DraftsAtHand drafts, IReadOnlyList<ReportingMonth> months, IReadOnlyList<RegisterTable> tables)
    {
        var told = months.GroupBy(m => Quarter.Containing(m.FirstDay)).SelectMany(q => q.Order().SkipLast(1)).ToHashSet();
        var positions = tables.FirstOrDefault(t => t.Name == SavingsPositionsRegister.Definition.Name);
        if (positions is null || told.Count == 0)
        {
            yield break;
        }

        var header = positions.Header.ToList();
        T? Read<T>(RegisterTableRow row, Column column)
            where T : struct => header.IndexOf(column.Name) is >= 0 and var at && row.Cells[at].Trim() is { Length: > 0 } text ? (T?)column.Read(text) : null;
        var sums = positions.Rows.Where(r => r.Cells.Count == header.Count)
            .Select(r => (Line: r.Cells[header.IndexOf(SavingsPositionsRegister.Line.Name)], Year: Read<FinancialYear>(r, SavingsPositionsRegister.Year),
                Month: Read<ReportingMonth>(r, SavingsPositionsRegister.AsAt), Amount: Read<Core.Money>(r, SavingsPositionsRegister.Amount)))
            .Where(r => r is { Month: { } month, Year: not null, Amount: not null } && told.Contains(month) && drafts.Has(Quarter.Containing(month.FirstDay)))
            .GroupBy(r => (r.Line, Year: r.Year!.Value, Month: r.Month!.Value)).Select(g => (g.Key, Sum: new Core.Money(g.Sum(r => r.Amount!.Value.Pounds))));
        foreach (var ((reference, year, month), sum) in sums)
        {
            var of = drafts.Of(Quarter.Containing(month.FirstDay));
            if (of.Before is null || of.After.SavingsLines.FirstOrDefault(l => l.Ref == reference) is not { } line)
            {
                continue;
            }

            var (target, was) = (Revised(of.After, reference, year), drafts.PositionsBefore(reference, year, month));
            var gap = new BandGap(line, year, target, sum);
            if (gap.Difference != Core.Money.Zero && was != sum && (was is null || was == Revised(of.Before, reference, year)))
            {
                yield return new($"{line.Ref} {line.Title}", year, gap.Sentence, true, month.Name, [.. Places(reference, year, month, tables)]);
            }
        }
    }

    private static Core.Money? Revised(Core.Editions.Edition edition, string line, FinancialYear year) => edition.SavingsLines.Where(l => l.Ref == line).SelectMany(l => l.Amounts)
        .Where(a => a.Kind == SavingsKind.RevisedTarget && a.Year == year && !a.Pending).Select(a => (Core.Money?)a.Amount).FirstOrDefault();

    private static List<ReportingMonth> Months(IReadOnlyList<RegisterTable> tables)
    {
        var positions = tables.FirstOrDefault(t => t.Name == SavingsPositionsRegister.Definition.Name);
        var at = positions?.Header.ToList().IndexOf(SavingsPositionsRegister.AsAt.Name) ?? -1;
        return at < 0 ? [] : [.. positions!.Rows.Where(r => at < r.Cells.Count).Select(r => SavingsPositionsRegister.AsAt.Read(r.Cells[at].Trim())).OfType<ReportingMonth>().Distinct().Order()];
    }

    private static IEnumerable<string> Places(string line, FinancialYear year, ReportingMonth? month, IReadOnlyList<RegisterTable> tables)
    {
        IEnumerable<string?> places =
        [
            Cells(tables, SavingsTargetsRegister.Definition, SavingsTargetsRegister.Revised,
                (SavingsTargetsRegister.Line, line), (SavingsTargetsRegister.Year, year)),
            month is not { } latest ? null : Cells(tables, SavingsPositionsRegister.Definition, SavingsPositionsRegister.Amount,
                (SavingsPositionsRegister.Line, line), (SavingsPositionsRegister.Year, year), (SavingsPositionsRegister.AsAt, latest)),
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
