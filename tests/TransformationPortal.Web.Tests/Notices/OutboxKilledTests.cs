using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Data;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Tests.Support;
using Xunit.Abstractions;

namespace TransformationPortal.Web.Tests.Notices;

/// <summary>
/// Two programs on one database, killed again and again while they send: every happening stands in its inbox once. The
/// environment variable PORTAL_TEST_KILLS says how often; a run of the suite takes few, since each start takes seconds.
/// </summary>
public sealed class OutboxKilledTests(ITestOutputHelper output)
{
    private const string Kills = "PORTAL_TEST_KILLS";
    private const int PerRound = 2;
    private const int MessagesAKill = 12;

    [Fact]
    public async Task Programs_ThatAreKilledWhileTheySend_TellEverythingOnce()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable(Kills), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 6;
        var folder = Directory.CreateTempSubdirectory("portal-killed-");
        using var server = new MailServer { Slowness = TimeSpan.FromMilliseconds(15) };
        var told = new List<string>();
        using (var portal = new MailingPortal(MailServer.FreePort(), folder: folder.FullName))
        {
            var ids = new List<string>();
            foreach (var name in (string[])["member", "officer", "finance", "pmo", "administrator"])
            {
                ids.Add(await portal.AddressAsync(name));
            }

            told.AddRange(await portal.RunAsync(async services =>
            {
                var context = services.GetRequiredService<PortalDbContext>();
                var titles = new List<string>();
                for (var i = 0; i < kills * MessagesAKill; i++)
                {
                    titles.Add($"Happening {i}");
                    context.Add(Mailing.Happening(ids[i % ids.Count], titles[^1]));
                    await context.SaveChangesAsync();
                    context.ChangeTracker.Clear();
                }

                // What this portal tried in vain is due at once.
                await context.Mails.ExecuteUpdateAsync(u => u.SetProperty(m => m.NextAt, m => m.WrittenAt));
                return titles;
            }));
        }

        var random = new Random(17);
        for (var killed = 0; killed < kills; killed += PerRound)
        {
            var programs = Enumerable.Range(0, PerRound).Select(_ => Start(folder.FullName, server.Port)).ToList();
            var before = server.Taken.Count;
            await Mailing.UntilAsync(() => server.Taken.Count > before || server.Inboxes.Count == told.Count, 60);
            foreach (var program in programs)
            {
                await Task.Delay(random.Next(0, 120));
                program.Kill(entireProcessTree: true);
                await program.WaitForExitAsync();
                program.Dispose();
            }
        }

        var (left, repeated) = (told.Count - server.Inboxes.Count, server.Taken.Count - server.Inboxes.Count);
        server.Slowness = TimeSpan.Zero;
        using (var last = new MailingPortal(server.Port, folder: folder.FullName))
        {
            _ = last.Services;
            await last.RunAsync(s => s.GetRequiredService<PortalDbContext>().Mails.Where(m => m.State == MailState.Waiting).ExecuteUpdateAsync(u => u.SetProperty(m => m.NextAt, m => m.WrittenAt)));
            await Mailing.UntilAsync(async () => (await last.MailsAsync()).TrueForAll(m => m.State == MailState.Sent), 60);
        }

        output.WriteLine($"{kills} kills, {told.Count} happenings, {left} left by the last kill, {repeated} came twice under their id.");
        Assert.Equal(told.Order(StringComparer.Ordinal), server.Inboxes.Select(t => t.Message.Subject).Order(StringComparer.Ordinal));
        Assert.InRange(server.Taken.Count - server.Inboxes.Count, 0, kills);
        foreach (var inbox in server.Inboxes.GroupBy(t => t.To))
        {
            var numbers = inbox.Select(t => int.Parse(t.Message.Subject!.Split(' ')[1], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(numbers.Order(), numbers);
        }

        folder.Delete(recursive: true);
    }

    private static Process Start(string folder, int port)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TransformationPortal.Web.dll"), "--urls", $"http://127.0.0.1:{MailServer.FreePort()}"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__FilesAhead"] = "false";
        start.Environment["Reports__Today"] = "2019-08-09";
        foreach (var (name, value) in MailSettings.Of(port, folder: folder))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }
}
