using Microsoft.EntityFrameworkCore.Design;

namespace TransformationPortal.Data.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations and scripts; it opens no database.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) => new(SqlServerPortalDbContext.WithoutDatabase());
}
