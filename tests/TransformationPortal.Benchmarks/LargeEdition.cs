using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Benchmarks;

/// <summary>An edition of the synthetic programme (5,000 projects, 20,000 savings lines, five years), published under a quarter of its own.</summary>
internal static class LargeEdition
{
    private static readonly Quarter Published = Quarter.Parse("2019/20 Q4");

    public static string Path => "/" + Published.Slug;

    public static async Task StoreAsync(IServiceProvider services)
    {
        var edition = EditionComposer.Compose(SyntheticProgramme.Of(), Published, 1);
        var json = EditionJson.Write(edition);
        using var stored = new MemoryStream();
        await using (var gzip = new GZipStream(stored, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(json);
        }

        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        context.Add(new StoredEdition
        {
            Quarter = Published,
            Number = 1,
            SchemaVersion = edition.SchemaVersion,
            AsAt = edition.AsAt,
            Seal = EditionJson.Seal(json),
            PublishedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            PublishedBy = "Benchmark",
            Json = stored.ToArray(),
        });
        await context.SaveChangesAsync();
    }
}
