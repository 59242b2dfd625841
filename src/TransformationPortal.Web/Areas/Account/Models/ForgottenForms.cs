using System.ComponentModel.DataAnnotations;

namespace TransformationPortal.Web.Areas.Account.Models;

/// <summary>Whose password is forgotten.</summary>
public sealed class ForgottenForm
{
    [Required(ErrorMessage = "Enter your user name or email address")]
    [StringLength(256, ErrorMessage = "A user name or email address has at most 256 characters")]
    public string? Who { get; set; }
}

/// <param name="CanSend">Whether the portal can send letters.</param>
public sealed record ForgottenPage(ForgottenForm Form, bool CanSend);

/// <summary>A new password, chosen by a link.</summary>
public sealed class NewPasswordForm
{
    /// <summary>Whose link it is.</summary>
    public string? User { get; set; }

    /// <summary>What makes the link good.</summary>
    public string? Token { get; set; }

    [Required(ErrorMessage = "Enter a new password")]
    [StringLength(128, ErrorMessage = "A password has at most 128 characters")]
    public string? New { get; set; }
}
