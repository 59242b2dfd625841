using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Setup;

/// <summary>
/// The command <c>add-user --name NAME --role ROLE [--display "Job title"]</c>: how the first administrator comes to be.
/// The password is asked for, or taken from the environment variable <c>PORTAL_PASSWORD</c>; it never stands on the
/// command line, where other users of the machine could read it.
/// </summary>
internal static class UserCommand
{
    public const string Name = "add-user";

    private const string Usage = "Usage: add-user --name NAME --role ROLE [--display \"Job title\"]";

    public static bool IsAsked(string[] args) => args.Contains(Name, StringComparer.Ordinal);

    /// <returns>0 when the account was made, 1 when it was refused; the reason is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextReader input, TextWriter output)
    {
        var (name, role, display) = (Value(args, "--name"), Value(args, "--role"), Value(args, "--display"));
        if (name is null || role is null)
        {
            await output.WriteLineAsync($"{Usage}. Roles: {string.Join(", ", Roles.All)}.");
            return 1;
        }

        if (Roles.All.FirstOrDefault(r => r.Equals(role, StringComparison.OrdinalIgnoreCase)) is not { } known)
        {
            await output.WriteLineAsync($"There is no role “{role}”. The roles are {string.Join(", ", Roles.All)}.");
            return 1;
        }

        var password = Environment.GetEnvironmentVariable("PORTAL_PASSWORD");
        if (string.IsNullOrEmpty(password))
        {
            await output.WriteAsync($"Password for {name} (at least {PassphraseValidator.MinimumLength.ToString(System.Globalization.CultureInfo.InvariantCulture)} characters): ");
            password = await input.ReadLineAsync() ?? "";
        }

        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<People>().CreateAsync(new PortalUser { UserName = name, DisplayName = display ?? name }, password, [known]);
        await output.WriteLineAsync(result.Succeeded
            ? $"{name} can now sign in as {known}."
            : "The account was not made. " + string.Join(' ', result.Errors.Select(e => e.Description)));
        return result.Succeeded ? 0 : 1;
    }

    private static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal) ? args[at + 1] : null;
    }
}
