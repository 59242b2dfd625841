using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers.Sample;

/// <summary>The sample programme that travels with the portal.</summary>
public sealed class SampleProgramme(PortalDbContext context, ProgrammeImport import, EditionStore editions)
{
    /// <summary>Who is said to have published it.</summary>
    public const string Publisher = "Programme Management Office (sample)";

    // The folder of what reports say that are on their way.
    private const string OnTheirWay = "on-their-way";

    /// <summary>The name of its workbook, which the portal itself wrote.</summary>
    public const string Workbook = "sample-programme.xlsx";

    /// <summary>What readers of the later quarter are told wherever it shows.</summary>
    public const string LaterNotice =
        "Illustrative. This quarter was made up to show how the portal compares quarters and follows decisions; it is not from the council’s papers.";

    /// <summary>Projects whose reports stand at different points: returned, due, with finance, a draft. For an officer to try out.</summary>
    public static IReadOnlyList<string> OfficerProjects { get; } = ["TP-08", "TP-09", "TP-13", "TP-15", "TP-18"];

    /// <summary>The quarter that it is published for.</summary>
    public static Quarter Quarter { get; } = new(new FinancialYear(2019), 1);

    /// <summary>The illustrative quarter after it.</summary>
    public static Quarter LaterQuarter { get; } = Quarter.Next();

    /// <summary>When its quarter is said to have been published: before the meetings that its papers were for. UTC.</summary>
    public static DateTime PublishedAt { get; } = new(2019, 7, 12, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>When the illustrative quarter is said to have been published. UTC.</summary>
    public static DateTime LaterPublishedAt { get; } = new(2019, 10, 11, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>Where it lies: its workbook, and the files of what no workbook holds.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Sample");

    /// <summary>Where what changed in the illustrative quarter lies: the changed and the new rows of its registers.</summary>
    public static string LaterFolder => Path.Combine(Folder, "2019-20-q2");

    /// <summary>Imports the sample into a database without a programme and publishes its quarter: both, or neither.</summary>
    /// <returns>Whether it was loaded; <c>false</c> where there is a programme already.</returns>
    /// <exception cref="ImportRefusedException">A row of the sample is wrong; its problems name file, row, column and what was expected.</exception>
    public Task<bool> LoadAsync(CancellationToken ct) => LoadAsync(Folder, ct);

    /// <summary>
    /// The same with the illustrative quarter after it: the database then holds the programme as it is in October 2019, and
    /// both quarters are published, each from its own time.
    /// </summary>
    public async Task<bool> LoadBothAsync(CancellationToken ct)
    {
        if (!await import.IsEmptyAsync(ct))
        {
            return false;
        }

        var then = await ReadAsync(Folder, ct);
        var (first, later) = (Checked(then), Checked(RegisterOverlay.Apply(then, await CsvRegisterReader.ReadFolderAsync(LaterFolder, ct))));
        return await WriteAsync(
            async token =>
            {
                // The first quarter is composed from the programme as it was then; what is left in the database is what came later.
                var transaction = context.Database.CurrentTransaction!;
                await transaction.CreateSavepointAsync("then", token);
                await import.AddAsync(first, token);
                var published = await editions.SealFirstAsync(Quarter, Publisher, null, PublishedAt, token);
                await transaction.RollbackToSavepointAsync("then", token);
                context.ChangeTracker.Clear();

                await import.AddAsync(later, token);
                await SettleAsync(token);
                context.Add(published);
                context.Add(await editions.SealFirstAsync(LaterQuarter, Publisher, LaterNotice, LaterPublishedAt, token));
                await context.SaveChangesAsync(token);
            },
            ct);
    }

    internal async Task<bool> LoadAsync(string folder, CancellationToken ct)
    {
        if (!await import.IsEmptyAsync(ct))
        {
            return false;
        }

        var data = Checked(await ReadAsync(folder, ct));
        return await WriteAsync(
            async token =>
            {
                await import.AddAsync(data, token);
                context.Add(await editions.SealFirstAsync(Quarter, Publisher, null, PublishedAt, token));
                await context.SaveChangesAsync(token);
            },
            ct);
    }

    /// <summary>
    /// Its registers: those of its workbook, read as an upload is; those that no workbook holds; and, in the place of rows of
    /// both, what reports say that are still on their way and that is in no register until they are approved.
    /// </summary>
    /// <exception cref="ImportRefusedException">A file is missing, or cannot be read.</exception>
    internal static async Task<IReadOnlyList<RegisterTable>> ReadAsync(string folder, CancellationToken ct)
    {
        var files = await CsvRegisterReader.ReadFolderAsync(folder, ct);
        var path = Path.Combine(folder, Workbook);
        if (!File.Exists(path))
        {
            throw new ImportRefusedException($"The workbook “{path}” that should hold the programme's registers is not there.");
        }

        await using var content = File.OpenRead(path);
        var book = WorkbookReader.Read(content, ct: ct);
        List<ImportProblem> problems =
        [
            .. book.Problems,
            .. files.Where(f => book.Tables.Any(t => t.Name == f.Name)).Select(f => new ImportProblem(f.Source, null, null, f.Name, $"only registers that are no sheet of {Workbook}")),
        ];
        return problems.Count > 0
            ? throw new ImportRefusedException(problems)
            : RegisterOverlay.Apply([.. book.Tables, .. files], await CsvRegisterReader.ReadFolderAsync(Path.Combine(folder, OnTheirWay), ct));
    }

    private static ProgrammeData Checked(IReadOnlyList<RegisterTable> tables) =>
        ProgrammeImport.Check(tables) is var reading && reading.Data is { } data ? data : throw new ImportRefusedException(reading.Problems);

    // Cabinet agrees the re-profile that was pending, as the register records any outcome.
    private async Task SettleAsync(CancellationToken ct)
    {
        var decision = await context.Decisions.SingleAsync(d => d.Ref == "D-01", ct);
        decision.Settle(
            DecisionOutcome.Agreed, new(2019, 7, 16), "Agreed as asked (illustrative). The year that the saving moves to is left to service and resource planning.",
            new Person("sample", Publisher), LaterPublishedAt);
        await context.SaveChangesAsync(ct);
    }

    private async Task<bool> WriteAsync(Func<CancellationToken, Task> load, CancellationToken ct)
    {
        var loaded = false;
        await context.WriteAsync(
            async token =>
            {
                // Asked again under the transaction: another start of the portal may have been quicker.
                loaded = await import.IsEmptyAsync(token);
                if (loaded)
                {
                    await load(token);
                }
            },
            async token => !await import.IsEmptyAsync(token),
            ct);
        return loaded;
    }
}
