using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>A database and what is done to its registers, as the pages do it.</summary>
internal static class UpdateDesk
{
    public static readonly Person Pmo = new("pmo", "Programme Office");

    private static readonly CancellationToken None = CancellationToken.None;

    public static Task<PresentProgramme> PresentAsync(this TestDatabase database) => database.RunAsync<PresentProgrammeReader, PresentProgramme>(r => r.ReadAsync(None));

    public static Task<UpdatePreview> PreviewAsync(this TestDatabase database, IReadOnlyList<RegisterTable> tables, HoldsFrom? from = null) =>
        database.RunAsync<ProgrammeUpdate, UpdatePreview>(u => u.PreviewAsync(tables, None, from ?? HoldsFrom.Always));

    /// <param name="from">From when it holds: always, as if a mistake were put right, where nothing else is said.</param>
    public static async Task<UpdateOutcome> ApplyAsync(this TestDatabase database, IReadOnlyList<RegisterTable> tables, string? seal = null, HoldsFrom? from = null)
    {
        var state = seal ?? (await database.PresentAsync()).Seal;
        return await database.RunAsync<ProgrammeUpdate, UpdateOutcome>(u => u.ApplyAsync(tables, state, Pmo, "a test", null, None, from ?? HoldsFrom.Always));
    }

    /// <summary>The draft of the sample's quarter, as text that shows any difference.</summary>
    public static async Task<string> DraftAsync(this TestDatabase database) =>
        System.Text.Encoding.UTF8.GetString(EditionJson.Write(await database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(SampleProgramme.Quarter, None))));

    public static Task<List<string>> HistoryAsync(this TestDatabase database) => database.RunAsync<PortalDbContext, List<string>>(async c =>
        (await c.RegisterHistory.OrderBy(h => h.Id).ToListAsync()).ConvertAll(h => $"{h.Register} {h.Row} {h.Action} {h.Column} {h.From}>{h.To}"));

    /// <summary>The table with another text in one cell of the row that a key names.</summary>
    public static RegisterTable With(this RegisterTable table, string key, string column, string text)
    {
        var at = table.Header.ToList().IndexOf(column);
        Assert.Contains(table.Rows, r => r.Cells[0] == key);
        return table with { Rows = [.. table.Rows.Select(r => r.Cells[0] != key ? r : r with { Cells = [.. r.Cells.Select((c, i) => i == at ? text : c)] })] };
    }

    /// <summary>One row more; cells that are not named are empty.</summary>
    public static RegisterTable WithRow(this RegisterTable table, params string[] cells) => table with
    {
        Rows = [.. table.Rows, new((table.Rows.Count == 0 ? 1 : table.Rows[^1].Number) + 1, [.. table.Header.Select((_, i) => cells.ElementAtOrDefault(i) ?? "")])],
    };

    public static RegisterTable Without(this RegisterTable table, Func<IReadOnlyList<string>, bool> row) => table with { Rows = [.. table.Rows.Where(r => !row(r.Cells))] };

    public static RegisterTable Of(this PresentProgramme present, string register) => present.Tables.Single(t => t.Name == register);

    /// <summary>Every register without a project that has savings lines, and without what belongs to it.</summary>
    public static IReadOnlyList<RegisterTable> WithoutProject(this PresentProgramme present, string project)
    {
        var lines = present.Of("savings_lines").Rows.Where(r => r.Cells[1] == project).Select(r => r.Cells[0]).ToHashSet();
        Assert.NotEmpty(lines);
        return
        [
            .. present.Tables.Select(t => t.Name switch
            {
                "projects" => t.Without(r => r[0] == project),
                "dependencies" => t.Without(r => r[0] == project || r[1] == project),
                "savings_lines" => t.Without(r => r[1] == project),
                "savings_targets" or "savings_positions" => t.Without(r => lines.Contains(r[0])),
                "reprofiles" => t.Without(r => lines.Contains(r[1])),
                "risks" or "report_cost_lines" => t.Without(r => r[1] == project),
                "ratings" or "milestones" or "benefits" => t.Without(r => r[0] == project),
                _ => t,
            }),
        ];
    }
}
