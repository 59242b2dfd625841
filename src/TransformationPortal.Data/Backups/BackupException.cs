namespace TransformationPortal.Data.Backups;

/// <summary>A backup was not made or not restored; the message says why, and what to do.</summary>
public sealed class BackupException : Exception
{
    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
