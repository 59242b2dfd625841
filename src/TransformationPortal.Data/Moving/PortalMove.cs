using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.History;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data.Moving;

/// <summary>A programme was not carried over; the message says why, and what was left.</summary>
public sealed class MoveException : Exception
{
    public MoveException(string message)
        : base(message)
    {
    }

    public MoveException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>What was carried over, and found on the other side.</summary>
/// <param name="Rows">Of all tables.</param>
public sealed record Moved(int Tables, int Rows, int Editions);

/// <summary>Carries everything from the portal's database to an empty one of the other kind, and proves that it arrived.</summary>
public sealed class PortalMove(PortalDbContext source, RecordedRegisters registers, PortalDatabase database, IOptions<DatabaseOptions> options)
{
    /// <summary>Carries everything over, in one transaction of the target's; the source is only read.</summary>
    /// <exception cref="MoveException">The target was not empty, or what arrived is not what was there.</exception>
    /// <exception cref="PortalDatabaseException">One of them cannot be used.</exception>
    public async Task<Moved> MoveAsync(DatabaseOptions target, CancellationToken ct)
    {
        using var alone = options.Value.Provider != DatabaseProvider.Sqlite ? null : SqliteUse.TakeAlone(FileOf(options.Value))
            ?? throw new MoveException("A portal is using the database. Stop it, and move again; what is written meanwhile would be lost.");
        if (!(await database.HealthAsync(ct)).IsReady)
        {
            throw new MoveException("The database is not of this version. Run the command migrate on it, and move again.");
        }

        await using var other = OtherDatabase.Open(target, registers);
        await other.RunAsync<PortalDatabase, bool>(async d =>
        {
            await d.PrepareAsync(ct);
            return true;
        });
        return await other.RunAsync<PortalDbContext, Moved>(async to =>
        {
            if ((await CountAsync(to, ct)).FirstOrDefault(c => c.Value > 0) is { Key: { } table })
            {
                throw new MoveException($"The database to move to is not empty: its table {table} holds rows. It was not touched. Name one that is empty, or not there yet.");
            }

            // SQL Server's connection may drop while it is read: it is then read again from the start, and nothing is written twice.
            var isCopied = false;
            await source.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
            {
                await using var reading = await source.Database.BeginTransactionAsync(token);
                if (!isCopied)
                {
                    await CopyWholeAsync(to, token);
                    isCopied = true;
                }

                await HoldUpAsync(to, other, token);
            }, ct);
            var counts = await CountAsync(to, ct);
            return new(counts.Count, counts.Values.Sum(), await to.StoredEditions.CountAsync(ct));
        });
    }

    private static string FileOf(DatabaseOptions options) => Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);

    private async Task CopyWholeAsync(PortalDbContext to, CancellationToken ct)
    {
        try
        {
            await to.WriteAsync(token => CopyAsync(to, token), async token => (await CountAsync(to, token)).Values.Any(n => n > 0), ct);
        }
        catch (DbUpdateException e)
        {
            throw new MoveException($"The other database refused a row, so nothing was written to it: {e.GetBaseException().Message}", e);
        }
    }

    private async Task CopyAsync(PortalDbContext to, CancellationToken ct)
    {
        var tracks = to.ChangeTracker.AutoDetectChangesEnabled;
        to.ChangeTracker.AutoDetectChangesEnabled = false;
        to.WritesAsItIs = true;
        try
        {
            foreach (var type in EntityOrder.Of(to.Model))
            {
                source.ChangeTracker.Clear();
                to.ChangeTracker.Clear();
                foreach (var row in await Rows(source, type).AsTracking().ToListAsync(ct))
                {
                    Add(to, row);
                }

                await SaveAsync(to, type, ct);
            }
        }
        finally
        {
            source.ChangeTracker.Clear();
            to.ChangeTracker.AutoDetectChangesEnabled = tracks;
            to.WritesAsItIs = false;
        }
    }

    // Each property by its name: some are no member of the class.
    private void Add(PortalDbContext to, object row)
    {
        var (read, written) = (source.Entry(row), to.Entry(row));
        var values = read.Properties.Select(p => (p.Metadata.Name, p.CurrentValue)).ToList();
        written.State = EntityState.Added;
        foreach (var owned in written.References.Where(r => r.Metadata.TargetEntityType.IsOwned()).Select(r => r.TargetEntry).OfType<EntityEntry>())
        {
            owned.State = EntityState.Added;
        }

        foreach (var (name, value) in values)
        {
            written.Property(name).CurrentValue = value;
        }
    }

    private static async Task SaveAsync(PortalDbContext to, IEntityType type, CancellationToken ct)
    {
        if (!to.Database.IsSqlServer() || !type.GetProperties().Any(p => SqlServerPropertyExtensions.GetValueGenerationStrategy(p) == SqlServerValueGenerationStrategy.IdentityColumn))
        {
            await to.SaveChangesAsync(ct);
            return;
        }

        // Rows keep the numbers by which others name them; the server allows that for one table at a time.
        var table = "[" + type.GetTableName()!.Replace("]", "]]", StringComparison.Ordinal) + "]";
        var (begin, end) = ($"SET IDENTITY_INSERT {table} ON", $"SET IDENTITY_INSERT {table} OFF");
        await to.Database.ExecuteSqlRawAsync(begin, ct);
        await to.SaveChangesAsync(ct);
        await to.Database.ExecuteSqlRawAsync(end, ct);
    }

    private async Task HoldUpAsync(PortalDbContext to, OtherDatabase other, CancellationToken ct)
    {
        var (here, there) = (await CountAsync(source, ct), await CountAsync(to, ct));
        if (here.FirstOrDefault(c => there[c.Key] != c.Value) is { Key: { } table })
        {
            throw new MoveException(string.Create(CultureInfo.InvariantCulture,
                $"The table {table} holds {here[table]} rows here and {there[table]} in the other database. Do not use that; remove it, and move again."));
        }

        foreach (var id in await source.StoredEditions.OrderBy(e => e.Quarter).ThenBy(e => e.Number).Select(e => e.Id).ToListAsync(ct))
        {
            var (one, two) = (await EditionAsync(source, id, ct), await EditionAsync(to, id, ct));
            if (!one.Json.AsSpan().SequenceEqual(two.Json) || one.Seal != two.Seal || one.Notice != two.Notice
                || (one.Quarter, one.Number, one.AsAt, one.PublishedAt, one.PublishedBy) != (two.Quarter, two.Number, two.AsAt, two.PublishedAt, two.PublishedBy))
            {
                throw new MoveException($"Edition {one.Number.ToString(CultureInfo.InvariantCulture)} of {one.Quarter} did not arrive as it is. Do not use the other database; remove it, and move again.");
            }
        }

        var verified = await other.RunAsync<PortalVerification, PortalVerified>(v => v.VerifyAsync(null, ct));
        if (verified.Wrong.Count > 0)
        {
            throw new MoveException($"What arrived is not what was published. {string.Join(' ', verified.Wrong)} Do not use the other database.");
        }

        foreach (var type in EntityOrder.Of(to.Model))
        {
            if (await SumAsync(source, type, ct) != await SumAsync(to, type, ct))
            {
                throw new MoveException($"A row of the table {type.GetTableName()} reads differently in the other database. Do not use it; remove it, and move again.");
            }
        }
    }

    // The fingerprints of all rows, in no order.
    private static async Task<UInt128> SumAsync(PortalDbContext context, IEntityType type, CancellationToken ct)
    {
        var sum = UInt128.Zero;
        context.ChangeTracker.Clear();
        foreach (var row in await Rows(context, type).AsTracking().ToListAsync(ct))
        {
            unchecked
            {
                sum += SealedRows.FingerprintOfAll(context.Entry(row));
            }
        }

        context.ChangeTracker.Clear();
        return sum;
    }

    private static Task<Entities.StoredEdition> EditionAsync(PortalDbContext context, int id, CancellationToken ct) =>
        context.StoredEditions.AsNoTracking().SingleAsync(e => e.Id == id, ct);

    private static async Task<SortedDictionary<string, int>> CountAsync(PortalDbContext context, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in EntityOrder.Of(context.Model))
        {
            counts[type.GetTableName()!] = await Rows(context, type).CountAsync(ct);
        }

        return counts;
    }

    private static IQueryable<object> Rows(PortalDbContext context, IEntityType type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(context, null)!;
}
