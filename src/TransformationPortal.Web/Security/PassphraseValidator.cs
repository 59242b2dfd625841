using Microsoft.AspNetCore.Identity;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Web.Security;

/// <summary>
/// What makes a password acceptable: length, and that it is not easily guessed from the name, the portal or the keyboard.
/// There are no rules of composition; they make passwords weaker and harder to remember.
/// </summary>
internal sealed class PassphraseValidator : IPasswordValidator<PortalUser>
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 128;

    private static readonly string[] Guessable =
        ["password", "passw0rd", "letmein", "welcome", "qwerty", "transformation", "portal", "council", "123456", "abcdef", "admin"];

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var text = password ?? "";
        var problem = text.Length switch
        {
            < MinimumLength => $"Use at least {Number(MinimumLength)} characters. Three unrelated words are easy to remember.",
            > MaximumLength => $"Use at most {Number(MaximumLength)} characters.",
            _ when text.Distinct().Count() < 5 => "Use more different characters.",
            _ when Remainder(user, text).Length < MinimumLength / 2 => "This password is easy to guess. Leave out your name, the portal’s name and common passwords.",
            _ => null,
        };
        return Task.FromResult(problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "Passphrase", Description = problem }));
    }

    // What is left of the password once everything a stranger would guess is taken out.
    private static string Remainder(PortalUser user, string password)
    {
        var names = new[] { user.UserName, user.DisplayName, user.Email }
            .SelectMany(n => (n ?? "").Split([' ', '.', '@', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length > 3);
        return names.Concat(Guessable).Aggregate(password, (rest, guess) => rest.Replace(guess, "", StringComparison.OrdinalIgnoreCase));
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
