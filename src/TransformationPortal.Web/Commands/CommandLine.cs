using System.CommandLine;
using System.CommandLine.Invocation;

namespace TransformationPortal.Web.Commands;

/// <summary>
/// What the program is told when it is started. Without a command it answers readers. Settings are for the configuration;
/// whatever else it does not know ends it, so that a mistyped command never starts a server.
/// </summary>
internal static class CommandLine
{
    /// <summary>It was done, or nothing is wrong.</summary>
    public const int Done = 0;

    /// <summary>It was not done, or something is wrong; the output says what.</summary>
    public const int Refused = 1;

    /// <summary>The command line was not understood; nothing was touched.</summary>
    public const int NotUnderstood = 2;

    private static readonly string[] HostSettings =
        ["applicationName", "contentRoot", "environment", "http_ports", "https_ports", "urls", "webRoot"];

    private static readonly string[] Sections =
        ["ConnectionStrings", "Database", "Kestrel", "Logging", "Mail", "OpenIdConnect", "Portal", "Reports", "Serilog", "SignIn"];

    /// <summary>Does what the program was started for.</summary>
    /// <param name="serve">Answers readers until it is told to stop, with the settings that were given.</param>
    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve)
    {
        var (settings, words) = Split(args);
        var asked = Root(settings, serve).Parse(words);
        if (asked.Action is ParseErrorAction)
        {
            foreach (var error in asked.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Nothing was done. --help says what there is.");
            return NotUnderstood;
        }

        // What fails for a reason that somebody can mend is explained by the start, as it is when the portal serves.
        return await asked.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>All that can be asked for: what the help and the guide are made from.</summary>
    public static RootCommand Root(string[] settings, Func<string[], Task<int>> serve)
    {
        var host = new CommandHost(settings);
        var root = new RootCommand(
            "Without a command the portal starts and answers until it is stopped. Settings can be given to it and to every command: "
            + "--urls, --environment, or any other by its name, such as --Portal:DataFolder /srv/portal.")
        {
            AddUserCommand.Make(host),
            BackupCommand.Make(host),
            MigrateCommand.Make(host),
            MoveCommand.Make(host),
            RestoreCommand.Make(host),
            VerifyCommand.Make(host),
        };
        root.SetAction((_, _) => serve(settings));
        return root;
    }

    private static (string[] Settings, string[] Words) Split(string[] args)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. settings], [.. words]);
    }

    private static bool IsSetting(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = word[2..].Split('=')[0];
        return HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Sections.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase);
    }
}
