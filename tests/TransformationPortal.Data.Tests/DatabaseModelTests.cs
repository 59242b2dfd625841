using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data.Tests;

/// <summary>The model of both databases. None of these tests opens one.</summary>
public sealed class DatabaseModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Migrations_OfEachDatabase_HoldEveryChangeOfTheModel(DatabaseProvider provider)
    {
        using var context = Context(provider);

        Assert.False(context.Database.HasPendingModelChanges(), "Make a migration for both databases: CONTRIBUTING.md says how.");
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Fact]
    public void Migrations_OfBothDatabases_HaveTheSameNamesInTheSameOrder()
    {
        using var sqlite = Context(DatabaseProvider.Sqlite);
        using var sqlServer = Context(DatabaseProvider.SqlServer);

        Assert.Equal(sqlite.Database.GetMigrations().Select(Name), sqlServer.Database.GetMigrations().Select(Name));

        static string Name(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    [Fact]
    public void SqlServerScript_Idempotent_IsMadeWithoutADatabase()
    {
        using var context = Context(DatabaseProvider.SqlServer);

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [SavingsLines]", script, StringComparison.Ordinal);
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void ForeignKeys_AmongOurTables_NeverCascade(DatabaseProvider provider)
    {
        using var context = Context(provider);

        var keys = OurTables(context).SelectMany(e => e.GetForeignKeys()).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(DeleteBehavior.Restrict, key.DeleteBehavior));
    }

    [Fact]
    public void Indexes_OnSqlServer_AreBoundedAndFitTheirKey()
    {
        using var context = Context(DatabaseProvider.SqlServer);

        var columns = context.Model.GetEntityTypes()
            .SelectMany(e => e.GetIndexes().Select(i => i.Properties).Concat(e.GetKeys().Select(k => k.Properties)))
            .ToList();

        Assert.All(columns, properties =>
        {
            Assert.All(properties, p => Assert.DoesNotContain("max", p.GetColumnType(), StringComparison.Ordinal));
            Assert.InRange(properties.Sum(p => Length(p) is { } length ? 2 * length : 16), 1, 1700);
        });
    }

    [Fact]
    public void Texts_OfEveryTable_HaveABound()
    {
        using var context = Context(DatabaseProvider.SqlServer);

        var texts = context.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string)).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.True(Length(text) > 0 || text.GetMaxLength() > 0, $"{text.DeclaringType.DisplayName()}.{text.Name} has no longest length."));
    }

    [Fact]
    public void Money_OnSqlServer_IsKeptToThePenny()
    {
        using var context = Context(DatabaseProvider.SqlServer);

        var amounts = OurTables(context).SelectMany(e => e.GetProperties()).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Core.Money)).ToList();

        Assert.NotEmpty(amounts);
        Assert.All(amounts, amount => Assert.Equal("decimal(18,2)", amount.GetColumnType()));
    }

    // A foreign key is as long as the key it refers to, without saying so itself.
    private static int? Length(IReadOnlyProperty property) => property.FindRelationalTypeMapping()?.Size;

    private static IEnumerable<IEntityType> OurTables(DbContext context) =>
        context.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(StoredEdition).Assembly);

    private static PortalDbContext Context(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? new SqlitePortalDbContext(SqlitePortalDbContext.WithoutDatabase())
        : new SqlServerPortalDbContext(SqlServerPortalDbContext.WithoutDatabase());
}
