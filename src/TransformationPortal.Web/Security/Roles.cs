namespace TransformationPortal.Web.Security;

/// <summary>The roles of the portal. A person may hold several.</summary>
public static class Roles
{
    public const string Member = "Member";
    public const string Officer = "Officer";
    public const string Finance = "Finance";
    public const string Pmo = "PMO";
    public const string Administrator = "Administrator";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Member, Officer, Finance, Pmo, Administrator];
}
