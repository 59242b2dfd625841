using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Caching.Memory;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Web.Caching;

/// <summary>What the header counts for its reader. A count that is added here is shown by every page, kept or not.</summary>
/// <param name="Unread">Notices that they have not read.</param>
public sealed record ReaderCounts(int Unread)
{
    public static ReaderCounts None { get; } = new(0);

    /// <summary>What tells one from another, as part of a page's tag; empty for none.</summary>
    public string Tag => Unread == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{Unread}");
}

/// <summary>
/// The counts of the header, read anew where they were read some seconds ago. What changes them here forgets them at once;
/// another instance shows the change within those seconds.
/// </summary>
public sealed class HeaderCounts(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>Stands in a page that is kept for many readers where each one's counts belong.</summary>
    public const string Place = "<!--counts-of-the-reader-->";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private readonly MemoryCache counts = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>Whose counts they are; nothing where nobody has signed in.</summary>
    public static string? IdOf(ClaimsPrincipal reader) => reader.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>A reader's counts.</summary>
    public ValueTask<ReaderCounts> OfAsync(ClaimsPrincipal reader, CancellationToken ct) => IdOf(reader) is not { } id ? new(ReaderCounts.None)
        : counts.TryGetValue(id, out ReaderCounts? known) && known is not null ? new(known)
        : new(ReadAsync(id, ct));

    public void Forget(string userId) => counts.Remove(userId);

    public void Forget() => counts.Clear();

    /// <summary>The header's link to the notices, with their count: the page needs no script for it.</summary>
    public static string Link(string pathBase, ReaderCounts counts) => string.Create(CultureInfo.InvariantCulture,
        $"<li><a href=\"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(pathBase)}/notices\">Notices{(counts.Unread == 0 ? "" : $" <span class=\"portal-count\">{Number(counts.Unread)}<span class=\"govuk-visually-hidden\"> unread</span></span>")}</a></li>");

    public void Dispose() => counts.Dispose();

    private static string Number(int count) => count > 99 ? "99+" : count.ToString(CultureInfo.InvariantCulture);

    private async Task<ReaderCounts> ReadAsync(string userId, CancellationToken ct)
    {
        ReaderCounts read;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            read = new(await scope.ServiceProvider.GetRequiredService<NoticeList>().UnreadAsync(userId, ct));
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            // A page that says what is wrong must still be shown.
            return ReaderCounts.None;
        }

        return counts.Set(userId, read, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
    }
}

/// <summary>Says, while a page is made, that it is made for many readers.</summary>
internal sealed class SharedPage
{
    public static SharedPage Instance { get; } = new();
}
