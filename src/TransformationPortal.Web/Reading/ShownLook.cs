using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage;
using TransformationPortal.Core.Looks;
using TransformationPortal.Data.Looks;

namespace TransformationPortal.Web.Reading;

/// <summary>The council's look as pages show it.</summary>
/// <param name="Version">A fingerprint of all that pages and papers show of it, as 12 hexadecimal digits: pages of another version are other pages.</param>
/// <param name="Style">The style sheet of its colours.</param>
public sealed record ShownLook(CouncilLook Look, string Version, string Style)
{
    public static ShownLook Of(CouncilLook look)
    {
        var (colours, logo) = (look.Colours, look.Logo);
        var style = $":root{{--council-main:{colours.Main};--council-main-dark:{colours.MainDark};--council-main-tint:{colours.MainTint};--council-main-soft:{colours.MainSoft};"
            + $"--govuk-brand-colour:{colours.Main};--govuk-link-colour:{colours.Link};--govuk-link-hover-colour:{colours.LinkHover}}}\n";
        var all = string.Join('\n', style, logo?.Fingerprint, logo?.Alternative, look.Template?.Fingerprint);
        return new(look, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..12], style);
    }

    /// <summary>Where its style sheet is: another address for other colours, so that a browser may keep it for good.</summary>
    public string StyleAddress => $"~/look.css?v={Version}";

    /// <summary>Where its logo is; nothing where there is none.</summary>
    public string? LogoAddress => Look.Logo is { } logo ? $"~/look/{logo.Fingerprint}{logo.Extension}" : null;

    /// <summary>Pixels across at a height, for a browser that leaves room for the logo before it has come.</summary>
    public string WidthAt(int height) => Look.Logo is { } logo ? Math.Max(1, (int)Math.Round(logo.Width * (height / (double)logo.Height))).ToString(CultureInfo.InvariantCulture) : "0";
}

/// <summary>
/// Holds the look in memory, since every page asks for it. Who changes it puts the new one here at once; another program on
/// the same database sees it within half a minute, as it does a new edition in its kept pages.
/// </summary>
public sealed partial class LookShelf(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LookShelf> logger)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private Held held = new(ShownLook.Of(CouncilLook.Default), DateTimeOffset.MinValue);

    /// <summary>The look as it was last read.</summary>
    public ShownLook Current => Volatile.Read(ref held).Look;

    /// <summary>The look, read anew where it was read some time ago. While the database does not answer, it is the one that was read last.</summary>
    public async ValueTask<ShownLook> GetAsync(CancellationToken cancellationToken)
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
            look = ShownLook.Of((await scope.ServiceProvider.GetRequiredService<LookStore>().ReadAsync(cancellationToken)).Look);
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

    /// <summary>Shows a look from now on.</summary>
    public void Put(CouncilLook look) => Volatile.Write(ref held, new(ShownLook.Of(look), clock.GetUtcNow()));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The council’s look could not be read")]
    private partial void NotRead(Exception fault);

    private sealed record Held(ShownLook Look, DateTimeOffset ReadAt);
}
