using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using TransformationPortal.Core.Looks;
using TransformationPortal.Data.Looks;

namespace TransformationPortal.Web.Branding;

/// <summary>
/// Holds the look in memory, since every page asks for it. Who changes it puts the new one here at once; another program on
/// the same database sees it within half a minute, as it does a new edition in its kept pages.
/// </summary>
public sealed partial class BrandingCache(IServiceScopeFactory scopes, TimeProvider clock, ILogger<BrandingCache> logger)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private Held held = new(ShownBranding.Of(CouncilLook.Default), DateTimeOffset.MinValue);

    /// <summary>The look as it was last read.</summary>
    public ShownBranding Current => Volatile.Read(ref held).Look;

    /// <summary>The look, read anew where it was read some time ago. While the database does not answer, it is the one that was read last.</summary>
    public async ValueTask<ShownBranding> GetAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref held);
        if (clock.GetUtcNow() - known.ReadAt < Lifetime)
        {
            return known.Look;
        }

        var look = known.Look;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            look = ShownBranding.Of((await scope.ServiceProvider.GetRequiredService<LookStore>().ReadAsync(cancellationToken)).Look);
        }
        catch (Exception fault) when (fault is DbException or RetryLimitExceededException)
        {
            // A page that says what is wrong must still be shown, and soon.
            NotRead(fault);
        }

        // What somebody put here meanwhile is newer than what was read.
        Interlocked.CompareExchange(ref held, new(look, clock.GetUtcNow()), known);
        return Current;
    }

    /// <summary>The look that the files of an edition are made with: the one that it was published with, or else today's.</summary>
    /// <param name="seal">The edition's.</param>
    public async Task<CouncilLook> OfEditionAsync(string seal, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LookStore>().OfEditionAsync(seal, cancellationToken) ?? (await GetAsync(cancellationToken)).Look;
    }

    /// <summary>Has it read anew when it is next asked for; what is shown until then stays.</summary>
    public void Forget() => Volatile.Write(ref held, Volatile.Read(ref held) with { ReadAt = DateTimeOffset.MinValue });

    /// <summary>Shows a look from now on.</summary>
    public void Put(CouncilLook look) => Volatile.Write(ref held, new(ShownBranding.Of(look), clock.GetUtcNow()));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The council’s look could not be read")]
    private partial void NotRead(Exception fault);

    private sealed record Held(ShownBranding Look, DateTimeOffset ReadAt);
}
