using Microsoft.AspNetCore.Identity;

namespace TransformationPortal.Data.Entities;

/// <summary>Somebody who signs in.</summary>
public sealed class PortalUser : IdentityUser
{
    /// <summary>The name that others read, for instance beside a published edition.</summary>
    public string DisplayName { get; set; } = "";
}
