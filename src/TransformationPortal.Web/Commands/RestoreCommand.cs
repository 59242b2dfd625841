using System.CommandLine;
using System.Globalization;
using TransformationPortal.Data.Backups;

namespace TransformationPortal.Web.Commands;

/// <summary>Puts a backup in the place of the embedded database and its files.</summary>
internal static class RestoreCommand
{
    private const string Description =
        "Puts a backup in the place of the embedded database and its files, while no portal runs. Everything in it is checked first, and a "
        + "backup of an earlier version brought to this one; one that is damaged is refused, and nothing changed. What was there before "
        + "is kept in a folder beside it. On SQL Server, restore the database with the server's own tools and run verify.";

    public static Command Make(CommandHost host)
    {
        var from = new Option<string>("--from") { Description = "The backup.", HelpName = "FILE", Required = true };
        var overwrite = new Option<bool>("--overwrite") { Description = "Let a database that is there make room. Without it, one that is there is not touched.", Arity = ArgumentArity.Zero };
        var keys = new Option<bool>("--keys") { Description = $"Open the keys of sessions too. The passphrase is asked for, or taken from the environment variable {BackupCommand.Variable}.", Arity = ArgumentArity.Zero };
        var command = new Command("restore", Description) { from, overwrite, keys };
        command.SetAction((asked, ct) => host.RunAsync(prepares: false, async (services, folder) =>
        {
            var passphrase = asked.GetValue(keys) ? await TypedSecret.AskAsync(BackupCommand.Variable, "Passphrase of the keys: ", Console.In, Console.Out) : null;
            return await RunAsync(services, new(folder, Path.GetFullPath(asked.GetRequiredValue(from)), asked.GetValue(overwrite), passphrase), Console.Out, ct);
        }));
        return command;
    }

    /// <returns>The exit code; what was done, or why not, is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, RestoreRequest request, TextWriter output, CancellationToken ct)
    {
        try
        {
            var restored = await services.GetRequiredService<PortalRestore>().RestoreAsync(request, ct);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"The backup of {restored.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC, version {restored.Manifest.Version}, was restored: {BackupCommand.Counted(restored.Manifest)}, nothing is wrong."));
            await output.WriteLineAsync(restored.HasKeys ? "The keys of sessions came with it." : "Keys of sessions did not come with it: where there are none, everybody signs in again.");
            if (restored.KeptIn is { } kept)
            {
                await output.WriteLineAsync($"What was there before is in “{kept}”. Remove it once you have looked at the portal.");
            }

            return CommandLine.Done;
        }
        catch (Exception e) when (e is BackupException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync("Nothing was restored. " + e.Message);
            return CommandLine.Refused;
        }
    }
}
