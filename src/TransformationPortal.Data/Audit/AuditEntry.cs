using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransformationPortal.Data.Audit;

/// <summary>What an entry of the audit log is about. Names are kept in the database: add, and never rename.</summary>
public enum AuditAction
{
    SignedIn,
    SignInFailed,
    SignedOut,
    AccountLocked,
    AccountMade,
    AccountChanged,
    AccountDisabled,
    AccountEnabled,
    PasswordChanged,
    PasswordGiven,
    RoleGiven,
    RoleTaken,
    ProjectGiven,
    ProjectTaken,
    Published,
    ReportChanged,
    RegistersChanged,
    LookChanged,
    SettingsChanged,
    Uploaded,
    Exported,

    /// <summary>Rows that this log seals were written by something that has no entry of its own.</summary>
    Recorded,

    /// <summary>The log and what it seals were looked over.</summary>
    Checked,

    BackedUp,
}

/// <summary>
/// An entry of the audit log: written once, in the same transaction as what it tells of, and chained to the one before. It
/// is never changed.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>UTC, by the machine's clock.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it: a user name, or what the program calls itself.</summary>
    public required string By { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required string Subject { get; init; }

    public string? Detail { get; init; }

    /// <summary>The rows that came and went with it, as <see cref="SealedRows"/> writes them.</summary>
    public byte[]? Rows { get; init; }

    /// <summary>The <see cref="Hash"/> of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 of all the others, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What the first entry names as the one before.</summary>
    public static string Nothing { get; } = new('0', 64);

    /// <summary>Writes the hash over what the entry says.</summary>
    public AuditEntry Seal()
    {
        Hash = Reckon();
        return this;
    }

    /// <summary>The hash that belongs to what the entry says now.</summary>
    public string Reckon()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] texts =
        [
            Number.ToString(CultureInfo.InvariantCulture), At.Ticks.ToString(CultureInfo.InvariantCulture), By, Action.ToString(), Subject, Detail, Previous,
        ];
        foreach (var text in texts)
        {
            Append(hash, text is null ? null : Encoding.UTF8.GetBytes(text));
        }

        Append(hash, Rows);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Its length goes first, so that no two entries write the same bytes; nothing is not an empty text.
    private static void Append(IncrementalHash hash, byte[]? bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(bytes ?? []);
    }
}
