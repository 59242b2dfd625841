namespace TransformationPortal.Core.Reports;

/// <summary>The roles that act on reports. Somebody may hold several.</summary>
[Flags]
public enum ActorRoles
{
    None = 0,
    Officer = 1,
    Finance = 2,
    Pmo = 4,
}

/// <summary>Somebody as a report remembers them.</summary>
/// <param name="UserName">What they sign in with.</param>
/// <param name="DisplayName">The name that others read.</param>
public sealed record Person(string UserName, string DisplayName)
{
    public bool Is(string userName) => string.Equals(UserName, userName, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Who acts: a person, the roles they hold and the projects that are theirs.</summary>
/// <param name="Projects">Codes of the projects that the person is assigned to.</param>
public sealed record Actor(string UserName, string DisplayName, ActorRoles Roles, IReadOnlySet<string> Projects)
{
    public Person Person => new(UserName, DisplayName);

    public bool IsOfficer => Roles.HasFlag(ActorRoles.Officer);

    public bool IsFinance => Roles.HasFlag(ActorRoles.Finance);

    public bool IsPmo => Roles.HasFlag(ActorRoles.Pmo);

    public bool Owns(string project) => Projects.Contains(project);
}
