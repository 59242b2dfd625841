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

    /// <summary>What the council's own sign-in calls the session, where it began there and has a name for it.</summary>
    public string? ProviderSession { get; init; }

    /// <summary>
    /// The council's own sign-in's proof of who signed in, which it wants back on signing out; empty where it is too long to
    /// keep, nothing where the session began with a password or passkey.
    /// </summary>
    public string? IdToken { get; init; }
}
