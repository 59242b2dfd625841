using System.Diagnostics.CodeAnalysis;

// The shapes below are the package's, name for name: the SQL Server provider was compiled against them. It touches them
// only for CLR user-defined types, of which the portal's database has none.
[assembly: SuppressMessage("Design", "CA1032", Justification = "The package's shape.")]
[assembly: SuppressMessage("Design", "CA1064", Justification = "The package's shape.")]
[assembly: SuppressMessage("Design", "MA0048", Justification = "The package's shape.")]

namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is stored.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>A CLR user-defined type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR type as a SQL Server user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    public int MaxByteSize { get; set; }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public string? ValidationMethodName { get; set; }

    public string? Name { get; set; }
}

/// <summary>A type is used as a user-defined type without being marked as one.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType?.FullName}' is an invalid user-defined type, reason: {resourceReason}.");
}
