using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Models;

/// <summary>What somebody has beside their password, and what they can do about it.</summary>
/// <param name="IsRequired">Whether one of their roles asks for it.</param>
/// <param name="HasPassword">Whether the portal keeps a password of theirs.</param>
/// <param name="RememberedDays">For how long a browser may be remembered; 0 where none is.</param>
public sealed record FactorsPage(HeldFactors Held, bool IsRequired, bool HasPassword, int RememberedDays, string? Done)
{
    /// <summary>A passkey's name in an address.</summary>
    public static string KeyOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);
}

/// <summary>An authenticator app that is to be set up.</summary>
/// <param name="Key">The secret, as people type it.</param>
/// <param name="Picture">The same as a QR code; SVG.</param>
public sealed record AppPage(string Key, string Picture)
{
    public static AppPage Of(PortalUser user, string key)
    {
        using var code = QRCodeGenerator.GenerateQrCode(SecondFactors.AppAddress(user, key), QRCodeGenerator.ECCLevel.M);
        using var drawn = new SvgQRCode(code);
        return new(SecondFactors.Readable(key), drawn.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}

/// <summary>Recovery codes, which are shown this once.</summary>
public sealed record CodesPage(IReadOnlyList<string> Codes, string Title);

/// <summary>A code that somebody types.</summary>
public sealed class CodeForm
{
    [Required(ErrorMessage = "Enter the code")]
    [StringLength(40, ErrorMessage = "A code has at most 40 characters")]
    public string? Code { get; set; }

    /// <summary>Whether this browser is not to be asked again for some days.</summary>
    public bool Remember { get; set; }

    /// <summary>Where the person was going.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>A passkey that a device made.</summary>
public sealed class PasskeyForm
{
    [Required(ErrorMessage = "Give the passkey a name, such as the device that keeps it")]
    [StringLength(100, ErrorMessage = "The name has at most 100 characters")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Your browser sent no passkey. Passkeys need JavaScript; an authenticator app does not")]
    [StringLength(20_000, ErrorMessage = "The passkey is too long to be one")]
    public string? Credential { get; set; }
}
