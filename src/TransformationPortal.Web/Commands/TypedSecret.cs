using System.Text;

namespace TransformationPortal.Web.Commands;

/// <summary>What somebody types that nobody else is to see. It never stands on a command line, where other users of the machine could read it.</summary>
internal static class TypedSecret
{
    /// <summary>The secret of an environment variable, or else what is typed after the question.</summary>
    public static async Task<string> AskAsync(string variable, string question, TextReader input, TextWriter output)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given)
        {
            return given;
        }

        await output.WriteAsync(question);
        return ReferenceEquals(input, Console.In) && !Console.IsInputRedirected ? Unseen() : await input.ReadLineAsync() ?? "";
    }

    // Somebody may look over the shoulder, and terminals keep what they showed.
    private static string Unseen()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
