using System.Text;
using CsvHelper;

namespace TransformationPortal.Data.Import;

/// <summary>Reads registers from CSV files: UTF-8, a header row, RFC 4180 quoting.</summary>
public static class CsvRegisterReader
{
    // A byte that is no UTF-8 is an error, not a question mark.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // An empty line is a row, so that the numbers of those below it are right.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false,
        TrimWhitespace = true,
    };

    /// <summary>Every <c>*.csv</c> file of a folder as a register of the file's name.</summary>
    /// <exception cref="ImportRefusedException">The folder is not there, or a file is not well-formed CSV; the problems name file and row.</exception>
    public static async Task<IReadOnlyList<RegisterTable>> ReadFolderAsync(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            throw new ImportRefusedException($"The folder “{folder}” that should hold the programme's registers is not there.");
        }

        var tables = new List<RegisterTable>();
        var problems = new List<ImportProblem>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            try
            {
                await using var stream = File.OpenRead(file);
                tables.Add(await ReadAsync(Path.GetFileName(file), stream, ct));
            }
            catch (ImportRefusedException refusal)
            {
                problems.AddRange(refusal.Problems);
            }
        }

        return problems.Count == 0 ? tables : throw new ImportRefusedException(problems);
    }

    /// <summary>One CSV file.</summary>
    /// <param name="fileName">Its name, from which the register's follows: <c>projects.csv</c>.</param>
    /// <exception cref="ImportRefusedException">It is not well-formed CSV.</exception>
    public static async Task<RegisterTable> ReadAsync(string fileName, Stream content, CancellationToken ct)
    {
        CsvMalformedRecord? malformed = null;
        await using var reader = CsvReader.Create(content, Options with { OnMalformedRecord = r => malformed ??= r }, leaveOpen: true);
        var rows = new List<RegisterTableRow>();
        while (await reader.ReadAsync(ct))
        {
            if (malformed is { } broken)
            {
                throw Malformed(
                    fileName, rows.Count + 1, broken.RawRecord.Trim(),
                    "quotation marks that open and close a cell, and are doubled inside it");
            }

            try
            {
                rows.Add(new(rows.Count + 1, Cells(reader)));
            }
            catch (DecoderFallbackException)
            {
                throw Malformed(fileName, rows.Count + 1, null, "text in UTF-8; in a spreadsheet choose “CSV UTF-8” when saving");
            }
        }

        var name = Path.GetFileNameWithoutExtension(fileName);
        return rows.Count == 0
            ? throw Malformed(fileName, null, null, "a header row that names the columns")
            : new(name, fileName, rows[0].Cells, [.. rows.Skip(1).Where(r => r.Cells.Any(c => c.Length > 0))]);
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Utf8.GetString(reader.GetSpan(i));
        }

        return cells;
    }

    private static ImportRefusedException Malformed(string fileName, int? row, string? found, string expected) =>
        new([new(fileName, row, null, found, expected)]);
}
