using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TransformationPortal.Data;

/// <summary>How the portal writes what must be written as a whole.</summary>
internal static class PortalTransactions
{
    /// <summary>
    /// Does all of <paramref name="act"/> or nothing of it, alone with what it reads. SQL Server may drop a connection half
    /// way: the whole is then done again, unless it turns out to be done. The context is left tracking nothing.
    /// </summary>
    public static async Task WriteAsync(
        this PortalDbContext context, Func<CancellationToken, Task> act, Func<CancellationToken, Task<bool>> isDone, CancellationToken ct)
    {
        try
        {
            await context.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
                token =>
                {
                    context.ChangeTracker.Clear();
                    return act(token);
                },
                isDone,
                IsolationLevel.Serializable,
                ct);
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }
}
