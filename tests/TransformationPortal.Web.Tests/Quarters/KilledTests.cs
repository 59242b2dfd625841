using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Editions;
using TransformationPortal.Web.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Web.Tests.Quarters;

/// <summary>The program itself, killed while it publishes: what is found afterwards is a whole edition or none.</summary>
public sealed class KilledTests
{
    private static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");

    [Fact]
    public async Task Publishing_WhenTheProgramIsKilled_LeavesNothingHalfDone()
    {
        var folder = Directory.CreateTempSubdirectory("portal-killed-");
        using (var prepared = new FolderPortal(folder.FullName))
        {
            await prepared.ReopenAsync();
            using var pmo = await prepared.SignedInAsync("pmo");
            await prepared.SignAllAsync(pmo);
        }

        // From before the request is read to after it is answered; whenever it hits, the same must hold.
        foreach (var moment in new[] { 0, 40, 120, 300 })
        {
            await KillWhilePublishingAsync(folder.FullName, moment);
            using var portal = new FolderPortal(folder.FullName);
            await using var scope = portal.Services.CreateAsyncScope();
            var (editions, context) = (scope.ServiceProvider.GetRequiredService<EditionStore>(), scope.ServiceProvider.GetRequiredService<Data.PortalDbContext>());
            Assert.Equal(13, await context.QuarterTexts.CountAsync());
            Assert.Equal(2, await context.ReconciliationNotes.CountAsync());
            Assert.Empty((await editions.VerifyAsync(default)).Wrong);
            if (await editions.FindAsync(Q1, null, default) is { } whole)
            {
                Assert.Equal((1, 2), (whole.Content.Number, whole.Content.ReconciliationNotes!.Count));
                await context.EditionLooks.ExecuteDeleteAsync();
                await context.StoredEditions.ExecuteDeleteAsync();
            }
        }

        using (var portal = new FolderPortal(folder.FullName))
        {
            using var pmo = await portal.SignedInAsync("pmo");
            using var answer = await pmo.PublishAsync();
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        folder.Delete(recursive: true);
    }

    private static async Task KillWhilePublishingAsync(string folder, int moment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TransformationPortal.Web.dll"), "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__DataFolder"] = folder;
        start.Environment["Portal__FilesAhead"] = "false";
        start.Environment["Portal__SampleProgramme"] = "true";
        start.Environment["Reports__Today"] = "2019-08-09";
        using var program = Process.Start(start)!;
        var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        try
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
            using var client = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await AnsweringAsync(client, program);
            using var signedIn = await client.SignInAsync("pmo", "three quiet herons");
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
            var form = (await client.PageAsync(QuarterForms.Home + "/publish")).Form("form#publish");
            var publishing = client.SubmitAsync(form);
            await Task.WhenAny(publishing, Task.Delay(moment));
            program.Kill(entireProcessTree: true);
            try
            {
                (await publishing).Dispose();
            }
            catch (HttpRequestException)
            {
                // The program died before it answered: that is what this is about.
            }
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill(entireProcessTree: true);
            }

            await program.WaitForExitAsync();
            await said;
        }
    }

    private static async Task AnsweringAsync(HttpClient client, Process program)
    {
        while (true)
        {
            Assert.False(program.HasExited, "The program stopped before it answered.");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class FolderPortal(string folder) : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:DataFolder", folder)];
    }
}
