using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data;
using TransformationPortal.Registers.Checks;
using TransformationPortal.Registers.Mapping;

namespace TransformationPortal.Registers;

/// <summary>Brings a programme from its registers into the database: all of it, or nothing.</summary>
public sealed class ProgrammeImport(PortalDbContext context)
{
    /// <summary>Checks every cell, key, reference and rule, and gathers all problems. Touches no database.</summary>
    /// <param name="tables">The registers as they came, in any order.</param>
    public static ImportReading Check(IReadOnlyList<RegisterTable> tables) => ProgrammeCheck.Check(tables);

    /// <summary>Writes a checked programme into a database that holds none, in one transaction.</summary>
    /// <exception cref="ImportRefusedException">There is a programme already.</exception>
    public Task ApplyAsync(ProgrammeData data, CancellationToken ct) =>
        context.WriteAsync(token => AddAsync(data, token), async token => !await IsEmptyAsync(token), ct);

    /// <summary>Whether there is no programme yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct) =>
        !await context.ProgrammeSettings.AnyAsync(ct) && !await context.Projects.AnyAsync(ct);

    /// <summary>The same within a transaction that the caller has begun.</summary>
    internal async Task AddAsync(ProgrammeData data, CancellationToken ct)
    {
        if (!await IsEmptyAsync(ct))
        {
            throw new ImportRefusedException("Nothing was imported: the database holds a programme already, and an import fills only an empty one.");
        }

        var rows = ProgrammeRowMapping.Of(data, out var projects);
        context.AddRange(rows);
        context.AddRange(ReportRowMapping.From(data, projects, rows));
        await context.SaveChangesAsync(ct);
    }
}
