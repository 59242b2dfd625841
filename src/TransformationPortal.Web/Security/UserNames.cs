using System.ComponentModel.DataAnnotations;

namespace TransformationPortal.Web.Security;

/// <summary>What a user name may be: it stands in the address of the person's page, and must lead there.</summary>
public static class UserNames
{
    // Pages that stand where a person's page would.
    private static readonly string[] Reserved = ["invite"];

    /// <summary>Why a name will not do, as a sentence without its full stop; nothing where it will.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0 || !char.IsAsciiLetterOrDigit(name[0]) || !char.IsAsciiLetterOrDigit(name[^1]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || ".-_@+".Contains(c, StringComparison.Ordinal)))
        {
            return "A user name holds letters and figures, with . - _ @ + only between them";
        }

        return Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"“{name}” is a page of the portal and cannot be a user name. Choose another" : null;
    }
}

/// <summary>Holds a field against <see cref="UserNames"/>; an empty one passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UserNameAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string { Length: > 0 } text && UserNames.Problem(text.Trim()) is { } problem ? new ValidationResult(problem, [validationContext.MemberName!]) : ValidationResult.Success;
}
