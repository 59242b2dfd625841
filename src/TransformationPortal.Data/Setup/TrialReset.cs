using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TransformationPortal.Data.Setup;

/// <summary>Empties a database that somebody tries the portal out on, so that the trial can begin anew.</summary>
public sealed class TrialReset(PortalDbContext context)
{
    /// <summary>Takes away every row of every table, or none.</summary>
    public Task EmptyAsync(CancellationToken ct)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        return context.WriteAsync(
            async token =>
            {
                // A row goes before those that it refers to.
                foreach (var type in EntityOrder.Of(context.Model).Reverse())
                {
                    // Nor may one go that another of the same table refers to.
                    foreach (var column in type.GetForeignKeys().Where(k => k.PrincipalEntityType == type).SelectMany(k => k.Properties))
                    {
                        var free = $"UPDATE {sql.DelimitIdentifier(type.GetTableName()!)} SET {sql.DelimitIdentifier(column.GetColumnName())} = NULL";
                        await context.Database.ExecuteSqlRawAsync(free, token);
                    }

                    var delete = $"DELETE FROM {sql.DelimitIdentifier(type.GetTableName()!)}";
                    await context.Database.ExecuteSqlRawAsync(delete, token);
                }
            },
            _ => Task.FromResult(false),
            ct);
    }
}
