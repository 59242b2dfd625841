using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Audit;

/// <summary>The tables whose rows the audit log seals.</summary>
internal enum SealedTable : byte
{
    Editions = 1,
    ReportVersions = 2,
    ReportHistory = 3,
    RegisterHistory = 4,
    Positions = 5,
}

/// <summary>A row that came or went, as the audit log keeps it.</summary>
/// <param name="Came">Whether it came; else it went.</param>
/// <param name="Fingerprint">The first 16 bytes of a SHA-256 over what the row says.</param>
internal readonly record struct SealedRow(SealedTable Table, bool Came, UInt128 Fingerprint);

/// <summary>
/// What rows say, as fingerprints. What is empty is left out, so that a column that a later version adds changes no
/// fingerprint of a row that has nothing in it.
/// </summary>
internal static class SealedRows
{
    private const int Length = 18;

    /// <summary>The rows that the next saving writes or takes away.</summary>
    public static List<SealedRow> Changed(ChangeTracker tracker)
    {
        var rows = new List<SealedRow>();
        foreach (var entry in tracker.Entries())
        {
            if (TableOf(entry.Entity) is not { } table)
            {
                continue;
            }

            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                rows.Add(new(table, false, Fingerprint(entry, entry.OriginalValues)));
            }

            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                rows.Add(new(table, true, Fingerprint(entry, entry.CurrentValues)));
            }
        }

        return rows;
    }

    /// <summary>The fingerprint of a row as it is stored.</summary>
    public static UInt128 Fingerprint(EntityEntry entry) => Fingerprint(entry, entry.CurrentValues);

    /// <summary>The same of any row, with its numbers and everything else that it holds.</summary>
    public static UInt128 FingerprintOfAll(EntityEntry entry) => Fingerprint("", entry.CurrentValues, entry.Metadata.GetProperties());

    public static byte[] Write(IReadOnlyList<SealedRow> rows)
    {
        var bytes = new byte[rows.Count * Length];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = bytes.AsSpan(i * Length, Length);
            (row[0], row[1]) = ((byte)rows[i].Table, rows[i].Came ? (byte)1 : (byte)0);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(row[2..], rows[i].Fingerprint);
        }

        return bytes;
    }

    public static IEnumerable<SealedRow> Read(byte[]? bytes)
    {
        for (var at = 0; at + Length <= (bytes?.Length ?? 0); at += Length)
        {
            yield return new(
                (SealedTable)bytes![at], bytes[at + 1] == 1, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(at + 2)));
        }
    }

    private static SealedTable? TableOf(object row) => row switch
    {
        StoredEdition => SealedTable.Editions,
        ReportVersionEntity => SealedTable.ReportVersions,
        ReportHistoryEntity => SealedTable.ReportHistory,
        RegisterHistoryEntity => SealedTable.RegisterHistory,
        SavingsPositionEntity => SealedTable.Positions,
        _ => null,
    };

    // Whose it is. Numbers that a database gives are known too late to be sealed with the row.
    private static string OwnerOf(EntityEntry entry) => entry.Entity switch
    {
        ReportVersionEntity v => Of(entry.Context, v.Report ?? Found<HighlightReportEntity>(entry.Context, v.ReportId)),
        ReportHistoryEntity h => Of(entry.Context, h.Report ?? Found<HighlightReportEntity>(entry.Context, h.ReportId)),
        SavingsPositionEntity p => (p.Line ?? Found<SavingsLineEntity>(entry.Context, p.LineId)).Ref,
        _ => "",
    };

    private static string Of(DbContext context, HighlightReportEntity report) =>
        $"{(report.Project ?? Found<ProjectEntity>(context, report.ProjectId)).Code} {report.Month}";

    // Nearly always at hand: who writes or reads a row of these tables has read what it belongs to.
    private static T Found<T>(DbContext context, int id)
        where T : class => context.Find<T>(id) ?? throw new InvalidOperationException($"A row belongs to no {typeof(T).Name}.");

    private static UInt128 Fingerprint(EntityEntry entry, PropertyValues values) =>
        Fingerprint(OwnerOf(entry), values, entry.Metadata.GetProperties().Where(IsSaid));

    private static UInt128 Fingerprint(string owner, PropertyValues values, IEnumerable<IProperty> properties)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(owner));
        foreach (var property in properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (Text(property, values[property]) is { } text)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"\u001e{property.Name}\u001f{text}"));
            }
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    // The content of an edition has a seal of its own, which is among what is said.
    private static bool IsSaid(IProperty property) => !property.IsKey() && !property.IsForeignKey() && property.ClrType != typeof(byte[]);

    private static string? Text(IProperty property, object? value) => (property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value) switch
    {
        null => null,
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime moment => moment.Ticks.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
