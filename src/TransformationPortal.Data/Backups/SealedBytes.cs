using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TransformationPortal.Data.Backups;

/// <summary>
/// Bytes that only a passphrase opens: AES-256 in GCM under a key that PBKDF2 makes of the passphrase. What was changed, or
/// sealed with another passphrase, does not open.
/// </summary>
internal static class SealedBytes
{
    /// <summary>Rounds of PBKDF2 with SHA-256, kept with each seal so that a later version may ask for more.</summary>
    private const int Rounds = 600_000;

    private const int MostRounds = 10_000_000;
    private const int SaltLength = 16;
    private const int KeyLength = 32;
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    private static int HeadLength => sizeof(int) + SaltLength + NonceLength + TagLength;

    /// <returns>Rounds, salt, nonce, tag and what was sealed.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> open, string passphrase)
    {
        var all = new byte[HeadLength + open.Length];
        BinaryPrimitives.WriteInt32LittleEndian(all, Rounds);
        var (salt, nonce, tag, text) = Parts(all);
        RandomNumberGenerator.Fill(salt.Span);
        RandomNumberGenerator.Fill(nonce.Span);
        using var cipher = new AesGcm(Key(passphrase, salt.Span, Rounds), TagLength);
        cipher.Encrypt(nonce.Span, open, text.Span, tag.Span, all.AsSpan(0, sizeof(int)));
        return all;
    }

    /// <exception cref="CryptographicException">Another passphrase sealed it, or it was changed.</exception>
    public static byte[] Open(byte[] all, string passphrase)
    {
        var rounds = all.Length < HeadLength ? 0 : BinaryPrimitives.ReadInt32LittleEndian(all);
        if (rounds is < 1 or > MostRounds)
        {
            throw new CryptographicException();
        }

        var (salt, nonce, tag, text) = Parts(all);
        var open = new byte[text.Length];
        using var cipher = new AesGcm(Key(passphrase, salt.Span, rounds), TagLength);
        cipher.Decrypt(nonce.Span, text.Span, tag.Span, open, all.AsSpan(0, sizeof(int)));
        return open;
    }

    private static (Memory<byte> Salt, Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(Memory<byte> all) => (
        all.Slice(sizeof(int), SaltLength),
        all.Slice(sizeof(int) + SaltLength, NonceLength),
        all.Slice(sizeof(int) + SaltLength + NonceLength, TagLength),
        all[HeadLength..]);

    private static byte[] Key(string passphrase, ReadOnlySpan<byte> salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, KeyLength);
}
