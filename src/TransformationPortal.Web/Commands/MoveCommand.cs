using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using TransformationPortal.Data.Moving;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Web.Commands;

/// <summary>Carries a programme from one kind of database to the other.</summary>
internal static class MoveCommand
{
    /// <summary>The setting that says where the database to move to is.</summary>
    public const string Target = "ConnectionStrings:Target";

    private const string Description =
        "Carries everything from the portal's database, which the settings name, to an empty one of the other kind, which the setting "
        + Target + " names: every row as it is, published editions byte for byte. Then counts the rows on both sides, opens every "
        + "edition and compares every row. Stop the portal first; afterwards set Database:Provider and ConnectionStrings:Portal to the new one.";

    public static Command Make(CommandHost host)
    {
        var kinds = string.Join(" or ", Enum.GetNames<DatabaseProvider>());
        var from = new Option<DatabaseProvider>("--from") { Description = $"The kind that the portal has now: {kinds}.", HelpName = "KIND", Required = true };
        var to = new Option<DatabaseProvider>("--to") { Description = $"The kind to move to: {kinds}.", HelpName = "KIND", Required = true };
        var command = new Command("move", Description) { from, to };
        command.SetAction((asked, ct) => host.RunAsync(prepares: false, services =>
            RunAsync(services, asked.GetRequiredValue(from), asked.GetRequiredValue(to), Console.Out, ct)));
        return command;
    }

    /// <returns>The exit code; what was done, or why not, is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, DatabaseProvider from, DatabaseProvider to, TextWriter output, CancellationToken ct)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (Problem(options, from, to, services.GetRequiredService<IConfiguration>()[Target]) is { } problem)
        {
            await output.WriteLineAsync("Nothing was moved. " + problem);
            return CommandLine.Refused;
        }

        try
        {
            await using var scope = services.CreateAsyncScope();
            var moved = await scope.ServiceProvider.GetRequiredService<PortalMove>().MoveAsync(new()
            {
                Provider = to,
                ConnectionString = services.GetRequiredService<IConfiguration>()[Target]!,
                CommandTimeout = options.CommandTimeout,
                CompatibilityLevel = options.CompatibilityLevel,
                MaxBatchSize = options.MaxBatchSize,
            }, ct);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Everything was carried over and compared: {moved.Rows} rows of {moved.Tables} tables, {moved.Editions} published {(moved.Editions == 1 ? "edition" : "editions")} byte for byte, every row alike."));
            await output.WriteLineAsync($"Set Database:Provider to {to} and ConnectionStrings:Portal to what {Target} holds now. The database before was only read.");
            return CommandLine.Done;
        }
        catch (Exception e) when (e is MoveException or PortalDatabaseException)
        {
            await output.WriteLineAsync("Nothing was moved. " + e.Message);
            return CommandLine.Refused;
        }
    }

    private static string? Problem(DatabaseOptions options, DatabaseProvider from, DatabaseProvider to, string? target) => (from, to, target) switch
    {
        _ when from != options.Provider => $"The portal’s database is {options.Provider}, as Database:Provider says, and not {from}.",
        _ when to == from => "It is of that kind already. Between two of one kind, use backup and restore, or the server's own tools.",
        (_, _, null or "") => $"The setting {Target} is empty. Say there, or in the environment variable ConnectionStrings__Target, where the database to move to is.",
        _ => DatabaseSettings.ConnectionFault(new() { Provider = to, ConnectionString = target! }) is { } fault ? $"The setting {Target} {fault}." : null,
    };
}
