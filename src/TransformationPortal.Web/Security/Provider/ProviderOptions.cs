using Microsoft.Extensions.Options;

namespace TransformationPortal.Web.Security;

/// <summary>Who gets an account by signing in with the council's own sign-in for the first time.</summary>
public enum NewPeople
{
    /// <summary>Whoever an administrator invited.</summary>
    Invited,

    /// <summary>Everybody whom the provider lets through.</summary>
    Everybody,
}

/// <summary>The settings under <c>OpenIdConnect</c>: the council's own sign-in.</summary>
public sealed class ProviderOptions
{
    public const string Section = "OpenIdConnect";

    /// <summary>The provider's address, below which its <c>.well-known/openid-configuration</c> stands; where it is empty, there is none.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What people call it: “Sign in with …”.</summary>
    public string Name { get; set; } = "your council account";

    public NewPeople NewPeople { get; set; }

    /// <summary>What is asked for beside <c>openid</c> and <c>profile</c>.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = ["email"];

    /// <summary>The claim that holds the user name.</summary>
    public string UserNameClaim { get; set; } = "preferred_username";

    /// <summary>The claim that holds the name that others read.</summary>
    public string DisplayNameClaim { get; set; } = "name";

    /// <summary>Whether claims are asked of the provider's user info endpoint, too.</summary>
    public bool UserInfo { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}

/// <summary>Says which setting is wrong, before anything starts.</summary>
internal sealed class ProviderOptionsCheck(IHostEnvironment environment) : IValidateOptions<ProviderOptions>
{
    public ValidateOptionsResult Validate(string? name, ProviderOptions options)
    {
        var problems = new List<string>();
        if (!options.IsOn)
        {
            return !string.IsNullOrEmpty(options.ClientId)
                ? ValidateOptionsResult.Fail("The setting OpenIdConnect:ClientId is set, but OpenIdConnect:Authority, the provider’s address, is empty.")
                : ValidateOptionsResult.Success;
        }

        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            problems.Add($"The setting OpenIdConnect:Authority is “{options.Authority}”, which is no address such as https://login.example.org.");
        }
        else if (address.Scheme == "http" && !environment.IsDevelopment())
        {
            problems.Add("The setting OpenIdConnect:Authority must begin with https outside Development: who signs in would else be told in the open.");
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            problems.Add("The setting OpenIdConnect:ClientId is empty. The provider gives it when the portal is registered there.");
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            problems.Add("The setting OpenIdConnect:ClientSecret is empty. Keep it in the environment (OpenIdConnect__ClientSecret) or in user secrets, not in appsettings.json.");
        }

        if (string.IsNullOrWhiteSpace(options.Name))
        {
            problems.Add("The setting OpenIdConnect:Name is empty. Say what people call the sign-in, such as “your council account”.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
