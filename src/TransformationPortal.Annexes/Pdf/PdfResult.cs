namespace TransformationPortal.Annexes.Pdf;

/// <summary>Why no PDF came of a conversion.</summary>
public enum PdfProblem
{
    /// <summary>LibreOffice is not on this machine.</summary>
    Missing,

    /// <summary>As many conversions are waiting as may wait.</summary>
    Busy,

    /// <summary>LibreOffice did not finish in time and was ended.</summary>
    TimedOut,

    /// <summary>LibreOffice ended with an error, or could not be started.</summary>
    Failed,

    /// <summary>LibreOffice ended as if all were well and left no PDF.</summary>
    Empty,
}

/// <summary>What came of a conversion: a PDF, or the reason why there is none.</summary>
public abstract record PdfResult
{
    private PdfResult()
    {
    }

    public sealed record Made(ReadOnlyMemory<byte> Bytes) : PdfResult;

    /// <param name="Sentence">For the reader who asked.</param>
    /// <param name="Detail">For the log: what the program wrote before it failed; may be empty.</param>
    public sealed record None(PdfProblem Problem, string Sentence, string Detail) : PdfResult;

    internal static None Without(PdfProblem problem, string detail = "") => new(problem, problem switch
    {
        PdfProblem.Missing => "PDF files cannot be made on this server, because LibreOffice is not installed on it. The Word file holds the same paper.",
        PdfProblem.Busy => "Several PDF files are being made already. Try again in a minute, or take the Word file, which holds the same paper.",
        PdfProblem.TimedOut => "Making the PDF took too long and was stopped. Try again, or take the Word file, which holds the same paper.",
        PdfProblem.Failed or PdfProblem.Empty => "The PDF could not be made. Take the Word file, which holds the same paper, and tell the programme office.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Unknown problem."),
    }, detail);
}
