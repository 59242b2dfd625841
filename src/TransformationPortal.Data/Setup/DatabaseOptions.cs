namespace TransformationPortal.Data.Setup;

public enum DatabaseProvider
{
    /// <summary>One embedded file: nothing to install.</summary>
    Sqlite,

    SqlServer,
}

/// <summary>The settings under <c>Database</c>, with <c>ConnectionStrings:Portal</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section they are read from.</summary>
    public const string Section = "Database";

    /// <summary>SQL Server 2019.</summary>
    public const int DefaultCompatibilityLevel = 150;

    public DatabaseProvider Provider { get; set; }

    /// <summary>How the database is reached. SQLite without one is the file <c>portal.db</c> in the data folder.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Statements sent to SQL Server at once; the provider's own number when there is none.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>Which SQL the SQL Server of the council understands: 130 to 170.</summary>
    public int CompatibilityLevel { get; set; } = DefaultCompatibilityLevel;

    /// <summary>Seconds a statement may take; 30 when there is none.</summary>
    public int? CommandTimeout { get; set; }
}
