namespace TransformationPortal.Data.Setup;

/// <summary>The database cannot be used as it is; the message is one sentence that says why and what to do. Nothing was changed.</summary>
public sealed class PortalDatabaseException : Exception
{
    public PortalDatabaseException(string message)
        : base(message)
    {
    }

    public PortalDatabaseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
