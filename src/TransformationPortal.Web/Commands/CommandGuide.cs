using System.CommandLine;
using System.Text;

namespace TransformationPortal.Web.Commands;

/// <summary>The page of the guide about the program's commands, made from what <c>--help</c> says.</summary>
internal static class CommandGuide
{
    private const string Beginning = """
        # The program's commands

        This page is made from the program's own help, and a test holds the two together. Start a command in the folder of the
        published portal, for instance `dotnet TransformationPortal.Web.dll verify`; `--help` after any of them says what it takes.
        `--version` says which version this is.

        | Ends with | When |
        |---|---|
        | 0 | It was done, or nothing is wrong |
        | 1 | It was not done, or something is wrong; the output says what |
        | 2 | The command line was not understood; nothing was touched |
        """;

    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var root = CommandLine.Root([], _ => Task.FromResult(CommandLine.Done));
        var page = new StringBuilder(Beginning).Append("\n\n").Append(root.Description).Append('\n');
        foreach (var command in root.Subcommands)
        {
            page.Append("\n## ").Append(command.Name).Append("\n\n").Append(command.Description).Append('\n');
            if (command.Options.Count > 0)
            {
                page.Append("\n| Option | |\n|---|---|\n");
                foreach (var option in command.Options)
                {
                    page.Append("| `").Append($"{option.Name} {option.HelpName}".TrimEnd()).Append("` | ")
                        .Append(option.Description).Append(option.Required ? " Needed." : "").Append(" |\n");
                }
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }
}
