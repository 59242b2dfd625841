using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data;

/// <summary>The portal's database on SQL Server.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options)
{
    /// <summary>The assembly of its migrations. It refers to this one, so it is known by its name.</summary>
    public const string MigrationsAssembly = "TransformationPortal.Data.SqlServer";

    /// <summary>What asks about the model or its migrations, and opens no database.</summary>
    public static DbContextOptions<SqlServerPortalDbContext> WithoutDatabase() =>
        new DbContextOptionsBuilder<SqlServerPortalDbContext>()
            .UseSqlServer(
                "Server=.;Database=design-time",
                server => server.MigrationsAssembly(MigrationsAssembly)
                    .UseCompatibilityLevel(DatabaseOptions.DefaultCompatibilityLevel))
            .Options;
}
