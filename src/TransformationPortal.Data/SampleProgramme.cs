using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Import;

namespace TransformationPortal.Data;

/// <summary>The sample programme that travels with the portal.</summary>
public sealed class SampleProgramme(PortalDbContext context, ProgrammeImport import, EditionStore editions)
{
    /// <summary>Who is said to have published it.</summary>
    public const string Publisher = "Programme Management Office (sample)";

    /// <summary>What readers of the later quarter are told wherever it shows.</summary>
    public const string LaterNotice =
        "Illustrative. This quarter was made up to show how the portal compares quarters and follows decisions; it is not from the council’s papers.";

    /// <summary>The quarter that it is published for.</summary>
    public static Quarter Quarter { get; } = new(new FinancialYear(2019), 1);

    /// <summary>The illustrative quarter after it.</summary>
    public static Quarter LaterQuarter { get; } = Quarter.Next();

    /// <summary>When its quarter is said to have been published: before the meetings that its papers were for. UTC.</summary>
    public static DateTime PublishedAt { get; } = new(2019, 7, 12, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>When the illustrative quarter is said to have been published. UTC.</summary>
    public static DateTime LaterPublishedAt { get; } = new(2019, 10, 11, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>Where its registers lie.</summary>
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

        var then = await CsvRegisterReader.ReadFolderAsync(Folder, ct);
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

        var data = Checked(await CsvRegisterReader.ReadFolderAsync(folder, ct));
        return await WriteAsync(
            async token =>
            {
                await import.AddAsync(data, token);
                context.Add(await editions.SealFirstAsync(Quarter, Publisher, null, PublishedAt, token));
                await context.SaveChangesAsync(token);
            },
            ct);
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
