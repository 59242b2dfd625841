using System.CommandLine;
using System.Globalization;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Web.Commands;

/// <summary>Looks whether what was published is what is stored.</summary>
internal static class VerifyCommand
{
    private const string Description =
        "Opens every published edition and every file that was made of one, walks the chain of the audit log, and checks that editions, histories of "
        + "reports and registers, and approved positions are what the log says was written. Changes nothing in the database. Says what is wrong, one "
        + "line each, and ends with 1 where anything is. To be run after a restore; a portal that runs does it each night.";

    public static Command Make(CommandHost host)
    {
        var command = new Command("verify", Description);
        command.SetAction((_, ct) => host.RunAsync(prepares: false, services => RunAsync(services, Console.Out, ct)));
        return command;
    }

    /// <returns>The exit code; what was found is written to <paramref name="output"/>.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if (await NotReadyAsync(scope.ServiceProvider.GetRequiredService<PortalDatabase>(), ct) is { } problem)
        {
            await output.WriteLineAsync(problem);
            return CommandLine.Refused;
        }

        var anchors = scope.ServiceProvider.GetRequiredService<AuditAnchorFile>();
        var verified = await scope.ServiceProvider.GetRequiredService<PortalVerification>().VerifyAsync(anchors.Read(), ct);
        foreach (var wrong in verified.Wrong)
        {
            await output.WriteLineAsync(wrong);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{verified.Editions} published {(verified.Editions == 1 ? "edition" : "editions")} and {verified.AuditEntries} {(verified.AuditEntries == 1 ? "entry" : "entries")} of the audit log checked: {(verified.Wrong.Count == 0 ? "nothing is wrong" : $"{verified.Wrong.Count} wrong")}."));
        if (verified is { Wrong.Count: 0, Last: { } whole })
        {
            anchors.Write(whole);
        }

        return verified.Wrong.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }

    /// <summary>Why the database cannot be read by this version; nothing where it can.</summary>
    internal static async Task<string?> NotReadyAsync(PortalDatabase database, CancellationToken ct) => await database.HealthAsync(ct) switch
    {
        { IsReady: true } => null,
        { IsReachable: true } health =>
            $"The database lacks changes of this version: {string.Join(", ", health.PendingMigrations)}. Start the portal once, which brings it up to date, and try again.",
        _ => "The database is not there or does not answer. Look at Portal:DataFolder, or at ConnectionStrings:Portal.",
    };
}
