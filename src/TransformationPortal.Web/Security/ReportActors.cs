using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Security;

/// <summary>Turns who has signed in into who acts on a report.</summary>
public sealed class ReportActors(UserManager<PortalUser> users, ProjectAssignmentStore assignments)
{
    /// <returns>Nothing when the account is no longer there.</returns>
    public async Task<Actor?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(principal) is not { UserName: { } name } user)
        {
            return null;
        }

        var roles = (principal.IsInRole(Roles.Officer) ? ActorRoles.Officer : ActorRoles.None)
            | (principal.IsInRole(Roles.Finance) ? ActorRoles.Finance : ActorRoles.None)
            | (principal.IsInRole(Roles.Pmo) ? ActorRoles.Pmo : ActorRoles.None);
        return new(name, user.DisplayName, roles, await assignments.ProjectsOfAsync(name, cancellationToken));
    }
}
