namespace TransformationPortal.Data.Entities;

/// <summary>A browser in which somebody has signed in and has not signed out.</summary>
public sealed class UserSession
{
    /// <summary>What the session's cookie carries under its seal.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string UserId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SignedInAt { get; init; }

    /// <summary>When the portal last looked whether it may go on, to some minutes; UTC.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>What the browser calls itself, as far as it was kept; for its owner to know it by.</summary>
    public required string Browser { get; init; }
}
