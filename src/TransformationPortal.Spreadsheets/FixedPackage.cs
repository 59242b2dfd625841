using System.IO.Compression;

namespace TransformationPortal.Spreadsheets;

/// <summary>Makes the bytes of a document package depend on its content alone.</summary>
public static class FixedPackage
{
    /// <summary>The oldest day a zip archive can hold; what is in the file says when it is from.</summary>
    public static DateTimeOffset Timestamp { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package with its parts in a fixed order and without the hour at which each was written.</summary>
    public static byte[] Rewrite(MemoryStream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new MemoryStream((int)package.Length);
        using (var fixedArchive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types comes first, as office programs write it; some readers tell the format by it.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName == "[Content_Types].xml" ? 0 : 1).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = fixedArchive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Timestamp;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
