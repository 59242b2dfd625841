using Microsoft.Extensions.Options;

namespace TransformationPortal.Web.Security;

/// <summary>The settings under <c>SignIn</c>: how people prove who they are.</summary>
public sealed class PortalSignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Whether people may sign in with a password or passkey of the portal's own.</summary>
    public bool LocalAccounts { get; set; } = true;

    /// <summary>The user name of the one account that keeps its password where <see cref="LocalAccounts"/> is off, for the day on which the council's own sign-in fails.</summary>
    public string? BreakGlass { get; set; }

    /// <summary>The roles whose holders need a second factor beside their password.</summary>
    public IReadOnlyList<string> SecondFactorFor { get; set; } = [];

    /// <summary>For how many days a browser may be remembered, so that it is not asked for the second factor; 0 for never, 90 at most.</summary>
    public int RememberedDays { get; set; } = 30;

    /// <summary>Whether somebody may sign in with what the portal itself keeps: a password or a passkey.</summary>
    public bool MaySignInHere(string? userName) =>
        LocalAccounts || (userName is not null && string.Equals(userName, BreakGlass, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Says which setting is wrong, before anything starts.</summary>
internal sealed class PortalSignInOptionsCheck(IOptions<ProviderOptions> provider) : IValidateOptions<PortalSignInOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalSignInOptions options)
    {
        var problems = new List<string>();
        problems.AddRange(options.SecondFactorFor.Where(r => !Roles.All.Contains(r, StringComparer.Ordinal))
            .Select(r => $"The setting SignIn:SecondFactorFor holds “{r}”, which is no role. The roles are {string.Join(", ", Roles.All)}."));
        if (options.RememberedDays is < 0 or > 90)
        {
            problems.Add("The setting SignIn:RememberedDays must be from 0 (no browser is remembered) to 90.");
        }

        if (!options.LocalAccounts && !provider.Value.IsOn)
        {
            problems.Add("The setting SignIn:LocalAccounts is false, but OpenIdConnect:Authority is empty: nobody could sign in.");
        }

        if (!options.LocalAccounts && string.IsNullOrWhiteSpace(options.BreakGlass))
        {
            problems.Add("The setting SignIn:LocalAccounts is false, so SignIn:BreakGlass must name the one account that keeps its password, for the day on which the other sign-in fails.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
