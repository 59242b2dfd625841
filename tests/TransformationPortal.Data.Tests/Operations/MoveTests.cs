using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Moving;
using TransformationPortal.Data.Setup;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Operations;

/// <summary>A programme carried from one database to another.</summary>
public sealed class MoveTests
{
    public static TheoryData<DatabaseProvider, DatabaseProvider> Ways => TestDatabase.SqlServerConnection is null
        ? new() { { DatabaseProvider.Sqlite, DatabaseProvider.Sqlite } }
        : new()
        {
            { DatabaseProvider.Sqlite, DatabaseProvider.Sqlite },
            { DatabaseProvider.Sqlite, DatabaseProvider.SqlServer },
            { DatabaseProvider.SqlServer, DatabaseProvider.Sqlite },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Move_CarriesEveryRowOverAsItIs(DatabaseProvider from, DatabaseProvider to)
    {
        await using var source = await TestDatabase.WithSampleAsync(from);
        await using var target = TestDatabase.Unprepared(to);

        var moved = await source.RunAsync<PortalMove, Moved>(m => m.MoveAsync(target.Options, default));

        Assert.Equal(1, moved.Editions);
        Assert.Equal(await AllAsync(source), await AllAsync(target));
    }

    [Fact]
    public async Task Move_ToADatabaseThatIsNotEmpty_LeavesItAsItWas()
    {
        await using var source = await TestDatabase.WithSampleAsync();
        await using var target = await TestDatabase.PreparedAsync();
        await target.RunAsync<PortalDbContext>(async c =>
        {
            c.Add(new CouncilWordEntity { Word = "here first", Meaning = "A word." });
            await c.SaveChangesAsync();
        });

        var refused = await Assert.ThrowsAsync<MoveException>(() => source.RunAsync<PortalMove, Moved>(m => m.MoveAsync(target.Options, default)));

        Assert.Contains("its table CouncilWords holds rows", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await target.CountsAsync()).Values.Sum());
    }

    [Fact]
    public async Task Move_WhileAPortalUsesTheDatabase_IsRefused()
    {
        await using var source = await TestDatabase.WithSampleAsync();
        await using var target = TestDatabase.Unprepared();
        using var use = SqliteUse.Share(source.File);

        var refused = await Assert.ThrowsAsync<MoveException>(() => source.RunAsync<PortalMove, Moved>(m => m.MoveAsync(target.Options, default)));

        Assert.Contains("Stop it", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(target.File));
    }

    // Every value of every row, whichever database wrote it.
    private static Task<string> AllAsync(TestDatabase database) => database.RunAsync<PortalDbContext, string>(async context =>
    {
        var all = new StringBuilder();
        foreach (var type in context.Model.GetEntityTypes().Where(e => !e.IsOwned()).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(type.ClrType).Invoke(context, null)!;
            context.ChangeTracker.Clear();
            foreach (var line in (await rows.AsTracking().ToListAsync()).Select(row => string.Join('|', context.Entry(row).Properties.Select(p => $"{p.Metadata.Name}={Text(p.CurrentValue)}"))).Order(StringComparer.Ordinal))
            {
                all.Append(type.ShortName()).Append(": ").Append(line).Append('\n');
            }
        }

        return all.ToString();
    });

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        // One database keeps a number as it was written, the other with as many places as its column has.
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };
}
