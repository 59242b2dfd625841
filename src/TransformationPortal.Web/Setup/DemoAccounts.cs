using Microsoft.AspNetCore.Identity;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Security;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Setup;

internal sealed record DemoAccount(string UserName, string DisplayName, string Role);

/// <summary>Accounts to try the portal out with. They are made in Development and nowhere else.</summary>
internal static class DemoAccounts
{
    public const string Password = "three quiet herons";

    private static readonly DemoAccount[] Accounts =
    [
        new("member", "Demo Member", Roles.Member),
        new("officer", "Demo Officer", Roles.Officer),
        new("finance", "Demo Finance Officer", Roles.Finance),
        new("pmo", "Demo Programme Office", Roles.Pmo),
        new("administrator", "Demo Administrator", Roles.Administrator),
    ];

    /// <returns>The demo accounts there are.</returns>
    public static async Task<IReadOnlyList<DemoAccount>> EnsureAsync(IServiceProvider services)
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        foreach (var account in Accounts)
        {
            if (await users.FindByNameAsync(account.UserName) is null)
            {
                await services.GetRequiredService<People>().CreateAsync(new PortalUser { UserName = account.UserName, DisplayName = account.DisplayName }, Password, [account.Role]);
            }
        }

        // An officer who has any projects keeps them as they are.
        var assignments = services.GetRequiredService<ProjectAssignmentStore>();
        if ((await assignments.ProjectsOfAsync("officer", CancellationToken.None)).Count == 0)
        {
            await assignments.AssignAsync("officer", SampleProgramme.OfficerProjects, CancellationToken.None);
        }

        return Accounts;
    }
}
