using System.Diagnostics;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>What the program said, and the code that it ended with.</summary>
internal sealed record ProgramEnd(int Code, string Said, string Complained);

/// <summary>The program itself, in a process of its own and with a folder of its own.</summary>
internal static class PortalProgram
{
    /// <summary>Starts it as in Production, and waits until it ends by itself.</summary>
    public static async Task<ProgramEnd> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TransformationPortal.Web.dll"), .. args])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Portal__DataFolder"] = Path.Combine(folder, "data");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        var said = program.StandardOutput.ReadToEndAsync();
        var complained = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        return new(program.ExitCode, await said, complained);
    }
}
