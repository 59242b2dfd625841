using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using TransformationPortal.Data;
using TransformationPortal.Data.Setup;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Setup;

/// <summary>What happens before the portal answers: the database is brought up to date, and a trial start gets something to show.</summary>
internal static class StartUp
{
    /// <summary>Runs the program; a start that fails for a reason that somebody can mend is explained in one sentence.</summary>
    /// <returns>The program's exit code: 1 where it did not start.</returns>
    public static async Task<int> ExplainAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception e) when (e is PortalDatabaseException or ImportRefusedException or OptionsValidationException or IOException or UnauthorizedAccessException
            || IsWrongSetting(e))
        {
            await Console.Error.WriteLineAsync("The Transformation Portal did not start. " + e.Message);
            return 1;
        }
    }

    /// <summary>Looks over every setting, as a start does by itself.</summary>
    /// <exception cref="OptionsValidationException">One of them is wrong.</exception>
    public static void CheckSettings(IServiceProvider services) => services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Says that the embedded database is in use for as long as the portal answers.</summary>
    /// <returns>Nothing where the database is a server's, which guards itself.</returns>
    public static SqliteUse? UseDatabase(WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PortalDatabase>().Use();
    }

    public static async Task PrepareAsync(WebApplication app, string dataFolder)
    {
        var options = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDatabase>().PrepareAsync(CancellationToken.None);
        if (await scope.ServiceProvider.GetRequiredService<PortalDatabase>().AdviceAsync(CancellationToken.None) is { } advice)
        {
            await Console.Error.WriteLineAsync(advice);
        }

        if (options.SampleProgramme)
        {
            var sample = scope.ServiceProvider.GetRequiredService<SampleProgramme>();
            _ = options.SampleQuarters == 2 ? await sample.LoadBothAsync(CancellationToken.None) : await sample.LoadAsync(CancellationToken.None);
        }

        var accounts = app.Environment.IsDevelopment() ? await DemoAccounts.EnsureAsync(scope.ServiceProvider) : [];
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, dataFolder, accounts));
    }

    // A setting of the wrong kind is found by what reads it: the binder names the setting, Serilog its value.
    private static bool IsWrongSetting(Exception e) =>
        e is InvalidOperationException && e.Source is "Microsoft.Extensions.Configuration.Binder" or "Serilog.Settings.Configuration";

    private static void Announce(WebApplication app, string dataFolder, IReadOnlyList<DemoAccount> accounts)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"The Transformation Portal is ready at {string.Join(" and ", addresses)}");
        Console.WriteLine($"Its database, files and logs are in {dataFolder}");
        if (accounts.Count > 0)
        {
            Console.WriteLine($"Demo accounts (Development only), all with the password “{DemoAccounts.Password}”:");
            foreach (var account in accounts)
            {
                Console.WriteLine($"  {account.UserName,-16} {account.DisplayName} ({account.Role})");
            }
        }

        Console.WriteLine("Stop it with Ctrl+C.");
        Console.WriteLine();
    }
}
