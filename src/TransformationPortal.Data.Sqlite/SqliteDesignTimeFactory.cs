using Microsoft.EntityFrameworkCore.Design;

namespace TransformationPortal.Data.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations; it opens no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) => new(SqlitePortalDbContext.WithoutDatabase());
}
