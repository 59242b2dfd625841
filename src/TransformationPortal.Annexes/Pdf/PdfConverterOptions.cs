namespace TransformationPortal.Annexes.Pdf;

/// <summary>How PDF files are made.</summary>
public sealed record PdfConverterOptions
{
    /// <summary>Path of LibreOffice’s <c>soffice</c>; when empty it is looked for on the PATH and in its usual places.</summary>
    public string? SofficePath { get; init; }

    /// <summary>How long one conversion may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long one may wait for its turn; after that it is refused.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many conversions may wait for their turn; the next one is refused.</summary>
    public int MaximumWaiting { get; init; } = 8;

    /// <summary>The folder in which each conversion has a folder of its own, which is removed after it.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
