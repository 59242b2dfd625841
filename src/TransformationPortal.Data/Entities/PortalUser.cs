using Microsoft.AspNetCore.Identity;

namespace TransformationPortal.Data.Entities;

/// <summary>Somebody who signs in.</summary>
public sealed class PortalUser : IdentityUser
{
    /// <summary>The name that others read, for instance beside a published edition.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>
    /// Until when (UTC) the password given to them lets them in, to choose one of their own and nothing else; nothing once they
    /// have.
    /// </summary>
    public DateTime? OneTimePasswordUntil { get; set; }

    /// <summary>
    /// Whether the account was made for somebody whom the council's own sign-in knows by the same user name: their first
    /// sign-in there joins the two.
    /// </summary>
    public bool ExpectsProvider { get; set; }

    /// <summary>When (UTC) an administrator took away their second factor, until they have been told; nothing otherwise.</summary>
    public DateTime? SecondFactorResetAt { get; set; }

    /// <summary>Whether they may not sign in any more. A lock-out that somebody is to wait for is never so long.</summary>
    public bool IsDisabledAt(DateTimeOffset now) => IsDisabled(LockoutEnd, now);

    /// <summary>Whether a lock-out says that somebody may not sign in any more.</summary>
    internal static bool IsDisabled(DateTimeOffset? lockoutEnd, DateTimeOffset now) => lockoutEnd > now.AddYears(1);
}
