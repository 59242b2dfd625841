using System.ComponentModel.DataAnnotations;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Areas.Account.Models;

/// <summary>What a person types to sign in.</summary>
public sealed class SignInForm
{
    [Required(ErrorMessage = "Enter your user name")]
    [StringLength(256, ErrorMessage = "A user name has at most 256 characters")]
    [Display(Name = "User name")]
    public string? UserName { get; set; }

    [Required(ErrorMessage = "Enter your password")]
    [StringLength(128, ErrorMessage = "A password has at most 128 characters")]
    [Display(Name = "Password")]
    public string? Password { get; set; }

    /// <summary>Where the person was going.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>What a person types to change a password.</summary>
public sealed class PasswordForm
{
    [Required(ErrorMessage = "Enter your current password")]
    [StringLength(128, ErrorMessage = "A password has at most 128 characters")]
    [Display(Name = "Current password")]
    public string? Current { get; set; }

    [Required(ErrorMessage = "Enter a new password")]
    [StringLength(128, ErrorMessage = "A password has at most 128 characters")]
    [Display(Name = "New password")]
    public string? New { get; set; }
}

/// <summary>A password that is typed again by somebody who is signed in.</summary>
public sealed class ConfirmForm
{
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(128, ErrorMessage = "A password has at most 128 characters")]
    public string? Password { get; set; }

    /// <summary>The page that asks for it.</summary>
    public string? ReturnUrl { get; set; }
}

/// <param name="HasPassword">Whether the portal keeps a password of theirs.</param>
public sealed record ConfirmPage(bool HasPassword, ConfirmForm Form);

/// <summary>The ways in which somebody may sign in.</summary>
/// <param name="Refused">Why the council's own sign-in led nowhere; nothing where it was not tried.</param>
public sealed record SignInPage(SignInForm Form, PortalSignInOptions Ways, ProviderOptions Provider, string? Refused);

/// <summary>The signed-in person, as their account page shows them.</summary>
/// <param name="Email">The address, and whether it is confirmed; nothing where there is none.</param>
/// <param name="HasPassword">Whether the portal keeps a password of theirs.</param>
public sealed record AccountPage(
    string UserName, string DisplayName, string? Email, bool HasPassword, IReadOnlyList<string> Roles, IReadOnlyList<OwnSession> Sessions);
