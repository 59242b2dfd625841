using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using TransformationPortal.Data;

namespace TransformationPortal.Registers.Present;

/// <summary>The registers as they are kept now.</summary>
/// <param name="Tables">Every register that is kept, in order.</param>
/// <param name="Seal">A fingerprint of all their cells: two programmes with the same have the same registers.</param>
/// <param name="IsEmpty">Whether there is no programme yet.</param>
public sealed record PresentProgramme(IReadOnlyList<RegisterTable> Tables, string Seal, bool IsEmpty)
{
    internal static PresentProgramme Of(KeptRows rows)
    {
        var tables = rows.Tables();
        return new(tables, SealOf(tables), rows.Settings is null);
    }

    /// <summary>Registers that were kept, with their seal.</summary>
    internal static PresentProgramme Of(IReadOnlyList<RegisterTable> tables) => new(tables, SealOf(tables), IsEmpty: false);

    private static string SealOf(IReadOnlyList<RegisterTable> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        foreach (var text in tables.SelectMany(t => t.Rows.SelectMany(r => r.Cells.Append("\u001E")).Prepend(t.Name)))
        {
            // A cell has at most 8,000 characters; the separator stands in no register.
            var count = Encoding.UTF8.GetBytes(text, buffer);
            buffer[count] = 0x1F;
            hash.AppendData(buffer, 0, count + 1);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Reads the registers as they are kept.</summary>
public sealed class PresentProgrammeReader(PortalDbContext context)
{
    public async Task<PresentProgramme> ReadAsync(CancellationToken ct)
    {
        var present = PresentProgramme.Of(await KeptRows.LoadAsync(context, ct));
        context.ChangeTracker.Clear();
        return present;
    }
}
