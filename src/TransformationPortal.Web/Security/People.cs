using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;

namespace TransformationPortal.Web.Security;

/// <summary>Somebody who may sign in, or might once.</summary>
/// <param name="IsDisabled">Whether they may not sign in any more.</param>
/// <param name="HasToChoosePassword">Whether they have not yet chosen a password of their own.</param>
/// <param name="Email">Their address, whether or not they confirmed it.</param>
/// <param name="HasPassword">Whether the portal keeps a password of theirs.</param>
/// <param name="ExpectsProvider">Whether their first sign-in at the council's own sign-in is waited for.</param>
public sealed record PersonAccount(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Projects, bool IsDisabled, bool HasToChoosePassword,
    string? Email = null, bool HasPassword = true, bool ExpectsProvider = false);

/// <summary>Who is to be invited, and how they will sign in.</summary>
/// <param name="Email">Where they can be written to; it counts when they have confirmed it.</param>
/// <param name="ByProvider">Whether they sign in with the council's own sign-in, under the same user name, and need no password here.</param>
public sealed record Invitation(string UserName, string DisplayName, string? Email, bool ByProvider);

/// <summary>
/// The accounts of the portal. None is ever deleted: a leaver's name stays on what they wrote. Whatever changes what somebody
/// may do ends their sessions at once.
/// </summary>
public sealed class People(
    UserManager<PortalUser> users, RoleManager<IdentityRole> roles, ProjectAssignmentStore assignments, IServiceProvider services, TimeProvider clock)
{
    /// <summary>How long a password that was given to somebody lets them in.</summary>
    public static readonly TimeSpan OneTimeLife = TimeSpan.FromDays(7);

    // Letters that nobody takes for another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";

    public async Task<IReadOnlyList<PersonAccount>> ListAsync(CancellationToken ct)
    {
        var all = await users.Users.AsNoTracking().OrderBy(u => u.DisplayName).ThenBy(u => u.UserName).ToListAsync(ct);
        var projects = (await assignments.ListAsync(ct)).ToLookup(a => a.Officer.UserName, a => a.Project, StringComparer.OrdinalIgnoreCase);
        var accounts = new List<PersonAccount>();
        var holders = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var role in Roles.All)
        {
            holders[role] = [.. (await users.GetUsersInRoleAsync(role)).Select(u => u.Id)];
        }

        foreach (var user in all)
        {
            accounts.Add(Account(user, [.. Roles.All.Where(r => holders[r].Contains(user.Id))], [.. projects[user.UserName ?? ""]]));
        }

        return accounts;
    }

    /// <returns>Nothing where nobody has the name.</returns>
    public async Task<PersonAccount?> FindAsync(string userName, CancellationToken ct)
    {
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            return null;
        }

        var held = await users.GetRolesAsync(user);
        var projects = await assignments.ProjectsOfAsync(userName, ct);
        return Account(user, [.. Roles.All.Where(held.Contains)], [.. projects.Order(Core.CodeOrder.Instance)]);
    }

    /// <summary>Makes an account. Where it cannot, nothing is left behind.</summary>
    /// <param name="password">Nothing for somebody who signs in elsewhere.</param>
    public async Task<IdentityResult> CreateAsync(PortalUser user, string? password, IReadOnlyList<string> given)
    {
        if (UserNames.Problem(user.UserName ?? "") is { } problem)
        {
            return IdentityResult.Failed(new IdentityError { Code = "UserName", Description = problem + "." });
        }

        foreach (var role in given)
        {
            if (!await roles.RoleExistsAsync(role) && await roles.CreateAsync(new IdentityRole(role)) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        var made = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        if (!made.Succeeded || given.Count == 0)
        {
            return made;
        }

        var added = await users.AddToRolesAsync(user, given);
        if (!added.Succeeded)
        {
            await users.DeleteAsync(user);
        }

        return added;
    }

    /// <summary>Makes an account for somebody who will choose their own password, or who needs none here.</summary>
    /// <returns>The password to give to them, which nobody can see again, where they need one; or why there is no account.</returns>
    public async Task<(string? Password, IdentityResult Result)> InviteAsync(
        Invitation invitation, IReadOnlyList<string> given, IReadOnlyList<string> projects, CancellationToken ct)
    {
        var password = invitation.ByProvider ? null : NewPassword();
        var result = await CreateAsync(
            new PortalUser
            {
                UserName = invitation.UserName,
                DisplayName = invitation.DisplayName,
                Email = invitation.Email,
                ExpectsProvider = invitation.ByProvider,
                OneTimePasswordUntil = invitation.ByProvider ? null : Until(),
            },
            password,
            given);
        if (!result.Succeeded)
        {
            return (null, result);
        }

        await assignments.ReplaceAsync(invitation.UserName, projects, ct);
        return (password, result);
    }

    /// <summary>Gives somebody a new password to begin with, in the place of theirs.</summary>
    /// <returns>The password; nothing where nobody has the name.</returns>
    public async Task<string?> ResetPasswordAsync(string userName)
    {
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            return null;
        }

        var password = NewPassword();
        user.OneTimePasswordUntil = Until();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);

        // Who guessed at the old password does not keep its owner out with the new one; who is disabled stays so.
        user.LockoutEnd = user.IsDisabledAt(clock.GetUtcNow()) ? user.LockoutEnd : null;
        await EndSessionsAsync(user);
        await users.ResetAccessFailedCountAsync(user);
        return password;
    }

    /// <summary>Gives somebody the password that they chose by a link, and ends their sessions.</summary>
    public async Task<IdentityResult> ChooseNewPasswordAsync(PortalUser user, string token, string password)
    {
        var result = await users.ResetPasswordAsync(user, token, password);
        if (result.Succeeded)
        {
            user.OneTimePasswordUntil = null;
            user.LockoutEnd = user.IsDisabledAt(clock.GetUtcNow()) ? user.LockoutEnd : null;
            await EndSessionsAsync(user);
            await users.ResetAccessFailedCountAsync(user);
        }

        return result;
    }

    /// <summary>Takes somebody's app, passkeys and recovery codes away, and has them told.</summary>
    /// <returns>Whom; nothing where nobody has the name.</returns>
    public async Task<PortalUser?> TakeSecondFactorAsync(string userName)
    {
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            return null;
        }

        await services.GetRequiredService<SecondFactors>().RemoveAllAsync(user);
        user.SecondFactorResetAt = clock.GetUtcNow().UtcDateTime;
        await EndSessionsAsync(user);
        return user;
    }

    /// <summary>Lets the council's own sign-in join somebody's account, at their next sign-in there under the same user name.</summary>
    public async Task<IdentityResult> ExpectProviderAsync(string userName)
    {
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            return NoSuchPerson();
        }

        user.ExpectsProvider = true;
        return await users.UpdateAsync(user);
    }

    /// <summary>What somebody has beside their password; nothing where nobody has the name.</summary>
    public async Task<HeldFactors?> FactorsAsync(string userName) =>
        await users.FindByNameAsync(userName) is { } user ? await services.GetRequiredService<SecondFactors>().OfAsync(user) : null;

    /// <summary>Makes these, and no others, somebody's roles and projects.</summary>
    public async Task<IdentityResult> ChangeAsync(string userName, IReadOnlyList<string> given, IReadOnlyList<string> projects, CancellationToken ct)
    {
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            return NoSuchPerson();
        }

        foreach (var role in given)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole(role));
            }
        }

        var had = await users.GetRolesAsync(user);
        var taken = await users.RemoveFromRolesAsync(user, had.Except(given, StringComparer.Ordinal));
        var added = taken.Succeeded ? await users.AddToRolesAsync(user, given.Except(had, StringComparer.Ordinal)) : taken;
        if (!had.ToHashSet(StringComparer.Ordinal).SetEquals(given))
        {
            await EndSessionsAsync(user);
        }

        await assignments.ReplaceAsync(userName, projects, ct);
        return added;
    }

    /// <summary>Lets somebody sign in no more, or again. Their sessions end at once.</summary>
    public async Task<IdentityResult> SetDisabledAsync(string userName, bool isDisabled)
    {
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            return NoSuchPerson();
        }

        user.LockoutEnabled = true;
        user.LockoutEnd = isDisabled ? DateTimeOffset.MaxValue : null;
        await EndSessionsAsync(user);
        return IdentityResult.Success;
    }

    private static IdentityResult NoSuchPerson() => IdentityResult.Failed(new IdentityError { Code = "NoSuchPerson", Description = "Nobody has this user name." });

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    private DateTime Until() => clock.GetUtcNow().UtcDateTime + OneTimeLife;

    private PersonAccount Account(PortalUser user, IReadOnlyList<string> held, IReadOnlyList<string> projects) =>
        new(user.UserName ?? "", user.DisplayName, held, projects, user.IsDisabledAt(clock.GetUtcNow()), user.OneTimePasswordUntil is not null,
            user.Email, user.PasswordHash is not null, user.ExpectsProvider);

    // A new stamp stores what else was changed.
    private async Task EndSessionsAsync(PortalUser user)
    {
        await users.UpdateSecurityStampAsync(user);
        await services.GetRequiredService<UserSessions>().EndAllAsync(user.Id);
    }
}
