using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace TransformationPortal.Provider;

/// <summary>Who signs in next, as the tests say.</summary>
internal sealed record SignedInPerson(string Subject, string UserName, string Name, string? Email, string[] Groups, string Session);

/// <summary>What is wrong with the next identity token; nothing where it is right.</summary>
/// <param name="Issuer">In the place of the provider's own.</param>
/// <param name="Audience">In the place of the portal.</param>
/// <param name="Nonce">In the place of the one that was asked for.</param>
/// <param name="ShiftSeconds">By how much its times are moved; negative into the past.</param>
/// <param name="OtherKey">Whether somebody else's key signs it.</param>
/// <param name="Unsigned">Whether nobody signs it.</param>
internal sealed record Fault(string? Issuer, string? Audience, string? Nonce, long ShiftSeconds, bool OtherKey, bool Unsigned);

/// <summary>What the tests have set.</summary>
internal sealed class ProviderState
{
    public SignedInPerson? Person { get; set; }

    public Fault? Fault { get; set; }

    public static SigningCredentials NewKey()
    {
        var key = new RsaSecurityKey(RSA.Create(2048));
        key.KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        return new(key, SecurityAlgorithms.RsaSha256);
    }
}
