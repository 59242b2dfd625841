using TransformationPortal.Registers;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Support;

/// <summary>The sample's registers, as files of their names would bring them, for a test to spoil in one place.</summary>
public sealed class SampleTables
{
    private static readonly Lazy<Task<IReadOnlyList<RegisterTable>>> Sample =
        new(async () => [.. (await SampleProgramme.ReadAsync(SampleProgramme.Folder, CancellationToken.None)).Select(t => t with { Source = t.Name + ".csv", Places = null })]);

    private SampleTables(IReadOnlyList<RegisterTable> all) => All = all;

    public IReadOnlyList<RegisterTable> All { get; }

    public RegisterTable this[string register] => All.Single(t => t.Name == register);

    public static async Task<SampleTables> ReadAsync() => new(await Sample.Value);

    public SampleTables Without(string register) => new([.. All.Where(t => t.Name != register)]);

    public SampleTables With(RegisterTable table) => new([.. All.Where(t => t.Name != table.Name), table]);

    /// <summary>Another text in one cell.</summary>
    /// <param name="row">As a spreadsheet counts: the first row under the header is 2.</param>
    public SampleTables With(string register, int row, string column, string text)
    {
        var table = this[register];
        var index = table.Header.ToList().IndexOf(column);
        return With(table with
        {
            Rows = [.. table.Rows.Select(r => r.Number != row ? r : r with { Cells = [.. r.Cells.Select((cell, i) => i == index ? text : cell)] })],
        });
    }

    /// <summary>One row more, at the end.</summary>
    public SampleTables WithRow(string register, params string[] cells)
    {
        var table = this[register];
        return With(table with { Rows = [.. table.Rows, new(table.Rows[^1].Number + 1, cells)] });
    }

    /// <summary>The header changed, the cells left as they are.</summary>
    public SampleTables WithHeader(string register, Func<string, string> rename) =>
        With(this[register] with { Header = [.. this[register].Header.Select(rename)], Headings = null });

    /// <summary>The rows of registers whose order means nothing to a reader, the other way round.</summary>
    public SampleTables WithRowsReversed(params string[] registers) =>
        new([.. All.Select(t => registers.Contains(t.Name) ? t with { Rows = [.. t.Rows.Reverse()] } : t)]);
}
