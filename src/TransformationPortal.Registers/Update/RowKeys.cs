using System.Security.Cryptography;
using System.Text;
using TransformationPortal.Core.Editions.AsAt;

namespace TransformationPortal.Registers.Update;

/// <summary>What rows of a register are matched by: the texts of its key, whatever their case, as they are told apart everywhere.</summary>
internal static class RowKeys
{
    /// <summary>The key of the one row of a register that has no other.</summary>
    public const string Only = "*";

    /// <param name="cells">In the order of the register's columns.</param>
    public static string Of(RegisterDefinition register, IReadOnlyList<string> cells) => RowKey.Of(Indexes(register).Select(i => cells[i]));

    /// <summary>What the row is matched by in the history: never empty.</summary>
    public static string Recorded(RegisterDefinition register, string key) => register.Key.Count == 0 ? Only : key;

    /// <summary>How people name the row.</summary>
    public static string NameOf(RegisterDefinition register, IReadOnlyList<string> cells)
    {
        var name = string.Join(", ", Indexes(register).Select(i => cells[i]).Where(t => t.Length > 0));
        return name.Length > 0 ? name : register.Title;
    }

    /// <summary>The row's name in addresses: 16 hexadecimal digits that follow from its key.</summary>
    public static string IdOf(RegisterDefinition register, IReadOnlyList<string> cells) => Fingerprint(Of(register, cells))[..16];

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<int> Indexes(RegisterDefinition register) => register.Key.Select(key => IndexOf(register, key));

    private static int IndexOf(RegisterDefinition register, Column column)
    {
        for (var i = 0; i < register.Columns.Count; i++)
        {
            if (register.Columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"{register.Name} has no column {column.Name}.", nameof(column));
    }
}
