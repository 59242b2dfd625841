using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace TransformationPortal.Provider;

/// <summary>
/// A provider of OpenID Connect as a council runs one, with one client, <c>portal</c>. Whoever the tests have named is signed
/// in without being asked; below <c>/control</c> the tests say who that is and what is to be wrong.
/// </summary>
internal static class ProviderHost
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var state = new ProviderState();
        builder.Services.AddSingleton(state);
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, state));
        var app = builder.Build();
        app.UseAuthentication();
        app.MapMethods("/connect/authorize", [HttpMethods.Get], (HttpContext http) => Authorise(http, state));
        app.MapMethods("/connect/logout", [HttpMethods.Get, HttpMethods.Post], () => Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]));
        app.MapPost("/control/person", (SignedInPerson person) => state.Person = person);
        app.MapPost("/control/fault", (Fault fault) => state.Fault = fault);
        app.MapPost("/control/no-fault", () => state.Fault = null);
        app.MapPost("/control/new-key", (IOptionsMonitor<OpenIddictServerOptions> options) =>
        {
            options.CurrentValue.SigningCredentials.Clear();
            options.CurrentValue.SigningCredentials.Add(ProviderState.NewKey());
        });
        app.MapPost("/control/logout-token", (HttpRequest request, IOptionsMonitor<OpenIddictServerOptions> options, string? sub, string? sid) =>
            ForgedTokens.Logout($"{request.Scheme}://{request.Host}/", sub, sid, state.Fault, options.CurrentValue.SigningCredentials[0], TimeProvider.System.GetUtcNow()));
        await app.RunAsync();
    }

    private static void Configure(OpenIddictServerBuilder server, ProviderState state)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Email, Scopes.Profile);
        server.RegisterClaims("groups", "sid");
        server.AddEphemeralEncryptionKey();
        server.AddSigningCredentials(ProviderState.NewKey());

        // No database: what the client may do is said here.
        server.EnableDegradedMode();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != "portal" || context.RedirectUri?.EndsWith("/signin-oidc", StringComparison.Ordinal) != true)
            {
                context.Reject(Errors.InvalidClient, "Not a client of this provider.");
            }

            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != "portal" || context.ClientSecret != "secret of the portal")
            {
                context.Reject(Errors.InvalidClient, "Not a client of this provider.");
            }

            return default;
        }));
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.PostLogoutRedirectUri?.EndsWith("/signout-callback-oidc", StringComparison.Ordinal) != true)
            {
                context.Reject(Errors.InvalidRequest, "Not an address of the client.");
            }

            return default;
        }));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order + 1)
            .UseInlineHandler(context =>
            {
                if (context.TokenType == TokenTypeIdentifiers.IdentityToken && state.Fault is { } fault && context.Token is { } token)
                {
                    context.Token = ForgedTokens.With(fault, token, context.Options.SigningCredentials[0]);
                }

                return default;
            }));
    }

    private static IResult Authorise(HttpContext http, ProviderState state)
    {
        if (state.Person is not { } person)
        {
            return Results.Forbid(new Microsoft.AspNetCore.Authentication.AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
            }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("Tests", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.PreferredUsername, person.UserName).SetClaim(Claims.Name, person.Name);
        identity.SetClaim(Claims.Email, person.Email).SetClaim("sid", person.Session);
        identity.SetClaims("groups", [.. person.Groups]);
        identity.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
