using System.Diagnostics;
using System.Net.Http.Json;

namespace TransformationPortal.Web.Tests.Account;

/// <summary>A provider of OpenID Connect in a process of its own, and what the tests tell it.</summary>
public sealed class ProviderProcess : IAsyncLifetime
{
    private readonly HttpClient control = new();
    private Process? process;

    /// <summary>Where it is, with a slash at its end: also its name as an issuer.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TransformationPortal.Provider.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        process = Process.Start(start)!;
        const string Says = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Says, StringComparison.Ordinal) is var at and >= 0)
            {
                Address = line[(at + Says.Length)..].Trim() + "/";
                break;
            }
        }

        // What else it says is read, so that it never waits for a reader.
        _ = process.StandardOutput.ReadToEndAsync();
        Assert.NotEqual("", Address);
        control.BaseAddress = new Uri(Address);
    }

    public Task DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        control.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Says who signs in next; nobody may where there is none.</summary>
    internal Task NextAsync(Colleague colleague) => TellAsync("person", new
    {
        colleague.Subject,
        colleague.UserName,
        colleague.Name,
        Email = $"{colleague.UserName}@example.org",
        Groups = colleague.Groups ?? [],
        colleague.Session,
    });

    /// <summary>Says what is wrong with the tokens to come.</summary>
    internal Task WrongAsync(string? issuer = null, string? audience = null, string? nonce = null, long shiftSeconds = 0, bool otherKey = false, bool unsigned = false) =>
        TellAsync("fault", new { Issuer = issuer, Audience = audience, Nonce = nonce, ShiftSeconds = shiftSeconds, OtherKey = otherKey, Unsigned = unsigned });

    internal Task RightAsync() => TellAsync("no-fault", new { });

    internal Task NewKeyAsync() => TellAsync("new-key", new { });

    internal async Task<string> LogoutTokenAsync(string? subject, string? session)
    {
        var query = string.Join('&', new[] { subject is null ? null : "sub=" + subject, session is null ? null : "sid=" + session }.OfType<string>());
        using var answer = await control.PostAsync(new Uri("control/logout-token?" + query, UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync()).Trim('"');
    }

    private async Task TellAsync(string what, object how)
    {
        using var answer = await control.PostAsJsonAsync(new Uri("control/" + what, UriKind.Relative), how);
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>Somebody whom the provider knows.</summary>
internal sealed record Colleague(string Subject, string UserName, string Name, string[]? Groups = null, string Session = "session-1");
