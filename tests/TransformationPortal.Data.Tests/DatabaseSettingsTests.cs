using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Data.Tests;

public sealed class DatabaseSettingsTests
{
    [Fact]
    public void Settings_WithNothingSet_AreAFileInTheDataFolder()
    {
        using var services = Services();

        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

        Assert.Equal((DatabaseProvider.Sqlite, "Data Source=/data/portal.db", 150), (options.Provider, options.ConnectionString, options.CompatibilityLevel));
        Assert.Null(options.MaxBatchSize);
        Assert.Null(options.CommandTimeout);
    }

    [Fact]
    public void Settings_OfSqlServer_ReachTheContext()
    {
        using var services = Services(
            ("Database:Provider", "sqlserver"), ("ConnectionStrings:Portal", "Server=db;Database=portal"), ("Database:MaxBatchSize", "20"),
            ("Database:CompatibilityLevel", "160"), ("Database:CommandTimeout", "90"));
        using var scope = services.CreateScope();

        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();

        Assert.IsType<SqlServerPortalDbContext>(context);
        Assert.Equal(90, context.Database.GetCommandTimeout());
        Assert.True(context.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    [Fact]
    public void Context_OfEachScope_ComesFromThePoolAndIsTheOneOfTheProvider()
    {
        using var services = Services();
        PortalDbContext first;
        using (var scope = services.CreateScope())
        {
            first = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            Assert.Same(first, scope.ServiceProvider.GetRequiredService<SqlitePortalDbContext>());
        }

        using var next = services.CreateScope();
        Assert.Same(first, next.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "The setting Database:Provider is “Oracle”; it must be Sqlite or SqlServer.")]
    [InlineData("Database:Provider", "1", "The setting Database:Provider is “1”; it must be Sqlite or SqlServer.")]
    [InlineData("Database:Provider", "SqlServer", "The setting ConnectionStrings:Portal is empty; with Database:Provider SqlServer it must say where the server is.")]
    [InlineData("Database:MaxBatchSize", "0", "The setting Database:MaxBatchSize is “0”; it must be a whole number from 1 to 1000.")]
    [InlineData("Database:MaxBatchSize", "many", "The setting Database:MaxBatchSize is “many”; it must be a whole number from 1 to 1000.")]
    [InlineData("Database:CompatibilityLevel", "15", "The setting Database:CompatibilityLevel is “15”; it must be one of 130, 140, 150, 160, 170.")]
    [InlineData("Database:CommandTimeout", "-1", "The setting Database:CommandTimeout is “-1”; it must be a number of seconds from 1 to 3600.")]
    [InlineData("ConnectionStrings:Portal", "Server=db", "The setting ConnectionStrings:Portal is no connection string of Sqlite: it holds a word or a value that Sqlite does not know.")]
    [InlineData("ConnectionStrings:Portal", "Data Source=:memory:", "The setting ConnectionStrings:Portal must name a file in “Data Source”; a database in memory would be lost.")]
    [InlineData("ConnectionStrings:Portal", "nonsense", "The setting ConnectionStrings:Portal is no connection string of Sqlite: it holds a word or a value that Sqlite does not know.")]
    public void Settings_WithAWrongOne_StopTheStartWithASentenceThatNamesIt(string setting, string value, string sentence)
    {
        using var services = Services((setting, value));

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal([sentence], refusal.Failures);
    }

    [Fact]
    public void Settings_OfSqlServerWithoutADatabase_AreRefused()
    {
        using var services = Services(("Database:Provider", "SqlServer"), ("ConnectionStrings:Portal", "Server=db"));

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(["The setting ConnectionStrings:Portal must name the server in “Server” and the database in “Database”."], refusal.Failures);
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings) => new ServiceCollection()
        .AddPortalData(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build(), "/data")
        .BuildServiceProvider(validateScopes: true);
}
