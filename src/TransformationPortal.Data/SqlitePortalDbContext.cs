using Microsoft.EntityFrameworkCore;

namespace TransformationPortal.Data;

/// <summary>The portal's database as one embedded file.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    /// <summary>The assembly of its migrations. It refers to this one, so it is known by its name.</summary>
    public const string MigrationsAssembly = "TransformationPortal.Data.Sqlite";

    /// <summary>What asks about the model or its migrations, and opens no database.</summary>
    public static DbContextOptions<SqlitePortalDbContext> WithoutDatabase() =>
        new DbContextOptionsBuilder<SqlitePortalDbContext>()
            .UseSqlite("Data Source=design-time.db", sqlite => sqlite.MigrationsAssembly(MigrationsAssembly)).Options;
}
