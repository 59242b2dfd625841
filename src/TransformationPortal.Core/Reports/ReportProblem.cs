namespace TransformationPortal.Core.Reports;

public enum ReportProblemKind
{
    /// <summary>Still to be entered before the report can be submitted.</summary>
    Missing,

    /// <summary>Entered, but cannot be so. A draft keeps it; it must be put right before the report can be submitted.</summary>
    Wrong,

    /// <summary>More than a report can hold: not even a draft keeps it.</summary>
    TooMuch,
}

/// <summary>What stands in the way of a report, in one field.</summary>
/// <param name="Field">As <see cref="ReportFields"/> names it.</param>
/// <param name="Sentence">What to do, in plain words.</param>
public sealed record ReportProblem(ReportSection Section, string Field, string Sentence, ReportProblemKind Kind)
{
    public override string ToString() => Sentence;
}
