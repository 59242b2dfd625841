using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data;

/// <summary>The portal's database on SQL Server; its migrations are in <c>Migrations/SqlServer</c>.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options);

/// <summary>Lets <c>dotnet ef</c> make migrations and scripts; it opens no database.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>()
            .UseSqlServer("Server=.;Database=design-time", o => o.UseCompatibilityLevel(DatabaseOptions.DefaultCompatibilityLevel)).Options);
}
