using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>What a session says of its person: beside name and roles, what they have to do before anything else.</summary>
internal sealed class PortalClaims(
    UserManager<PortalUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options, SecondFactors factors)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.OneTimePasswordUntil is not null)
        {
            identity.AddClaim(new Claim(DuePages.Claim, DuePages.Password));
        }
        else if (user.SecondFactorResetAt is not null)
        {
            identity.AddClaim(new Claim(DuePages.Claim, DuePages.FactorReset));
        }
        else if (await factors.IsRequiredAsync(user) && !await factors.HasAnyAsync(user))
        {
            identity.AddClaim(new Claim(DuePages.Claim, DuePages.SecondFactor));
        }

        return identity;
    }
}
