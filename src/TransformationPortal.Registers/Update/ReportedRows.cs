using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Update;

/// <summary>
/// Holds changes against the highlight reports: what a report says of its month is the report's, and is changed by reopening it
/// and in no other way.
/// </summary>
internal sealed class ReportedRows
{
    private readonly HashSet<(string Project, ReportingMonth Month)> reports;

    private ReportedRows(HashSet<(string, ReportingMonth)> reports) => this.reports = reports;

    public static async Task<ReportedRows> ReadAsync(PortalDbContext context, CancellationToken ct) =>
        new([.. (await context.HighlightReports.AsNoTracking().Select(r => new { r.Project.Code, r.Month }).ToListAsync(ct)).Select(r => (r.Code, r.Month))]);

    /// <summary>A problem for each row that a report speaks for and that would come or change; and for each that would go, or come back, while what it belongs to does not.</summary>
    /// <param name="sources">The tables that came in, by register; what is not among them cannot change.</param>
    /// <param name="present">The present programme.</param>
    public IEnumerable<ImportProblem> Check(ProgrammeChanges changes, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> sources, ConfidenceWords words)
    {
        var projectOfLine = Index(present, SavingsLinesRegister.Definition, SavingsLinesRegister.Ref, SavingsLinesRegister.Project);
        var projectOfCostLine = Index(present, ReportCostLinesRegister.Definition, ReportCostLinesRegister.Line, ReportCostLinesRegister.Project);
        return Of(changes, present, sources, words, RatingsRegister.Definition, RatingsRegister.Month, cells => cells[0], ProjectsRegister.Definition)
            .Concat(Of(changes, present, sources, words, SavingsPositionsRegister.Definition, SavingsPositionsRegister.AsAt, cells => projectOfLine.GetValueOrDefault(cells[0]), SavingsLinesRegister.Definition))
            .Concat(Of(changes, present, sources, words, SpendRegister.Definition, SpendRegister.Month,
                cells => cells[2] == nameof(CostKind.Actual) ? projectOfCostLine.GetValueOrDefault(cells[0]) : null, CostLinesRegister.Definition));
    }

    /// <summary>The report that speaks for a project's month, in words; nothing where none does.</summary>
    public string? SpeaksFor(string? project, ReportingMonth month) => project is not null && reports.Contains((project, month)) ? $"{project}’s report for {month.Name}" : null;

    private IEnumerable<ImportProblem> Of(
        ProgrammeChanges changes, IReadOnlyList<RegisterTable> present, IReadOnlyList<RegisterTable> sources, ConfidenceWords words, RegisterDefinition register, Column<ReportingMonth> month,
        Func<IReadOnlyList<string>, string?> projectOf, RegisterDefinition parent)
    {
        if (changes.Of(register) is not { } change || sources.FirstOrDefault(t => t.Name == register.Name) is not { } source)
        {
            yield break;
        }

        var monthAt = register.Columns.ToList().IndexOf(month);
        var parents = (changes.Of(parent)?.Rows ?? []).Where(r => r.Kind != RowChangeKind.Changed).Select(r => (r.Kind, r.Key)).ToHashSet();
        var old = present.First(t => t.Name == register.Name).Rows.ToDictionary(r => RowKeys.Of(register, r.Cells), r => r.Cells, StringComparer.Ordinal);
        foreach (var row in change.Rows)
        {
            var cells = old.GetValueOrDefault(row.Key) ?? [.. register.Columns.Select(c => row.Cells.FirstOrDefault(x => x.Column == c)?.To ?? "")];
            if (!ReportingMonth.TryParse(cells[monthAt], out var at) || SpeaksFor(projectOf(cells), at) is not { } report
                || parents.Contains((row.Kind, RowKey.Of(cells[0]))))
            {
                continue;
            }

            var name = words.Named(register, row.Name);
            var does = row.Kind switch
            {
                RowChangeKind.Added => $"no row for {name}",
                RowChangeKind.Removed => $"the row for {name}, which is not there",
                _ => $"{string.Join(" and ", row.Cells.Select(c => $"{c.Column.Name} {(c.From.Length == 0 ? "empty" : $"“{words.Said(c.Column, c.From)}”")}"))}",
            };
            var column = row.Kind == RowChangeKind.Changed ? row.Cells[0].Column : register.Columns[0];
            yield return new(source.Source, row.Row, row.Row is null ? null : column.Name, row.Kind == RowChangeKind.Changed ? words.Said(row.Cells[0].Column, row.Cells[0].To) : name,
                $"{does}: {report} says so, and only the report changes it");
        }
    }

    private static Dictionary<string, string> Index(IReadOnlyList<RegisterTable> present, RegisterDefinition register, Column key, Column value)
    {
        var (k, v) = (register.Columns.ToList().IndexOf(key), register.Columns.ToList().IndexOf(value));
        return present.First(t => t.Name == register.Name).Rows.ToDictionary(r => r.Cells[k], r => r.Cells[v], StringComparer.Ordinal);
    }
}
