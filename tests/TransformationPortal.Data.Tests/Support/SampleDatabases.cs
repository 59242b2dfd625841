using System.Collections.Concurrent;
using TransformationPortal.Core.Editions;
using TransformationPortal.Data.Editions;
using TransformationPortal.Data.Setup;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Support;

/// <summary>One database of each kind with the sample in it, for tests that only read.</summary>
public sealed class SampleDatabases : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<TestDatabase>>> databases = new();

    public Task<TestDatabase> OnAsync(DatabaseProvider provider) =>
        databases.GetOrAdd(provider, p => new Lazy<Task<TestDatabase>>(() => TestDatabase.WithSampleAsync(p))).Value;

    /// <summary>The sample's published edition, as it comes back out of the database.</summary>
    public async Task<PublishedEdition> EditionAsync(DatabaseProvider provider)
    {
        var database = await OnAsync(provider);
        return (await database.RunAsync<EditionStore, PublishedEdition?>(s => s.FindAsync(SampleProgramme.Quarter, null, CancellationToken.None)))!;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in databases.Values)
        {
            await (await database.Value).DisposeAsync();
        }
    }
}
