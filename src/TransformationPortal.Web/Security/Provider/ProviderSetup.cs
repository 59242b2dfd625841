using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TransformationPortal.Web.Security;

/// <summary>The council's own sign-in: any provider of OpenID Connect, by authorisation code with PKCE.</summary>
internal static class ProviderSetup
{
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    // What the answer says, carried from the provider's callback to the page that makes a session of it.
    public const string Issuer = "portal:issuer";
    public const string IdToken = "id_token";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    public static void AddProvider(this WebApplicationBuilder builder, PortalCookies cookies)
    {
        var services = builder.Services;
        services.AddOptions<ProviderOptions>().BindConfiguration(ProviderOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProviderOptions>, ProviderOptionsCheck>();
        services.AddScoped<ProviderAccounts>();
        services.AddScoped<ClaimRules>();
        services.AddScoped<ProviderLogout>();
        var settings = builder.Configuration.GetSection(ProviderOptions.Section).Get<ProviderOptions>() ?? new ProviderOptions();
        if (!settings.IsOn || string.IsNullOrWhiteSpace(settings.ClientId))
        {
            return;
        }

        services.AddAuthentication().AddOpenIdConnect(Scheme, settings.Name, oidc =>
        {
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            oidc.SignOutScheme = IdentityConstants.ExternalScheme;
            oidc.Authority = settings.Authority;
            oidc.ClientId = settings.ClientId;
            oidc.ClientSecret = settings.ClientSecret;
            oidc.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            oidc.ResponseType = OpenIdConnectResponseType.Code;

            // By address, so that cookies which no other site's form may bring are enough.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.UsePkce = true;
            oidc.MapInboundClaims = false;
            oidc.GetClaimsFromUserInfoEndpoint = settings.UserInfo;
            foreach (var scope in settings.Scopes)
            {
                oidc.Scope.Add(scope);
            }

            if (settings.UserInfo)
            {
                oidc.ClaimActions.MapAll();
            }

            oidc.TokenValidationParameters.ClockSkew = ClockSkew;
            oidc.TokenValidationParameters.NameClaimType = settings.UserNameClaim;

            // Another site must not end sessions by a picture; the provider itself says so over the back channel.
            oidc.RemoteSignOutPath = default;
            foreach (var (cookie, name) in new[] { (oidc.CorrelationCookie, "portal-asked-"), (oidc.NonceCookie, "portal-once-") })
            {
                cookies.Guard(cookie, name);
                cookie.SameSite = SameSiteMode.Lax;
            }

            oidc.Events = new OpenIdConnectEvents
            {
                OnTokenValidated = Validated,
                OnRemoteFailure = FailedThere,
                OnRedirectToIdentityProviderForSignOut = EndsThere,
            };
        });
    }

    /// <summary>Where the provider is, as far as forms may be answered from there; nothing where there is none.</summary>
    public static string? Origin(ProviderOptions options) =>
        options.IsOn && Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>Leads the browser to the provider, to end the session there, too.</summary>
    /// <returns>Whether it is led there; not where the provider cannot be reached.</returns>
    public static async Task<bool> SignOutThereAsync(HttpContext http, string idToken, string returnTo)
    {
        try
        {
            var properties = new AuthenticationProperties { RedirectUri = returnTo };
            properties.SetParameter(IdToken, idToken);
            await http.SignOutAsync(Scheme, properties);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            Log(http).LogWarning(e, "The session has ended here, but the provider could not be asked to end it there");
            return false;
        }
    }

    private static Task Validated(TokenValidatedContext context)
    {
        if (context.SecurityToken.IssuedAt > TimeProvider.System.GetUtcNow().UtcDateTime + ClockSkew)
        {
            context.Fail("The identity token was issued in the future.");
            return Task.CompletedTask;
        }

        context.Properties!.Items[Issuer] = context.SecurityToken.Issuer;
        context.Properties.StoreTokens([new() { Name = IdToken, Value = context.TokenEndpointResponse?.IdToken ?? "" }]);
        return Task.CompletedTask;
    }

    private static Task FailedThere(RemoteFailureContext context)
    {
        Log(context.HttpContext).LogWarning(context.Failure, "The provider's answer was refused");
        var reason = context.Request.Query["error"] == "access_denied" ? ProviderRefusals.Declined : ProviderRefusals.NotTrusted;
        context.Response.Redirect($"{context.Request.PathBase}/account/sign-in?refused={reason}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static Task EndsThere(RedirectContext context)
    {
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            // Some providers have no such page: the session has ended here.
            context.Response.Redirect(context.Properties.RedirectUri!);
            context.HandleResponse();
            return Task.CompletedTask;
        }

        context.ProtocolMessage.ClientId = context.Options.ClientId;
        context.ProtocolMessage.IdTokenHint = context.Properties.GetParameter<string>(IdToken) is { Length: > 0 } token ? token : null;
        return Task.CompletedTask;
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSetup));
}

/// <summary>Why the council's own sign-in led nowhere: a word in the address, a sentence on the page.</summary>
internal static class ProviderRefusals
{
    public const string Declined = "declined";
    public const string NotTrusted = "not-trusted";
    public const string NotReached = "not-reached";
    public const string NotInvited = "not-invited";
    public const string Taken = "taken";
    public const string NoName = "no-name";
    public const string Disabled = "disabled";

    public static string? Sentence(string? word) => word switch
    {
        Declined => "The council’s sign-in was broken off. Try again, or ask an administrator of the portal.",
        NotTrusted => "The answer of the council’s sign-in could not be trusted, came too late or was used before. Try again; if that does not help, tell an administrator.",
        NotReached => "The council’s sign-in cannot be reached. Try again later, or tell an administrator.",
        NotInvited => "The council’s sign-in knows you, but you have no account of the portal. Ask an administrator to invite you.",
        Taken => "The portal has an account of your user name that has a password. Ask an administrator to join it with the council’s sign-in.",
        NoName => "The council’s sign-in told the portal no user name that it can use. Tell an administrator.",
        Disabled => "Your account of the portal is disabled. Ask an administrator.",
        _ => null,
    };
}
