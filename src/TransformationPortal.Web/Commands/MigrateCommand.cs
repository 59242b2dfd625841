using System.CommandLine;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Web.Commands;

/// <summary>Brings the database to this version, or says how somebody else can.</summary>
internal static class MigrateCommand
{
    private const string Description =
        "Makes the database where there is none, and brings it to this version, as a start of the portal does. With --script it changes "
        + "nothing and writes the SQL that does so on SQL Server, from any version: it can be run again, and stops at its first error.";

    public static Command Make(CommandHost host)
    {
        var script = new Option<string?>("--script") { Description = "The file to write the script into; it must not be there yet.", HelpName = "FILE" };
        var command = new Command("migrate", Description) { script };
        command.SetAction((asked, ct) => host.RunAsync(prepares: false, services => RunAsync(services, asked.GetValue(script), Console.Out, ct)));
        return command;
    }

    /// <returns>The exit code; what was done is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string? script, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDatabase>();
        if (script is null)
        {
            await database.PrepareAsync(ct);
            await output.WriteLineAsync("The database is of this version.");
            return CommandLine.Done;
        }

        if (File.Exists(script))
        {
            await output.WriteLineAsync($"The file “{script}” is there already and was not touched. Name another.");
            return CommandLine.Refused;
        }

        await File.WriteAllTextAsync(script, database.Script(), ct);
        await output.WriteLineAsync($"The script was written to “{script}”. The database was not touched.");
        return CommandLine.Done;
    }
}
