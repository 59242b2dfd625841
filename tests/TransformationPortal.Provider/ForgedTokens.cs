using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TransformationPortal.Provider;

/// <summary>Tokens that are wrong in one way.</summary>
internal static class ForgedTokens
{
    private static readonly string[] Times = ["iat", "nbf", "exp", "auth_time"];

    /// <summary>The same token with its fault, signed anew.</summary>
    public static string With(Fault fault, string token, SigningCredentials own)
    {
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(new JsonWebToken(token).EncodedPayload))!.AsObject();
        Change(payload, fault);
        var handler = new JsonWebTokenHandler();
        return fault.Unsigned ? handler.CreateToken(payload.ToJsonString())
            : handler.CreateToken(payload.ToJsonString(), fault.OtherKey ? ProviderState.NewKey() : own);
    }

    /// <summary>That a session has ended, for the portal's back channel.</summary>
    public static string Logout(string issuer, string? subject, string? session, Fault? fault, SigningCredentials own, DateTimeOffset now)
    {
        var payload = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = "portal",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
            ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        };
        if (subject is not null)
        {
            payload["sub"] = subject;
        }

        if (session is not null)
        {
            payload["sid"] = session;
        }

        if (fault?.Nonce is { } nonce)
        {
            payload["nonce"] = nonce;
        }

        Change(payload, fault ?? new(null, null, null, 0, OtherKey: false, Unsigned: false));
        var handler = new JsonWebTokenHandler();
        return fault is { Unsigned: true } ? handler.CreateToken(payload.ToJsonString())
            : handler.CreateToken(payload.ToJsonString(), fault is { OtherKey: true } ? ProviderState.NewKey() : own);
    }

    private static void Change(JsonObject payload, Fault fault)
    {
        payload["iss"] = fault.Issuer ?? payload["iss"]!.GetValue<string>();
        if (fault.Audience is not null)
        {
            payload["aud"] = fault.Audience;
        }

        if (fault.Nonce is not null)
        {
            payload["nonce"] = fault.Nonce;
        }

        foreach (var time in Times.Where(payload.ContainsKey))
        {
            payload[time] = payload[time]!.GetValue<long>() + fault.ShiftSeconds;
        }
    }
}
