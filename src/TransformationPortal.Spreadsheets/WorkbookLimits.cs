namespace TransformationPortal.Spreadsheets;

/// <summary>How much of a file is read before it is refused. A programme of 20,000 savings lines stays far below.</summary>
public sealed record WorkbookLimits
{
    public static WorkbookLimits Default { get; } = new();

    /// <summary>Bytes of the file as it came.</summary>
    public long FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes of all that is unpacked from it.</summary>
    public long UnpackedBytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Files inside the file.</summary>
    public int Parts { get; init; } = 500;

    /// <summary>Rows of all sheets together that hold something.</summary>
    public int Rows { get; init; } = 600_000;

    /// <summary>Columns of a sheet that are looked at.</summary>
    public int Columns { get; init; } = 60;

    /// <summary>Characters of all texts together.</summary>
    public long Characters { get; init; } = 100_000_000;

    /// <summary>Problems that are listed; beyond them a file is put right faster by looking at it.</summary>
    public int Problems { get; init; } = 2000;
}
