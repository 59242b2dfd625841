using TransformationPortal.Registers;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Update;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Update;

/// <summary>
/// Valid workbooks at random, one after another, on the programme that the ones before left: rows are added to any register,
/// and rows that were there move under them in the same upload.
/// </summary>
public sealed class AnyWorkbookTests
{
    private const int Rounds = 25;

    // The registers whose rows others stand under, an added row after those that it may stand under.
    private static readonly RegisterDefinition[] Added =
    [
        BoardsRegister.Definition, WorkstreamsRegister.Definition, DirectoratesRegister.Definition, SourcesRegister.Definition,
        ActivitiesRegister.Definition, ProjectsRegister.Definition, SavingsLinesRegister.Definition, CostAreasRegister.Definition, CostLinesRegister.Definition,
    ];

    // What may stand under any row of the register that it refers to.
    private static readonly (RegisterDefinition Register, Column Column)[] Moved =
    [
        (ProjectsRegister.Definition, ProjectsRegister.Board), (ProjectsRegister.Definition, ProjectsRegister.Workstream),
        (ProjectsRegister.Definition, ProjectsRegister.Directorate), (SavingsLinesRegister.Definition, SavingsLinesRegister.Workstream),
        (SavingsLinesRegister.Definition, SavingsLinesRegister.Directorate), (SavingsLinesRegister.Definition, SavingsLinesRegister.Source),
        (CostLinesRegister.Definition, CostLinesRegister.Area),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Apply_RandomValidWorkbooks_GivesWhatTheyHold(DatabaseProvider provider)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await using var database = await TestDatabase.WithSampleAsync(provider);
        var moved = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var present = await database.PresentAsync();
            var changed = Change(present.Tables, round, random, ref moved);

            var preview = await database.PreviewAsync(changed);
            Assert.True(preview.Problems.Count == 0, $"Seed {seed}, round {round}: {string.Join(' ', preview.Problems.Select(p => p.Sentence))}");
            var outcome = await database.ApplyAsync(changed, preview.Seal);

            Assert.Equal((seed, round, preview.Changes.IsNone ? UpdateOutcome.NothingToChange : UpdateOutcome.Applied), (seed, round, outcome));
            var now = (await database.PresentAsync()).Tables;
            Assert.All(changed, table => Assert.Equal(Print(table), Print(now.Single(t => t.Name == table.Name))));
        }

        Assert.True(moved > Rounds, $"{moved} rows moved.");
    }

    [Fact]
    public async Task Apply_ABoardAddedAndProjectsMovedToIt_IsApplied()
    {
        await using var database = await TestDatabase.WithSampleAsync();
        var present = await database.PresentAsync();
        var board = present.Of("boards").Rows.First(r => present.Of("projects").Rows.Any(p => p.Cells[3] == r.Cells[0])).Cells;
        IReadOnlyList<RegisterTable> changed =
        [
            present.Of("boards").WithRow(["Another board", .. board.Skip(1)]),
            present.Of("projects").With("TP-10", "workstream_board", "Another board").With("TP-11", "workstream_board", "Another board"),
        ];

        Assert.Equal(UpdateOutcome.Applied, await database.ApplyAsync(changed, present.Seal));
        Assert.True((await database.PreviewAsync(changed)).Changes.IsNone);
    }

    private static List<RegisterTable> Change(IReadOnlyList<RegisterTable> present, int round, Random random, ref int moved)
    {
        var tables = present.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var register in Added.Where(_ => random.Next(2) == 0))
        {
            var table = tables[register.Name];
            var like = table.Rows[random.Next(table.Rows.Count)].Cells.ToArray();
            like[0] = $"{(register.Key[0].Expected.StartsWith("a code", StringComparison.Ordinal) ? "N" : "New row")}-{round}";
            tables[register.Name] = table with { Rows = [.. table.Rows, new(table.Rows.Count + 2, like)] };
            touched.Add(register.Name);
        }

        foreach (var (register, column) in Moved.Where(_ => random.Next(3) > 0))
        {
            var (table, at) = (tables[register.Name], register.Columns.ToList().IndexOf(column));
            var under = tables[column.Reference!.Register].Rows;

            // Under the newest most often: that is what nothing knew before.
            var target = random.Next(3) > 0 ? under[^1].Cells : under[random.Next(under.Count)].Cells;
            if (column == ProjectsRegister.Board && !table.Rows.Any(r => IsLike(under, r.Cells[at], target)))
            {
                continue;
            }

            var rows = table.Rows.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var cells = rows[random.Next(rows.Length)];
                var index = Array.IndexOf(rows, cells);
                rows[index] = cells with { Cells = [.. cells.Cells.Select((c, n) => n == at ? target[0] : c)] };
                moved++;
            }

            tables[register.Name] = table with { Rows = rows };
            touched.Add(register.Name);
        }

        return [.. touched.Select(name => tables[name])];
    }

    // A project stands under boards of one kind.
    private static bool IsLike(IReadOnlyList<RegisterTableRow> boards, string name, IReadOnlyList<string> target) =>
        boards.FirstOrDefault(b => b.Cells[0] == name)?.Cells[1] == target[1];

    private static string Print(RegisterTable table) => string.Join('\n', table.Rows.Select(r => string.Join('|', r.Cells)).Order(StringComparer.Ordinal));
}
