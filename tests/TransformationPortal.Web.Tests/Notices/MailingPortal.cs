using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Notices;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Notices;

/// <summary>A portal that sends its mail to a server of a test.</summary>
internal sealed class MailingPortal(int port, string security = "None", string? authority = null, string? folder = null) : PortalFactory
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => MailSettings.Of(port, security, authority, folder);
}

internal static class MailSettings
{
    public static IEnumerable<KeyValuePair<string, string>> Of(int port, string security = "None", string? authority = null, string? folder = null)
    {
        yield return new("Mail:Server", "localhost");
        yield return new("Mail:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return new("Mail:Security", security);
        yield return new("Mail:From", "portal@example.org");
        yield return new("Mail:Timeout", "1");
        yield return new("Mail:Lease", "2");
        yield return new("Portal:Address", "http://localhost");
        if (authority is not null)
        {
            yield return new("Mail:Authority", authority);
        }

        if (folder is not null)
        {
            yield return new("Portal:DataFolder", folder);
        }
    }
}

/// <summary>What tests do to a portal that sends mail.</summary>
internal static class Mailing
{
    public static async Task<T> RunAsync<T>(this PortalFactory portal, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>Gives somebody a confirmed address.</summary>
    /// <returns>The id of their account.</returns>
    public static Task<string> AddressAsync(this PortalFactory portal, string userName, string? address = null) => portal.RunAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByNameAsync(userName))!;

        // Around every check: a row may hold what no form takes.
        await services.GetRequiredService<PortalDbContext>().Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.Email, address ?? $"{userName}@example.org").SetProperty(x => x.EmailConfirmed, true));
        return user.Id;
    });

    /// <summary>Lets something happen that somebody is told of.</summary>
    public static Task<string> TellAsync(this PortalFactory portal, string userId, string title, string text = "So it is.", NoticeKind kind = NoticeKind.ReportReturned) => portal.RunAsync(async services =>
    {
        var context = services.GetRequiredService<PortalDbContext>();
        context.Add(Happening(userId, title, text, kind));
        await context.SaveChangesAsync();
        return title;
    });

    public static HappeningEntity Happening(string userId, string title, string text = "So it is.", NoticeKind kind = NoticeKind.ReportReturned) => new()
    {
        Kind = kind, Key = Guid.NewGuid().ToString("N"), At = new DateTime(2019, 8, 9, 9, 0, 0, DateTimeKind.Utc), Title = title, Text = text,
        Address = "/reports/TP-08/2019-07", To = Audience.Of(userId),
    };

    public static Task<List<MailEntity>> MailsAsync(this PortalFactory portal) => portal.RunAsync(services =>
        services.GetRequiredService<PortalDbContext>().Mails.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    /// <summary>Waits for what the worker does by itself.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, int seconds = 30)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds), "It did not come about.");
            await Task.Delay(50);
        }
    }

    public static Task UntilAsync(Func<bool> isSo, int seconds = 30) => UntilAsync(() => Task.FromResult(isSo()), seconds);
}
