using System.ComponentModel.DataAnnotations;

namespace TransformationPortal.Web.Areas.Account.Models;

/// <summary>The address that somebody gives.</summary>
public sealed class AddressForm
{
    [Required(ErrorMessage = "Enter your email address")]
    [StringLength(256, ErrorMessage = "An email address has at most 256 characters")]
    [EmailAddress(ErrorMessage = "Enter an email address such as name@example.org")]
    public string? Email { get; set; }
}

/// <param name="Typed">What stands in the field.</param>
/// <param name="Kept">The address there is.</param>
/// <param name="CanSend">Whether the portal can send letters.</param>
public sealed record AddressPage(string? Typed, string? Kept, bool IsConfirmed, bool CanSend);

/// <summary>What the link of a letter carries.</summary>
public sealed class ConfirmAddressForm
{
    public string? Address { get; set; }

    public string? Token { get; set; }
}
