using System.IO.Compression;

namespace TransformationPortal.Data.Import.Workbooks;

/// <summary>Takes out of a workbook when each of its parts was written, so that the same registers are the same bytes on any day.</summary>
internal static class FixedTimes
{
    // The first moment that a zip archive can name; spreadsheet programs write it too.
    private static readonly DateTimeOffset Start = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="package">The whole workbook; it can be written and sought in.</param>
    public static void Set(Stream package)
    {
        package.Position = 0;
        using var archive = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            entry.LastWriteTime = Start;
        }
    }
}
