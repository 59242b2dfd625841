using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Backups;
using TransformationPortal.Data.Setup;
using TransformationPortal.Web.Setup;

namespace TransformationPortal.Web.Commands;

/// <summary>Makes a backup of the embedded database and its files.</summary>
internal static class BackupCommand
{
    /// <summary>Holds the passphrase of the keys, for a backup that nobody watches.</summary>
    public const string Variable = "PORTAL_BACKUP_PASSPHRASE";

    private const int ShortestPassphrase = 15;

    private const string Description =
        "Makes a backup in one file while people work: the embedded database as it is at one moment, and the files of published editions. "
        + "The file is opened again and every edition in it checked before it gets its name. It holds password hashes and unpublished "
        + "reports: keep it as safe as the portal. On SQL Server it says what to back up instead.";

    private const string KeysDescription =
        "Take the keys of sessions along, sealed with a passphrase, so that a restore elsewhere signs nobody out. The passphrase is asked "
        + "for, or taken from the environment variable " + Variable + ".";

    public static Command Make(CommandHost host)
    {
        var to = new Option<string>("--to") { Description = "The file to make, which must not be there yet; or a folder, in which it is named by the moment.", HelpName = "FILE", Required = true };
        var keys = new Option<bool>("--keys") { Description = KeysDescription, Arity = ArgumentArity.Zero };
        var command = new Command("backup", Description) { to, keys };
        command.SetAction((asked, ct) => host.RunAsync(prepares: false, (services, folder) =>
            RunAsync(services, folder, asked.GetRequiredValue(to), asked.GetValue(keys), Console.In, Console.Out, ct)));
        return command;
    }

    /// <returns>The exit code; what was done, or why not, is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, string dataFolder, string to, bool keys, TextReader input, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider != DatabaseProvider.Sqlite)
        {
            await output.WriteLineAsync("No backup was made. " + PortalBackup.OnSqlServer);
            return CommandLine.Refused;
        }

        if (await VerifyCommand.NotReadyAsync(scope.ServiceProvider.GetRequiredService<PortalDatabase>(), ct) is { } problem)
        {
            await output.WriteLineAsync("No backup was made. " + problem);
            return CommandLine.Refused;
        }

        var passphrase = keys ? await TypedSecret.AskAsync(Variable, string.Create(CultureInfo.InvariantCulture, $"Passphrase for the keys (at least {ShortestPassphrase} characters): "), input, output) : null;
        if (passphrase?.Length < ShortestPassphrase)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"No backup was made. The passphrase must have at least {ShortestPassphrase} characters: whoever has the file may guess for as long as they like."));
            return CommandLine.Refused;
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var file = Path.GetFullPath(Directory.Exists(to) ? Path.Combine(to, string.Create(CultureInfo.InvariantCulture, $"portal-{now:yyyyMMdd-HHmmss}.backup")) : to);
        try
        {
            var made = await services.GetRequiredService<PortalBackup>().MakeAsync(new(dataFolder, file, passphrase, PortalVersion.Current), ct);
            await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(AuditAction.BackedUp, Path.GetFileName(file), Counted(made), ct, "the command backup");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"The backup was written to “{file}” and opened again: {Counted(made)}, nothing is wrong. {(keys ? "The keys of sessions are in it, sealed." : "The keys of sessions are not in it.")}"));
            return CommandLine.Done;
        }
        catch (Exception e) when (e is BackupException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync("No backup was made. " + e.Message);
            return CommandLine.Refused;
        }
    }

    /// <summary>What a backup holds, in words.</summary>
    internal static string Counted(BackupManifest made) => string.Create(CultureInfo.InvariantCulture,
        $"{made.Editions.Count} published {(made.Editions.Count == 1 ? "edition" : "editions")}, {made.Files.Sum(f => f.Length) / 1_000_000m:0.0} MB");
}
