using TransformationPortal.Core.Editions;
using TransformationPortal.Web.Caching;

namespace TransformationPortal.Web.Tests.Operations;

/// <summary>An edition is read once, however many ask for it at once, and again where the reading failed.</summary>
public sealed class EditionAheadTests
{
    [Fact]
    public async Task Open_ByManyAtOnce_ReadsOnce()
    {
        using var shelf = new EditionCache();
        var (readings, release) = (0, new TaskCompletionSource());
        var asked = Enumerable.Range(0, 20).Select(_ => shelf.OpenAsync("seal", Read, default)).ToList();
        release.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(1, readings);
        async Task<PublishedEdition?> Read()
        {
            readings++;
            await release.Task;
            return null;
        }
    }

    [Fact]
    public async Task Open_WhereTheReadingFailed_ReadsAgain()
    {
        using var shelf = new EditionCache();
        var release = new TaskCompletionSource<PublishedEdition?>();
        var first = shelf.OpenAsync("seal", () => release.Task, default);
        var waiting = shelf.OpenAsync("seal", () => Task.FromResult<PublishedEdition?>(null), default);
        release.SetException(new InvalidOperationException("away"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Null(await waiting);
        Assert.Null(await shelf.OpenAsync("seal", () => Task.FromResult<PublishedEdition?>(null), default));
    }
}
