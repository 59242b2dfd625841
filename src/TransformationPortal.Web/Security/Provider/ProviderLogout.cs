using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TransformationPortal.Web.Security;

/// <summary>
/// Back-channel logout: the provider tells the portal that somebody's session ended there. Believed only where its token is
/// signed by the provider, meant for the portal, and new. A token that is sent twice ends nothing that began after it.
/// </summary>
public sealed class ProviderLogout(
    IOptionsMonitor<OpenIdConnectOptions> oidc, ProviderAccounts accounts, UserSessions sessions, TimeProvider clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan OldestTaken = TimeSpan.FromMinutes(10);
    private static readonly string[] Types = ["", "JWT", "logout+jwt"];

    /// <summary>Ends the sessions that a logout token names.</summary>
    /// <returns>Why the token is not believed; nothing where they have ended, or there were none.</returns>
    public async Task<string?> EndAsync(string token, CancellationToken ct)
    {
        var options = oidc.Get(ProviderSetup.Scheme);
        var validated = await ValidateAsync(options, token, ct);
        if (!validated.IsValid || validated.SecurityToken is not JsonWebToken logout)
        {
            return $"The token is not valid: {validated.Exception?.GetType().Name}.";
        }

        if (Problem(logout, options.TokenValidationParameters.ClockSkew) is { } problem)
        {
            return problem;
        }

        var subject = Text(logout, "sub");
        var user = subject is null ? null : await accounts.FindAsync(logout.Issuer, subject);
        if (subject is null || user is not null)
        {
            await sessions.EndOfProviderAsync(user?.Id, Text(logout, "sid"), logout.IssuedAt + options.TokenValidationParameters.ClockSkew);
        }

        return null;
    }

    private async Task<TokenValidationResult> ValidateAsync(OpenIdConnectOptions options, string token, CancellationToken ct)
    {
        var result = await OnceAsync();
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider has changed its keys: they are fetched while this waits for them, once in a while.
            var known = await options.ConfigurationManager!.GetConfigurationAsync(ct);
            options.ConfigurationManager.RequestRefresh();
            for (var tries = 0; tries < 20 && ReferenceEquals(known, await options.ConfigurationManager.GetConfigurationAsync(ct)); tries++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }

            result = await OnceAsync();
        }

        return result;

        async Task<TokenValidationResult> OnceAsync()
        {
            var provider = await options.ConfigurationManager!.GetConfigurationAsync(ct);
            var wanted = options.TokenValidationParameters.Clone();
            wanted.ValidIssuer = provider.Issuer;
            wanted.ValidAudience = options.ClientId;
            wanted.IssuerSigningKeys = provider.SigningKeys;
            wanted.RequireSignedTokens = true;

            // Not every provider gives them an end; how old one may be is asked below.
            wanted.RequireExpirationTime = false;
            return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, wanted);
        }
    }

    private string? Problem(JsonWebToken token, TimeSpan skew)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return !Types.Contains(token.Typ ?? "", StringComparer.OrdinalIgnoreCase) ? "The token is of another type."
            : Text(token, "jti") is null ? "The token has no jti."
            : token.TryGetPayloadValue<object>("nonce", out _) ? "The token has a nonce, as no logout token has."
            : token.IssuedAt < now - OldestTaken || token.IssuedAt > now + skew ? "The token is not new."
            : !IsLogout(token) ? "The token tells of no logout."
            : Text(token, "sub") is null && Text(token, "sid") is null ? "The token names neither a person nor a session."
            : null;
    }

    private static bool IsLogout(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var about) && about.ValueKind == JsonValueKind.Object;

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) && !string.IsNullOrEmpty(text) ? text : null;
}
