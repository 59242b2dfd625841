using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Caching.Memory;
using TransformationPortal.Data.Notices;
using TransformationPortal.Data.Reports;
using TransformationPortal.Web.Security;

namespace TransformationPortal.Web.Caching;

/// <summary>What the header counts, each beside the link that leads to it.</summary>
public enum HeaderCount
{
    /// <summary>Notices that the reader has not read.</summary>
    Unread,

    /// <summary>Reports of an officer's own that are due, drafts or returned.</summary>
    Reports,

    /// <summary>Reports whose savings finance has not answered for.</summary>
    Savings,

    /// <summary>Reports that the PMO has to decide on, or to chase.</summary>
    Desk,
}

/// <summary>What the header counts for its reader. A count that is added here is shown by every page, kept or not.</summary>
public sealed record ReaderCounts(int Unread, int Reports = 0, int Savings = 0, int Desk = 0)
{
    public static ReaderCounts None { get; } = new(0);

    public int this[HeaderCount count] => count switch
    {
        HeaderCount.Unread => Unread,
        HeaderCount.Reports => Reports,
        HeaderCount.Savings => Savings,
        HeaderCount.Desk => Desk,
        _ => throw new ArgumentOutOfRangeException(nameof(count), count, "Unknown count of the header."),
    };

    /// <summary>What tells one from another, as part of a page's tag; empty for none.</summary>
    public string Tag => this == None ? "" : string.Create(CultureInfo.InvariantCulture, $"-{Unread}.{Reports}.{Savings}.{Desk}");
}

/// <summary>
/// The counts of the header, read anew where they were read some seconds ago. What changes them here forgets them at once;
/// another instance shows the change within those seconds.
/// </summary>
public sealed class HeaderCounts(IServiceScopeFactory scopes) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    // Who waits for whom is read once for everybody.
    private static readonly object Work = new();

    private readonly MemoryCache counts = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>Whose counts they are; nothing where nobody has signed in.</summary>
    public static string? IdOf(ClaimsPrincipal reader) => reader.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>A reader's counts.</summary>
    public ValueTask<ReaderCounts> OfAsync(ClaimsPrincipal reader, CancellationToken ct)
    {
        if (IdOf(reader) is not { } id)
        {
            return new(ReaderCounts.None);
        }

        IReadOnlyList<WaitingReport>? work = [];
        return counts.TryGetValue(id, out int unread)
            && (!HasWork(reader) || (counts.TryGetValue(Work, out work) && work is not null))
                ? new(Of(reader, id, unread, work))
                : new(ReadAsync(reader, id, ct));
    }

    /// <summary>Has a reader's notices counted anew.</summary>
    public void Forget(string userId) => counts.Remove(userId);

    /// <summary>Has what waits counted anew, for everybody: somebody has worked on a report.</summary>
    public void ForgetWork() => counts.Remove(Work);

    /// <summary>A count as it stands in its link; nothing where there is nothing to count.</summary>
    public static string Html(HeaderCount count, ReaderCounts own)
    {
        var number = own[count] > 99 ? "99+" : own[count].ToString(CultureInfo.InvariantCulture);
        var words = count == HeaderCount.Unread ? "unread" : "waiting";
        return own[count] == 0 ? ""
            : $" <span class=\"portal-count\">{number}<span class=\"govuk-visually-hidden\"> {words}</span></span>";
    }

    public void Dispose() => counts.Dispose();

    private static bool HasWork(ClaimsPrincipal reader) =>
        reader.IsInRole(Roles.Officer) || reader.IsInRole(Roles.Finance) || reader.IsInRole(Roles.Pmo);

    private static ReaderCounts Of(ClaimsPrincipal reader, string id, int unread, IReadOnlyList<WaitingReport> work)
    {
        int Count(string role, Func<WaitingReport, bool> waits) => reader.IsInRole(role) ? work.Count(waits) : 0;
        return new(
            unread,
            Count(Roles.Officer, r => r.WaitsForOfficer && r.Officers.Contains(id)),
            Count(Roles.Finance, r => r.WaitsForFinance),
            Count(Roles.Pmo, r => r.WaitsForPmo));
    }

    private async Task<ReaderCounts> ReadAsync(ClaimsPrincipal reader, string id, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var unread = await KnownAsync(id, () => scope.ServiceProvider.GetRequiredService<NoticeList>().UnreadAsync(id, ct));
            return Of(reader, id, unread, HasWork(reader)
                ? await KnownAsync(Work, () => scope.ServiceProvider.GetRequiredService<WaitingReports>().ReadAsync(ct))
                : []);
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            // A page that says what is wrong must still be shown.
            return ReaderCounts.None;
        }
    }

    private async Task<T> KnownAsync<T>(object key, Func<Task<T>> read) =>
        counts.TryGetValue(key, out T? known) && known is not null ? known : counts.Set(
            key, await read(), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
}

/// <summary>Says, while a page is made, that it is made for many readers.</summary>
internal sealed class SharedPage
{
    public static SharedPage Instance { get; } = new();
}
