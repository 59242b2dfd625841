using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Tests.Support;

/// <summary>A portal of its own, in a folder of its own, with the sample programme and the demo accounts.</summary>
public class PortalFactory : WebApplicationFactory<Program>
{
    private static readonly string[] WhatAStartWritesRestsOn = ["Portal:SampleProgramme", "Portal:SampleQuarters", "Reports:Today"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-test-");

    public string DataFolder => folder.FullName;

    protected virtual string EnvironmentName => "Development";

    /// <summary>Whether its first start is what the test is about, and is not to find a database made before.</summary>
    protected virtual bool BeginsEmpty => false;

    /// <summary>Settings that differ from those of a trial start.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>A browser without cookies of its own, which follows no redirect.</summary>
    public HttpClient Anonymous()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>A browser in which the demo account has signed in through the form.</summary>
    public async Task<HttpClient> SignedInAsync(string userName)
    {
        var client = Anonymous();
        var answer = await client.SignInAsync(userName, "three quiet herons");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("Portal:DataFolder", DataFolder);

        // Dozens of files a portal, which only the tests of them look at.
        builder.UseSetting("Portal:FilesAhead", "false");

        // Many people sign in from one address in a test.
        builder.UseSetting("Portal:PasswordTriesPerMinute", "100000");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        // A password is hashed a hundred thousand times, to be slow.
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000));
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var settings = Settings.ToDictionary();
        var database = Path.Combine(settings.GetValueOrDefault("Portal:DataFolder", DataFolder), "portal.db");
        return BeginsEmpty || File.Exists(database)
            ? base.CreateHost(builder)
            : PortalTemplates.Start(database, Kind(settings), () => base.CreateHost(builder));
    }

    private string Kind(Dictionary<string, string> settings) => string.Join('\n', WhatAStartWritesRestsOn
        .Select(name => $"{name}={settings.GetValueOrDefault(name)}").Prepend(EnvironmentName));

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
        {
            base.Dispose(disposing: false);
        }
        else
        {
            // A host stops while its caller waits. Waited for on the tests' own threads, which are as few as the processors,
            // several portals that stop at once would wait for each other.
            Task.Run(() => base.Dispose(disposing: true)).GetAwaiter().GetResult();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (Directory.Exists(DataFolder))
            {
                folder.Delete(recursive: true);
            }
        }
    }
}

/// <summary>A portal whose published quarters anybody may read.</summary>
public sealed class PublicPortalFactory : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:PublicReading", "true")];
}
