using System.ComponentModel.DataAnnotations;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Security;
using AllRoles = TransformationPortal.Web.Security.Roles;

namespace TransformationPortal.Web.Areas.Admin.Models;

/// <summary>Everybody who may sign in, or might once.</summary>
public sealed record PeoplePage(IReadOnlyList<PersonAccount> People, string? Done);

/// <summary>The roles and projects that somebody is to have.</summary>
public class AccessForm
{
    public List<string> Roles { get; set; } = [];

    public List<string> Projects { get; set; } = [];

    /// <summary>The roles that were ticked when the page was opened.</summary>
    public List<string> WasRoles { get; set; } = [];

    /// <summary>The projects that were ticked when the page was opened.</summary>
    public List<string> WasProjects { get; set; } = [];

    /// <summary>
    /// The ticks as they are to be: those that were changed here as they are here, all others as they are now, since somebody
    /// else may have changed them meanwhile.
    /// </summary>
    /// <param name="ticked">Here.</param>
    /// <param name="was">When the page was opened.</param>
    /// <param name="now">As they are kept.</param>
    public static IReadOnlyList<string> Together(IReadOnlyList<string> ticked, IReadOnlyList<string> was, IReadOnlyList<string> now) =>
        [.. now.Except(was.Except(ticked, StringComparer.Ordinal), StringComparer.Ordinal).Union(ticked.Except(was, StringComparer.Ordinal), StringComparer.Ordinal)];

    /// <summary>The ticked roles that there are.</summary>
    public IReadOnlyList<string> KnownRoles => [.. AllRoles.All.Where(r => Roles.Contains(r, StringComparer.Ordinal))];
}

/// <summary>What is typed to invite somebody.</summary>
public sealed class InviteForm : AccessForm
{
    [Required(ErrorMessage = "Enter a user name")]
    [StringLength(100, ErrorMessage = "A user name has at most 100 characters")]
    [UserName]
    public string? UserName { get; set; }

    [Required(ErrorMessage = "Enter the name that others read")]
    [StringLength(200, ErrorMessage = "The name has at most 200 characters")]
    public string? DisplayName { get; set; }

    [StringLength(256, ErrorMessage = "An email address has at most 256 characters")]
    [EmailAddress(ErrorMessage = "Enter an email address such as name@example.org, or none")]
    public string? Email { get; set; }

    /// <summary>Whether they sign in with the council's own sign-in and get no password here.</summary>
    public bool ByProvider { get; set; }
}

/// <summary>Inviting somebody.</summary>
public sealed record InvitePage(InviteForm Form, IReadOnlyList<(string Code, string Name)> Projects, ProviderOptions Provider);

/// <summary>One person's access.</summary>
public sealed record PersonPage(PersonAccount Person, IReadOnlyList<(string Code, string Name)> Projects, string? Done, bool IsOneself, HeldFactors Factors,
    ProviderOptions Provider)
{
    /// <summary>What would be left without anybody.</summary>
    public required LeaverWork Work { get; init; }

    /// <summary>Who could take it on.</summary>
    public required IReadOnlyList<PersonAccount> Takers { get; init; }
}

/// <summary>A password that is shown this once.</summary>
public sealed record NewPasswordPage(string UserName, string DisplayName, string Password, bool IsNew);

/// <summary>The tick boxes of roles and projects.</summary>
public sealed record AccessFields(IReadOnlyCollection<string> Roles, IReadOnlyCollection<string> Chosen, IReadOnlyList<(string Code, string Name)> Projects)
{
    /// <summary>What a role lets somebody do.</summary>
    public static string About(string role) => role switch
    {
        AllRoles.Member => "Reads published quarters",
        AllRoles.Officer => "Writes highlight reports of their projects",
        AllRoles.Finance => "Confirms savings, enters spend",
        AllRoles.Pmo => "Runs reporting, publishes quarters, keeps the registers",
        _ => "Invites people and gives roles",
    };
}
