using System.CommandLine;
using System.Globalization;
using TransformationPortal.Data.Entities;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Commands;

/// <summary>Somebody who is to get an account.</summary>
internal sealed record NewUser(string Name, string Role, string? Display);

/// <summary>
/// How the first administrator comes to be. The password never stands on the command line, where other users of the machine
/// could read it.
/// </summary>
internal static class AddUserCommand
{
    private const string Description =
        "Makes an account. The password is asked for, or taken from the environment variable PORTAL_PASSWORD; it is never part of the command.";

    public static Command Make(CommandHost host)
    {
        var name = new Option<string>("--name") { Description = "What the person signs in with.", HelpName = "NAME", Required = true };
        var role = new Option<string>("--role") { Description = $"What the person may do: {string.Join(", ", Roles.All)}.", HelpName = "ROLE", Required = true };
        var display = new Option<string?>("--display") { Description = "What others see in place of the name, such as a job title.", HelpName = "\"Job title\"" };
        var command = new Command("add-user", Description) { name, role, display };
        command.SetAction((asked, _) => host.RunAsync(prepares: true, services =>
            RunAsync(services, new(asked.GetRequiredValue(name), asked.GetRequiredValue(role), asked.GetValue(display)), Console.In, Console.Out)));
        return command;
    }

    /// <returns>The exit code; what was done, or why not, is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, NewUser user, TextReader input, TextWriter output)
    {
        if (Roles.All.FirstOrDefault(r => r.Equals(user.Role, StringComparison.OrdinalIgnoreCase)) is not { } role)
        {
            await output.WriteLineAsync($"There is no role “{user.Role}”. The roles are {string.Join(", ", Roles.All)}.");
            return CommandLine.Refused;
        }

        var question = string.Create(CultureInfo.InvariantCulture, $"Password for {user.Name} (at least {PassphraseValidator.MinimumLength} characters): ");
        var password = await TypedSecret.AskAsync("PORTAL_PASSWORD", question, input, output);
        await using var scope = services.CreateAsyncScope();
        var account = new PortalUser { UserName = user.Name, DisplayName = user.Display ?? user.Name };
        var result = await scope.ServiceProvider.GetRequiredService<People>().CreateAsync(account, password, [role]);
        await output.WriteLineAsync(result.Succeeded
            ? $"{user.Name} can now sign in as {role}."
            : "The account was not made. " + string.Join(' ', result.Errors.Select(e => e.Description)));
        return result.Succeeded ? CommandLine.Done : CommandLine.Refused;
    }
}
