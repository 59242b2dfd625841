using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reports;

/// <summary>What became of a document that somebody gave.</summary>
public abstract record ReportDocumentAdded
{
    private ReportDocumentAdded()
    {
    }

    /// <param name="Key">Under which a report names it.</param>
    /// <param name="Name">As it is handed over: with the ending of what it is.</param>
    public sealed record Kept(string Key, string Name) : ReportDocumentAdded;

    public sealed record Refused(string Sentence) : ReportDocumentAdded;
}

/// <summary>A document as it is handed over.</summary>
public sealed record ReportDocument(string Name, string MediaType, byte[] Content);

/// <summary>Keeps the documents that show what reports say. What one is, its content says; its name is not believed.</summary>
public sealed class ReportDocumentStore(PortalDbContext context, CouncilClock clock)
{
    /// <param name="name">As the browser gave it.</param>
    /// <param name="content">Read to the end, or until it is too large.</param>
    public async Task<ReportDocumentAdded> AddAsync(string project, string name, Stream content, Person by, CancellationToken ct)
    {
        var given = TypedText.Line(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        using var whole = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (whole.Length + read > ReportLimits.DocumentBytes)
            {
                return new ReportDocumentAdded.Refused($"“{given}” is larger than {ReportLimits.DocumentBytes / 1_000_000} MB: add a smaller document, or give an address.");
            }

            whole.Write(buffer, 0, read);
        }

        var bytes = whole.ToArray();
        if (DocumentFormat.Of(bytes) is not { } format)
        {
            return new ReportDocumentAdded.Refused($"“{given}” is no PDF, Word, Excel, PowerPoint, OpenDocument, PNG or JPEG file without macros: save it as one of these, or give an address.");
        }

        if (await context.Projects.Where(p => p.Code == project).Select(p => (int?)p.Id).SingleOrDefaultAsync(ct) is not { } id)
        {
            return new ReportDocumentAdded.Refused($"There is no project {project}.");
        }

        var document = new ReportDocumentEntity
        {
            Key = RandomNumberGenerator.GetHexString(32, lowercase: true),
            ProjectId = id,
            Name = Named(given, format),
            MediaType = format.MediaType,
            Content = bytes,
            AddedBy = by,
            AddedAt = clock.Now,
        };
        context.Add(document);
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        return new ReportDocumentAdded.Kept(document.Key, document.Name);
    }

    /// <returns>Nothing where the project has no such document.</returns>
    public async Task<ReportDocument?> FindAsync(string project, string key, CancellationToken ct) =>
        await context.ReportDocuments.AsNoTracking().Where(d => d.Key == key && d.Project!.Code == project)
            .Select(d => new ReportDocument(d.Name, d.MediaType, d.Content)).SingleOrDefaultAsync(ct);

    private static string Named(string given, DocumentFormat format)
    {
        var stem = given.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase) ? given[..^format.Ending.Length] : given;
        var most = Lengths.Name - format.Ending.Length;
        return (stem.Length == 0 ? "document" : stem.Length > most ? stem[..most] : stem) + format.Ending;
    }
}
