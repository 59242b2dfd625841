using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Entities;

/// <summary>What happened to a row of a register.</summary>
public enum RegisterAction
{
    Added,
    Changed,

    /// <summary>Taken out; nothing had used it.</summary>
    Removed,

    /// <summary>Taken out of the register and kept for what used it.</summary>
    Retired,

    /// <summary>Brought back after it was retired.</summary>
    Restored,
}

/// <summary>A cell of a register that changed, or a row that came or went. Added with the change itself, and never changed.</summary>
public sealed class RegisterHistoryEntity
{
    public int Id { get; private init; }

    /// <summary>The register's name: <c>projects</c>.</summary>
    public required string Register { get; init; }

    /// <summary>What tells the row from the others, as people read it: <c>TP-07</c>.</summary>
    public required string Row { get; init; }

    public required RegisterAction Action { get; init; }

    /// <summary>The column's name, where a cell changed.</summary>
    public string? Column { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public required Person By { get; init; }

    public required DateTime At { get; init; }

    /// <summary>What it was done with: the name of a file, or a page.</summary>
    public required string With { get; init; }

    /// <summary>
    /// What the row is matched by, where the change has a day from which it holds; none where the register's rows have months
    /// of their own or the change is kept with its day elsewhere, as re-organisations and decisions are. Empty where the order of the rows changed.
    /// </summary>
    public string? RowKey { get; init; }

    /// <summary>The day from which the change holds; none where it was always so. Only read where <see cref="RowKey"/> is there.</summary>
    public DateOnly? HoldsFrom { get; init; }

    /// <summary>The cells of a row that came, went or came back, as a JSON array in the order of the register's columns; of another order of rows, the keys in the order before.</summary>
    public string? Cells { get; init; }

    /// <summary>Where among the rows one stood that was taken out, from 0.</summary>
    public int? Place { get; init; }
}

/// <summary>A file that was read and waits to be agreed to. It is kept as what was understood, never as the file that came.</summary>
public sealed class UploadEntity
{
    public int Id { get; private init; }

    /// <summary>Its name in addresses: 32 hexadecimal digits drawn at random.</summary>
    public required string Key { get; init; }

    public required Person By { get; init; }

    /// <summary>What the file was called; shown and never used as a name of a file.</summary>
    public required string FileName { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The state of the programme that it was held against.</summary>
    public required string Seal { get; init; }

    /// <summary>The registers as they were understood: JSON, gzip-compressed.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>A file that was applied, or the taking back of one, with what it takes to take it back. Added with the change itself, and never changed.</summary>
public sealed class AppliedUploadEntity
{
    public int Id { get; private init; }

    /// <summary>Its name in addresses: 32 hexadecimal digits drawn at random.</summary>
    public required string Key { get; init; }

    public required Person By { get; init; }

    /// <summary>UTC; the entries that it left in the registers' history have the same.</summary>
    public required DateTime At { get; init; }

    /// <summary>What the file was called; shown and never used as a name of a file.</summary>
    public required string FileName { get; init; }

    /// <summary>What the registers' history says that it was done with.</summary>
    public required string With { get; init; }

    /// <summary>The day from which what it changed holds; none where it was always so.</summary>
    public DateOnly? HoldsFrom { get; init; }

    public int? TakesBackId { get; private init; }

    /// <summary>The upload that it took back; none where it is an upload.</summary>
    public AppliedUploadEntity? TakesBack { get; init; }

    /// <summary>Whether there was no programme before it.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>How many rows came, changed and went, register by register, as JSON.</summary>
    public required string Counts { get; init; }

    /// <summary>Every register as it was before: JSON, gzip-compressed.</summary>
    public required byte[] Before { get; init; }

    /// <summary>The registers that it changed as they were after it: JSON, gzip-compressed.</summary>
    public required byte[] After { get; init; }
}

/// <summary>A heading of the council's own that was explained once: what it is, or that it is left out.</summary>
public sealed class KnownHeadingEntity
{
    public int Id { get; private init; }

    /// <summary>The register's name.</summary>
    public required string Register { get; init; }

    /// <summary>What headings are compared by.</summary>
    public required string Heading { get; init; }

    /// <summary>As it was written.</summary>
    public required string Written { get; init; }

    /// <summary>The name of the column that it is; none where it is left out.</summary>
    public string? Column { get; init; }

    public required Person By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
