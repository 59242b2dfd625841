using System.CommandLine;
using System.Globalization;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Setup;

namespace TransformationPortal.Web.Commands;

/// <summary>Looks whether what was published is what is stored.</summary>
internal static class VerifyCommand
{
    private const string Description =
        "Opens every published edition and checks that it is what was published: its content against its seal, and what stands beside "
        + "it. Changes nothing. Says what is wrong, one line each, and ends with 1 where anything is. To be run after a restore, and nightly.";

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
        var health = await scope.ServiceProvider.GetRequiredService<PortalDatabase>().HealthAsync(ct);
        if (!health.IsReady)
        {
            await output.WriteLineAsync(health.IsReachable
                ? $"The database lacks changes of this version: {string.Join(", ", health.PendingMigrations)}. Start the portal once, which brings it up to date, and verify again."
                : "The database is not there or does not answer. Look at Portal:DataFolder, or at ConnectionStrings:Portal.");
            return CommandLine.Refused;
        }

        var verified = await scope.ServiceProvider.GetRequiredService<EditionStore>().VerifyAsync(ct);
        foreach (var wrong in verified.Wrong)
        {
            await output.WriteLineAsync(wrong);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{verified.Editions} published {(verified.Editions == 1 ? "edition" : "editions")} checked: {(verified.Wrong.Count == 0 ? "nothing is wrong" : $"{verified.Wrong.Count} wrong")}."));
        return verified.Wrong.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }
}
