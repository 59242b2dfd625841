using System.IO.Compression;
using System.Xml;

namespace TransformationPortal.Spreadsheets;

/// <summary>
/// A workbook as the package it is: opened only where nothing in it could run or fetch, and unpacked part by part, never
/// beyond the limit, whatever its directory claims.
/// </summary>
public sealed class WorkbookPackage : IDisposable
{
    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false,
    };

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private readonly CountedBytes unpacked;

    private WorkbookPackage(ZipArchive archive, WorkbookLimits limits)
    {
        this.archive = archive;
        parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        unpacked = new(limits.UnpackedBytes);
    }

    /// <param name="content">Seekable; read from its beginning.</param>
    /// <exception cref="SpreadsheetRefusedException">It is no workbook, or one that is not opened.</exception>
    public static WorkbookPackage Open(Stream content, WorkbookLimits limits)
    {
        if (content.Length > limits.FileBytes)
        {
            throw new SpreadsheetRefusedException(FormattableString.Invariant(
                $"The file is larger than {limits.FileBytes / (1024 * 1024)} MB, and was not opened. Take out pictures and sheets that are not registers."));
        }

        var head = new byte[OleHeader.Length];
        content.Position = 0;
        if (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(OleHeader))
        {
            throw new SpreadsheetRefusedException(HoldsText(content, "EncryptedPackage")
                ? "The file is protected by a password. Open it in a spreadsheet program, take the password off (File, Info, Protect workbook), save it and upload it again."
                : "The file is of the old kind .xls, which is not read. Open it in a spreadsheet program, choose File, Save as, “Excel workbook (.xlsx)”, and upload that. If it opens with a password, take that off first.");
        }

        content.Position = 0;
        WorkbookPackage? package = null;
        try
        {
            package = new WorkbookPackage(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true), limits);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException || IsOfFalseNumbers(e))
        {
            throw NotAWorkbook();
        }

        try
        {
            package.RefuseWhatMayNotBeInIt(limits);
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public static SpreadsheetRefusedException NotAWorkbook() =>
        new("The file is not a workbook (.xlsx, .xlsm or .ods), or it is damaged. Open it in a spreadsheet program, save it as “Excel workbook (.xlsx)” and upload that.");

    public static SpreadsheetRefusedException TooLarge() =>
        new("The file unpacks to far more than a programme’s registers hold, and was not read. Take out pictures, and sheets that are not registers.");

    /// <summary>Whether it holds macros. Nothing here runs them, or reads them.</summary>
    public bool HasMacros => parts.Keys.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || p.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || p.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase));

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A part as XML; nothing where it is not there.</summary>
    /// <exception cref="InvalidDataException">The directory leads nowhere.</exception>
    public XmlReader? Find(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        return XmlReader.Create(new CountedStream(Opened(entry), unpacked), Xml);
    }

    public void Dispose() => archive.Dispose();

    // The names of what an old file holds stand in it in UTF-16.
    private static bool HoldsText(Stream content, string text)
    {
        content.Position = 0;
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        return whole.GetBuffer().AsSpan(0, (int)whole.Length).IndexOf(System.Text.Encoding.Unicode.GetBytes(text)) >= 0;
    }

    // A place before the file's beginning is told by the stream, as an IOException.
    private static Stream Opened(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception e) when (e is IOException || IsOfFalseNumbers(e))
        {
            throw new InvalidDataException("The directory leads nowhere.", e);
        }
    }

    // Places and sizes that a directory makes up reach the archive's own arithmetic and the stream's positions.
    private static bool IsOfFalseNumbers(Exception e) => e is ArgumentException or OverflowException;

    private void RefuseWhatMayNotBeInIt(WorkbookLimits limits)
    {
        if (archive.Entries.Count > limits.Parts)
        {
            throw new SpreadsheetRefusedException(FormattableString.Invariant($"The file holds more than {limits.Parts} parts, which no workbook of registers does. It was not opened."));
        }

        // What the directory claims is held against the limit first, and what is really unpacked while it is.
        // Sizes may be anything up to the largest number there is, so that they are counted down and never added up.
        var left = limits.UnpackedBytes;
        foreach (var size in archive.Entries.Select(e => Math.Max(0, e.Length)))
        {
            if (size > left)
            {
                throw TooLarge();
            }

            left -= size;
        }

        if (parts.ContainsKey("EncryptedPackage"))
        {
            throw new SpreadsheetRefusedException("The file is protected by a password. Take the password off and upload it again.");
        }

        if (parts.Keys.Any(p => p.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase) || p.EndsWith("/connections.xml", StringComparison.OrdinalIgnoreCase)))
        {
            throw new SpreadsheetRefusedException(
                "The workbook takes values from other files. Copy its cells, paste them as values, break the links (Data, Edit links) and upload it again.");
        }

        if (parts.ContainsKey("xl/workbook.bin"))
        {
            throw new SpreadsheetRefusedException("The file is a binary workbook (.xlsb). Save it as “Excel workbook (.xlsx)” and upload that.");
        }

        if (!parts.ContainsKey("[Content_Types].xml") && !OpenDocumentSheets.AreIn(this))
        {
            throw NotAWorkbook();
        }
    }

    /// <summary>More was unpacked than any workbook of registers holds.</summary>
    public sealed class TooLargeException() : IOException("The file unpacks to more than is read.");

    private sealed class CountedBytes(long limit)
    {
        private long read;

        public void Add(int count)
        {
            read += count;
            if (read > limit)
            {
                throw new TooLargeException();
            }
        }
    }

    private sealed class CountedStream(Stream under, CountedBytes counted) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            try
            {
                var count = under.Read(buffer);
                counted.Add(count);
                return count;
            }
            catch (Exception e) when (IsOfFalseNumbers(e))
            {
                throw new InvalidDataException("The directory leads nowhere.", e);
            }
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                under.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
