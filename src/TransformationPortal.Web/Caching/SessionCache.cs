using Microsoft.Extensions.Caching.Memory;

namespace TransformationPortal.Web.Caching;

/// <summary>The sessions that were found good within the last minute.</summary>
public sealed class SessionCache : IDisposable
{
    private static readonly TimeSpan LongerThanAnyRequest = TimeSpan.FromMinutes(10);
    private readonly MemoryCache sessions = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public bool Contains(Guid id) => sessions.TryGetValue(id, out bool isGood) && isGood;

    public void Add(Guid id, TimeSpan lifetime)
    {
        // Found good just before it was ended.
        if (!sessions.TryGetValue(id, out _))
        {
            Set(id, true, lifetime);
        }
    }

    /// <summary>Has the database asked at every request of a session that was ended.</summary>
    public void Forget(Guid id) => Set(id, false, LongerThanAnyRequest);

    /// <summary>Has the database asked once for every session: one of them was ended somewhere else.</summary>
    public void Clear() => sessions.Clear();

    public void Dispose() => sessions.Dispose();

    private void Set(Guid id, bool isGood, TimeSpan lifetime) =>
        sessions.Set(id, isGood, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = lifetime });
}
