using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Who may read published quarters: everybody with a role in the portal, or anyone at all where the council has set
/// <c>Portal:PublicReading</c>.
/// </summary>
public sealed class ReadPublished : IAuthorizationRequirement
{
    /// <summary>The policy's name.</summary>
    public const string Policy = nameof(ReadPublished);
}

internal sealed class ReadPublishedHandler(IOptions<PortalOptions> options) : AuthorizationHandler<ReadPublished>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ReadPublished requirement)
    {
        if (options.Value.PublicReading || Roles.All.Any(context.User.IsInRole))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
