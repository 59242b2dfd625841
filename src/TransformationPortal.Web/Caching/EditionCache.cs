using Microsoft.Extensions.Caching.Memory;
using TransformationPortal.Core.Editions;

namespace TransformationPortal.Web.Caching;

/// <summary>Where editions that were read are kept: the eight used last.</summary>
public sealed class EditionCache : IDisposable
{
    private readonly MemoryCache editions = new(new MemoryCacheOptions { SizeLimit = 8, CompactionPercentage = 0.25 });

    /// <summary>The edition of a seal. Whoever asks while it is being read waits for the same reading; one that fails is not kept.</summary>
    public async Task<PublishedEdition?> OpenAsync(string seal, Func<Task<PublishedEdition?>> read, CancellationToken cancellationToken)
    {
        var own = new Lazy<Task<PublishedEdition?>>(read);
        var reading = Shared(seal, own);
        try
        {
            return await reading.Value.WaitAsync(cancellationToken);
        }
        catch when (reading.Value.IsFaulted)
        {
            editions.Remove(seal);
            if (reading == own)
            {
                throw;
            }
        }

        // Who began the reading may have gone, and its connection with it.
        return await own.Value.WaitAsync(cancellationToken);
    }

    private Lazy<Task<PublishedEdition?>> Shared(string seal, Lazy<Task<PublishedEdition?>> own)
    {
        lock (editions)
        {
            return editions.GetOrCreate(seal, slot =>
            {
                slot.Size = 1;
                return own;
            })!;
        }
    }

    public void Dispose() => editions.Dispose();
}
