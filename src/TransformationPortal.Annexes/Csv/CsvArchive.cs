using System.IO.Compression;
using System.Text;
using CsvHelper;
using TransformationPortal.Annexes.Packages;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Annexes.Csv;

/// <summary>
/// Writes a quarter's tables and entries as CSV files in one zip archive, each with its metadata, straight into a stream
/// that need not be able to seek, row by row.
/// </summary>
public static class CsvArchive
{
    public const string MediaType = "application/zip";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(QuarterTables tables, AnnexFace face, Stream output, CancellationToken cancellationToken)
    {
        IEnumerable<CsvTable> files =
        [
            .. tables.Figures.Select(CsvTable.Of), .. tables.Registers.Select(CsvTable.Of), CsvTable.Of(tables.SavingsEntries), CsvTable.Of(tables.CostEntries),
        ];

        // An archive in a stream that can seek is laid out in another way; the same edition should make the same bytes.
        await using var forward = new ForwardStream(output);
        await using var archive = await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, Utf8, cancellationToken);
        await EntryAsync(archive, "README.txt", Utf8.GetBytes(ReadMe(face, files)), cancellationToken);
        await EntryAsync(archive, CsvwMetadata.GroupName, CsvwMetadata.Write(files, face), cancellationToken);
        foreach (var file in files)
        {
            await EntryAsync(archive, file.MetadataName, CsvwMetadata.Write(file, face), cancellationToken);
            await using var entry = await Entry(archive, file.FileName).OpenAsync(cancellationToken);
            await RowsAsync(file, entry, cancellationToken);
        }
    }

    private static async Task RowsAsync(CsvTable file, Stream entry, CancellationToken cancellationToken)
    {
        // No byte order mark: the metadata says UTF-8, and programs that read CSV on the Web expect none.
        await using var csv = CsvWriter.Create(entry, CsvText.Options, leaveOpen: true);
        foreach (var row in file.Rows.Prepend([.. file.Columns.Select(c => c.Title)]))
        {
            await csv.WriteRecordAsync([.. row], cancellationToken);
        }
    }

    private static async Task EntryAsync(ZipArchive archive, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await Entry(archive, name).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedPackage.Timestamp;
        return entry;
    }

    private static string ReadMe(AnnexFace face, IEnumerable<CsvTable> files)
    {
        IEnumerable<string> lines =
        [
            face.Programme, face.Council, "",
            .. new[] { face.Warning, face.Notice }.OfType<string>(),
            .. face.Facts.Select(f => $"{f.Name}: {f.Value}"), "",
            "Each .csv file is a table in UTF-8 with one header row. The file beside it that ends in -metadata.json describes it as “CSV on the Web”: columns, types, units, key. csv-metadata.json describes all of them together.",
            "Tables of figures are in £ million; those of savings show a saving as a negative. Ledger entries are in pounds, savings positive.",
            "An empty cell means that nothing is recorded, which is not the same as 0.",
            "An apostrophe was put before a text that a spreadsheet would take for a formula.",
            .. face.Provenance is { } provenance ? new[] { provenance } : [],
            .. face.Licence is { } licence ? new[] { licence.Statement() } : [], "",
            .. files.Select(f => $"{f.FileName}: {f.Title}"),
        ];
        return string.Concat(lines.Select(l => l + "\r\n"));
    }
}
