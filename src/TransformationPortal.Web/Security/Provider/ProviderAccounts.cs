using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>The accounts of people who come from the council's own sign-in.</summary>
public sealed partial class ProviderAccounts(
    UserManager<PortalUser> users, People people, ClaimRules rules, PortalSignIn signIn, IOptions<ProviderOptions> options, TimeProvider clock,
    ILogger<ProviderAccounts> logger)
{
    // What a key of the database may hold.
    private const int Longest = 128;

    /// <summary>Signs in whom the provider has vouched for, with the roles and projects that the rules give.</summary>
    /// <returns>Why not, as a word of <see cref="ProviderRefusals"/>; nothing where they are signed in.</returns>
    public async Task<string?> SignInAsync(AuthenticateResult answer, CancellationToken ct)
    {
        if (answer.Principal is not { } person || person.FindFirstValue("sub") is not { Length: > 0 } subject
            || answer.Properties?.Items.TryGetValue(ProviderSetup.Issuer, out var issuer) != true || string.IsNullOrEmpty(issuer))
        {
            return ProviderRefusals.NotTrusted;
        }

        var (user, refusal) = await FindOrMakeAsync(person, issuer, subject);
        if (user is null)
        {
            return refusal;
        }

        if (user.IsDisabledAt(clock.GetUtcNow()))
        {
            Refused(user.UserName);
            return ProviderRefusals.Disabled;
        }

        if (await people.FindAsync(user.UserName!, ct) is { } account)
        {
            var (roles, projects) = await rules.AppliedAsync(person, account.Roles, account.Projects, ct);
            if (!account.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(roles) || !account.Projects.ToHashSet(StringComparer.Ordinal).SetEquals(projects))
            {
                await people.ChangeAsync(user.UserName!, roles, projects, ct);
                Ruled(user.UserName, string.Join(", ", roles), string.Join(", ", projects));
                user = (await users.FindByIdAsync(user.Id))!;
            }
        }

        var session = new AuthenticationProperties();
        session.SetParameter(nameof(ProviderSession), new ProviderSession(person.FindFirstValue("sid"), answer.Properties.GetTokenValue(ProviderSetup.IdToken)));
        await signIn.SignInAsync(user, session);
        SignedIn(user.UserName);
        return null;
    }

    /// <summary>Whose account a provider's subject is; nobody's where it never signed in here.</summary>
    public Task<PortalUser?> FindAsync(string issuer, string subject) => users.FindByLoginAsync(Key(issuer), Key(subject));

    private async Task<(PortalUser? User, string? Refusal)> FindOrMakeAsync(ClaimsPrincipal person, string issuer, string subject)
    {
        if (await FindAsync(issuer, subject) is { } known)
        {
            return (known, null);
        }

        var name = person.FindFirstValue(options.Value.UserNameClaim)?.Trim() ?? "";
        if (name.Length > 100 || UserNames.Problem(name) is not null)
        {
            return (null, ProviderRefusals.NoName);
        }

        var user = await users.FindByNameAsync(name);
        if (user is { ExpectsProvider: false })
        {
            return (null, ProviderRefusals.Taken);
        }

        if (user is null && options.Value.NewPeople == NewPeople.Invited)
        {
            return (null, ProviderRefusals.NotInvited);
        }

        if (user is null)
        {
            user = new PortalUser { UserName = name, DisplayName = DisplayName(person, name) };
            if (!(await people.CreateAsync(user, null, [])).Succeeded)
            {
                return (null, ProviderRefusals.NoName);
            }

            Made(name);
        }

        user.ExpectsProvider = false;
        if (person.FindFirstValue("email") is { Length: > 0 and <= 256 } email && user.Email is null)
        {
            (user.Email, user.EmailConfirmed) = (email, person.HasClaim("email_verified", "true"));
        }

        // Stores what was changed, too.
        return (await users.AddLoginAsync(user, new UserLoginInfo(Key(issuer), Key(subject), options.Value.Name))).Succeeded
            ? (user, null) : (null, ProviderRefusals.NotTrusted);
    }

    private string DisplayName(ClaimsPrincipal person, string otherwise) =>
        person.FindFirstValue(options.Value.DisplayNameClaim) is { Length: > 0 } name ? name[..Math.Min(name.Length, Data.Entities.Lengths.Name)] : otherwise;

    private static string Key(string text) => text.Length <= Longest ? text : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [LoggerMessage(Level = LogLevel.Information, Message = "{UserName} signed in with the provider")]
    private partial void SignedIn(string? userName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in with the provider refused for {UserName}, whose account is disabled")]
    private partial void Refused(string? userName);

    [LoggerMessage(Level = LogLevel.Information, Message = "An account was made for {UserName} at their first sign-in with the provider")]
    private partial void Made(string userName);

    [LoggerMessage(Level = LogLevel.Information, Message = "By the rules {UserName} now has the roles {Roles} and the projects {Projects}")]
    private partial void Ruled(string? userName, string roles, string projects);
}
