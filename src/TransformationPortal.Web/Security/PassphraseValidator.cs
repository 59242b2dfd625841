using System.Globalization;
using Microsoft.AspNetCore.Identity;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Security;

/// <summary>
/// What makes a password acceptable: length, and that it is not easily guessed from lists of common passwords, words, names
/// and keyboards, nor from what the portal knows of the person. There are no rules of composition; they make passwords weaker
/// and harder to remember.
/// </summary>
internal sealed class PassphraseValidator(IHostEnvironment environment) : IPasswordValidator<PortalUser>
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 128;

    // Of 0 to 4. Below 3, some hundred million guesses are enough.
    private const int HardToGuess = 3;

    private static readonly string[] NamesOfThePlace = ["transformation", "portal", "council", "programme"];

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var text = password ?? "";
        var problem = text.Length switch
        {
            < MinimumLength => $"Use at least {Number(MinimumLength)} characters. Three unrelated words are easy to remember.",
            > MaximumLength => $"Use at most {Number(MaximumLength)} characters.",
            _ when text.Distinct().Count() < 5 => "Use more different characters.",
            _ when IsGuessable(user, text) => "This password is easy to guess. Leave out your name, the portal’s name and common passwords.",
            _ => null,
        };
        return Task.FromResult(problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "Passphrase", Description = problem }));
    }

    private bool IsGuessable(PortalUser user, string password)
    {
        // The trial's own password stands in the documentation.
        if (password == DemoAccounts.Password)
        {
            return !environment.IsDevelopment();
        }

        if (GuessedPasswords.Contains(password))
        {
            return true;
        }

        var names = new[] { user.UserName, user.DisplayName, user.Email }
            .SelectMany(n => (n ?? "").Split([' ', '.', '@', '-', '_'], StringSplitOptions.RemoveEmptyEntries));
        return Zxcvbn.Zxcvbn.MatchPassword(password, names.Concat(NamesOfThePlace)).Score < HardToGuess;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
