using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Looks;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Looks;
using TransformationPortal.Web.Security;
using TransformationPortal.Web.Tests.Support;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>Two portals on one database: what is done on one is seen on the other, within a second or at the next request.</summary>
public sealed class TwoInstancesTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly PortalFactory one = new();
    private readonly SameFolder other;

    public TwoInstancesTests()
    {
        _ = one.Services;
        other = new(one.DataFolder);
    }

    public void Dispose()
    {
        other.Dispose();
        one.Dispose();
    }

    [Fact]
    public async Task SessionOfOne_IsGoodOnTheOther_UntilItIsEndedOnEither()
    {
        var cookie = await CookieAsync("officer");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, cookie, "/reports"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(one, cookie, "/reports"));

        await PeopleAsync(people => people.SetDisabledAsync("officer", isDisabled: true));

        await UntilAsync(async () => await StatusAsync(other, cookie, "/reports") == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task RoleTakenOnOne_EndsWhatItOpenedOnTheOther()
    {
        var cookie = await CookieAsync("pmo");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, cookie, "/pmo/reports"));

        await PeopleAsync(people => people.ChangeAsync("pmo", [Roles.Member], [], default));

        await UntilAsync(async () => await StatusAsync(other, cookie, "/pmo/reports") == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task PageKeptByOne_IsForgotten_OnceTheOtherPublishes()
    {
        using var reader = await other.SignedInAsync("member");
        var before = await TagAsync(reader);
        Assert.Equal(before, await TagAsync(reader));

        await using (var scope = one.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<EditionStore>();
            await store.PublishAsync(Quarter.Parse("2019/20 Q1"), "Somebody", "A correction.", default);
        }

        await UntilAsync(async () => await TagAsync(reader) != before);
    }

    [Fact]
    public async Task LookChangedOnOne_IsShownByTheOther()
    {
        using var reader = await other.SignedInAsync("member");
        var before = await StyleAsync(reader);

        await using (var scope = one.Services.CreateAsyncScope())
        {
            var looks = scope.ServiceProvider.GetRequiredService<LookStore>();
            Assert.True(await looks.RecolourAsync(new(new Colour(0x50, 0x14, 0x14), LookColours.Default.Link), 0, new Person("pmo", "PMO"), default));
        }

        await UntilAsync(async () => await StyleAsync(reader) != before);
    }

    [Fact]
    public async Task FileMadeByOne_IsGivenByTheOtherWithTheSameBytes_AndAnAlteredCopyIsNot()
    {
        const string Address = "/2019-20/q1/annexes/annex-1.docx";
        using var first = await one.SignedInAsync("member");
        using var second = await other.SignedInAsync("member");
        var made = await first.GetByteArrayAsync(new Uri(Address, UriKind.Relative));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(one.DataFolder, "files"), "*annex-1*.docx", SearchOption.AllDirectories));

        await File.WriteAllTextAsync(file, "TAMPERED FILE");
        Assert.Equal(made, await second.GetByteArrayAsync(new Uri(Address, UriKind.Relative)));

        File.Delete(file);
        Assert.Equal(made, await second.GetByteArrayAsync(new Uri(Address, UriKind.Relative)));

        // What the database holds is held up to what the audit log says was made.
        await using var scope = one.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await context.EditionFiles.ExecuteUpdateAsync(u => u.SetProperty(f => f.Content, new byte[] { 1 }));
        File.Delete(file);
        using var refused = await second.GetAsync(new Uri(Address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
    }

    private async Task<string> CookieAsync(string userName)
    {
        using var client = one.Anonymous();
        using var answer = await client.SignInAsync(userName, "three quiet herons");
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal-session=", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task PeopleAsync(Func<People, Task<Microsoft.AspNetCore.Identity.IdentityResult>> act)
    {
        await using var scope = one.Services.CreateAsyncScope();
        Assert.True((await act(scope.ServiceProvider.GetRequiredService<People>())).Succeeded);
    }

    private static async Task<HttpStatusCode> StatusAsync(PortalFactory portal, string cookie, string address)
    {
        using var client = portal.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<string> TagAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/2019-20/q1", UriKind.Relative));
        return answer.Headers.ETag!.ToString();
    }

    private static async Task<string> StyleAsync(HttpClient client) =>
        (await client.PageAsync("/2019-20/q1")).QuerySelector("link[href*='look.css']")!.GetAttribute("href")!;

    // A second on a machine that has one; machines of tests are shared.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Soon, "The other instance does not see it.");
            await Task.Delay(50);
        }
    }

    private sealed class SameFolder(string folder) : PortalFactory
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:DataFolder", folder)];
    }
}
