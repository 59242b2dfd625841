using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Backups;
using TransformationPortal.Data.Decisions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Looks;
using TransformationPortal.Data.Moving;
using TransformationPortal.Data.Notices;
using TransformationPortal.Data.Quarters;
using TransformationPortal.Data.Reading;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Data.Setup;

/// <summary>Registers the portal's database and what reads and writes it.</summary>
public static class PortalDataSetup
{
    private const int DefaultTimeoutSeconds = 30;

    /// <summary>Registers <see cref="PortalDbContext"/> on the database that the settings name, and the stores over it.</summary>
    /// <param name="configuration">Where <c>Database</c> and <c>ConnectionStrings:Portal</c> are read from, when the program starts.</param>
    /// <param name="dataFolder">The folder of the embedded database, as a full path. It is made when the database is prepared.</param>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var settings = new DatabaseSettings(configuration, dataFolder);
        services.AddSingleton<IConfigureOptions<DatabaseOptions>>(settings);
        services.AddSingleton<IValidateOptions<DatabaseOptions>>(settings);
        services.AddOptions<DatabaseOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        // A pool is made when it is first asked for, so that only the pool of the database in use ever is.
        services.AddDbContextPool<SqlitePortalDbContext>((provider, builder) => UseSqlite(builder, Options(provider)));
        services.AddDbContextPool<SqlServerPortalDbContext>((provider, builder) => UseSqlServer(builder, Options(provider)));
        services.AddScoped<PortalDbContext>(provider => Options(provider).Provider == DatabaseProvider.Sqlite
            ? provider.GetRequiredService<SqlitePortalDbContext>()
            : provider.GetRequiredService<SqlServerPortalDbContext>());

        services.AddScoped<PortalDatabase>();
        services.TryAddSingleton<WhoActs>(() => null);
        services.AddSingleton<AuditRecorder>();
        services.TryAddSingleton<SendsMail>(() => false);
        services.AddSingleton<NoticeRecorder>();
        services.AddScoped<NoticeList>();
        services.AddScoped<Outbox>();
        services.AddScoped<Follows>();
        services.AddScoped<Reminders>();
        services.AddScoped<JobRuns>();
        services.AddScoped<AuditLog>();
        services.AddScoped<AuditCheck>();
        services.AddScoped<PortalVerification>();
        services.AddScoped<EditionFileStore>();
        services.AddSingleton(new AuditAnchorFile(dataFolder));
        services.AddScoped<TrialReset>();
        services.AddScoped<PortalMove>();
        services.AddSingleton<PortalBackup>();
        services.AddSingleton<PortalRestore>();
        services.AddScoped<ProgrammeStateReader>();
        services.AddScoped<EditionStore>();
        services.AddScoped<DecisionRegister>();
        services.AddScoped<CarryForwards>();
        services.AddScoped<LookStore>();

        services.AddOptions<ReportOptions>().Bind(configuration.GetSection(ReportOptions.Section));
        services.AddSingleton<CouncilClock>();
        services.AddScoped<ReportReader>();
        services.AddScoped<WaitingReports>();
        services.AddScoped<ReportStore>();
        services.AddScoped<ReportDocumentStore>();
        services.AddScoped<ChaseNotes>();
        services.AddScoped<ReportCalendar>();
        services.AddScoped<ProjectAssignmentStore>();

        services.AddScoped<QuarterStore>();
        services.AddScoped<QuarterClosing>();
        return services;
    }

    internal static void UseSqlite(DbContextOptionsBuilder builder, DatabaseOptions options)
    {
        // The provider waits for a busy database as long as a command may take.
        var timeout = options.CommandTimeout ?? DefaultTimeoutSeconds;
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { ForeignKeys = true, DefaultTimeout = timeout };
        builder.UseSqlite(
            connection.ConnectionString,
            sqlite => sqlite.CommandTimeout(timeout).MigrationsAssembly(SqlitePortalDbContext.MigrationsAssembly));
    }

    internal static void UseSqlServer(DbContextOptionsBuilder builder, DatabaseOptions options) =>
        builder.UseSqlServer(options.ConnectionString, sqlServer =>
        {
            sqlServer.UseCompatibilityLevel(options.CompatibilityLevel)
                .CommandTimeout(options.CommandTimeout ?? DefaultTimeoutSeconds)
                .MigrationsAssembly(SqlServerPortalDbContext.MigrationsAssembly)
                .EnableRetryOnFailure();
            if (options.MaxBatchSize is { } size)
            {
                sqlServer.MaxBatchSize(size);
            }
        });

    private static DatabaseOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
