using System.Globalization;
using System.Text;
using CsvHelper;
using TransformationPortal.Registers.Workbooks;
using TransformationPortal.Spreadsheets;

namespace TransformationPortal.Registers.Files;

/// <summary>The lines of a CSV file as they stand in it.</summary>
/// <param name="Lines">Those that hold something, and one for empty ones between them, however many: each has its own number.</param>
/// <param name="Notes">How the file was read, where it was not as CSV files are most often.</param>
internal sealed record CsvLines(IReadOnlyList<RegisterTableRow> Lines, IReadOnlyList<string> Notes);

/// <summary>
/// Reads CSV files as spreadsheet programs of every kind write them: with commas, semicolons or tabs, in UTF-8, UTF-16 or
/// Windows-1252.
/// </summary>
internal static class CsvFile
{
    private const int LinesLookedAt = 20;

    // A byte that is no UTF-8 is a sign of another encoding, not a question mark.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (char Sign, string Name)[] Separators = [(',', "commas"), (';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")];

    /// <exception cref="ImportRefusedException">
    /// It is no text, no well-formed CSV, or holds more than a workbook may; the problem names its row.
    /// </exception>
    public static async Task<CsvLines> ReadAsync(string fileName, Stream content, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, ct);
        var (text, encoding) = Decoded(fileName, whole.ToArray());
        var (separator, name, isSaid) = SeparatorOf(text);
        var notes = new List<string>();
        if (encoding is not null)
        {
            notes.Add($"the file was read as {encoding}.");
        }

        if (separator != ',')
        {
            notes.Add($"the cells are set apart by {name}, and were read so.");
        }

        // The line that says it is the portal's to read, and counts as a line of the file.
        return !isSaid ? new(await LinesAsync(fileName, text, separator, 0, ct), notes)
            : new([new(1, []), .. await LinesAsync(fileName, text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..], separator, 1, ct)], notes);
    }

    private static (string Text, string? Encoding) Decoded(string fileName, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return ((bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2)), "Unicode text (UTF-16)");
        }

        if (Array.IndexOf(bytes, (byte)0) >= 0)
        {
            throw Malformed(fileName, null, null, "a text file; in a spreadsheet choose “CSV UTF-8” when saving");
        }

        var body = bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        try
        {
            return (Utf8.GetString(body), null);
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(body), "Windows-1252, in which older spreadsheet programs save CSV");
        }
    }

    // What stands as often in every line, outside quotation marks, sets its cells apart; some programs say it in a first line.
    private static (char Sign, string Name, bool IsSaid) SeparatorOf(string text)
    {
        if (text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            return (text[4], Separators.FirstOrDefault(s => s.Sign == text[4]).Name ?? $"“{text[4]}”", true);
        }

        var counts = Separators.Select(s => Counts(text, s.Sign)).ToList();
        var scores = counts.ConvertAll(c => c.Where(n => n > 0).GroupBy(n => n).Select(g => g.Count() * Math.Min(g.Key, 3)).DefaultIfEmpty(0).Max());
        var best = scores.IndexOf(scores.Max());
        return (Separators[best].Sign, Separators[best].Name, false);
    }

    private static List<int> Counts(string text, char sign)
    {
        var counts = new List<int> { 0 };
        var (isQuoted, isEmpty) = (false, true);
        foreach (var c in text)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }

            if (c == '\n' && !isQuoted)
            {
                if (!isEmpty && counts.Count == LinesLookedAt)
                {
                    break;
                }

                if (!isEmpty)
                {
                    counts.Add(0);
                }

                isEmpty = true;
                continue;
            }

            isEmpty &= char.IsWhiteSpace(c);
            if (c == sign && !isQuoted)
            {
                counts[^1]++;
            }
        }

        return counts;
    }

    private static async Task<List<RegisterTableRow>> LinesAsync(string fileName, string text, char separator, int above, CancellationToken ct)
    {
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = separator, HasHeader = false, SkipEmptyLines = false, TrimWhitespace = separator != '\t', OnMalformedRecord = r => malformed ??= r,
        };
        await using var reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text)), options, leaveOpen: false);
        var rows = new List<RegisterTableRow>();
        var (limits, line, characters, isAfterEmpty) = (WorkbookLimits.Default, above, 0L, false);
        while (await reader.ReadAsync(ct))
        {
            if (malformed is { } broken)
            {
                throw Malformed(
                    fileName, line + 1, broken.RawRecord.Trim(),
                    "quotation marks that open and close a cell, and are doubled inside it");
            }

            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Encoding.UTF8.GetString(reader.GetSpan(i)).Trim(' ', '\t');
            }

            // A spreadsheet saved with a million empty rows is as good as one without them.
            line++;
            var isEmpty = cells.All(c => c.Length == 0);
            if (!isEmpty || !isAfterEmpty)
            {
                rows.Add(new(line, cells));
                characters += cells.Sum(c => (long)c.Length);
            }

            isAfterEmpty = isEmpty;
            if (rows.Count > limits.Rows || characters > limits.Characters)
            {
                throw Malformed(fileName, line, null, string.Create(
                    CultureInfo.InvariantCulture, $"at most {limits.Rows:N0} rows and {limits.Characters:N0} characters"));
            }
        }

        return rows;
    }

    internal static ImportRefusedException Malformed(string fileName, int? row, string? found, string expected) =>
        new([new(fileName, row, null, found, expected)]);
}
