namespace TransformationPortal.Data.Setup;

/// <summary>Makes of a script of batches one that any tool may run: with the options it needs, and no further than its first error.</summary>
internal static class SqlServerScript
{
    // Filtered indexes need them (error 1934), and sqlcmd begins without the first.
    private const string Beginning = """
        SET QUOTED_IDENTIFIER ON;
        SET ANSI_NULLS ON;
        SET ANSI_PADDING ON;
        SET ANSI_WARNINGS ON;
        SET ARITHABORT ON;
        SET CONCAT_NULL_YIELDS_NULL ON;
        SET NUMERIC_ROUNDABORT OFF;
        SET XACT_ABORT ON;
        GO

        """;

    // A tool goes on to the next batch after one that failed, and would record the change as done.
    private const string Guard = """
        IF @@ERROR <> 0 SET NOEXEC ON;
        GO

        """;

    private const string End = """
        IF @@TRANCOUNT > 0 ROLLBACK;
        SET NOEXEC OFF;
        GO

        """;

    /// <param name="script">Batches that end with GO on a line of its own.</param>
    public static string Guarded(string script)
    {
        var guarded = new System.Text.StringBuilder(Beginning.ReplaceLineEndings("\n"));
        foreach (var line in script.ReplaceLineEndings("\n").Split('\n'))
        {
            guarded.Append(line).Append('\n');
            if (line.Trim() == "GO")
            {
                guarded.Append(Guard.ReplaceLineEndings("\n"));
            }
        }

        return guarded.Append(End.ReplaceLineEndings("\n")).ToString();
    }
}
