namespace TransformationPortal.Core.Reports;

/// <summary>What must change before a returned report can be approved.</summary>
/// <param name="Field">As <see cref="ReportFields"/> names it; a whole list such as <c>Milestones</c> may be meant.</param>
/// <param name="What">What must change there, in the words of the PMO.</param>
public sealed record ReportRemark(string Field, string What)
{
    /// <summary>The section that the field is in; nothing where it is no field of a report.</summary>
    public ReportSection? Section => ReportFields.SectionOf(Field);

    /// <summary>The field in words, as the report reads; the section's heading where nothing stands in the field.</summary>
    public string Label(ReportContent content) =>
        ReportFact.Of(content).FirstOrDefault(f => f.Field == Field)?.Label ?? Section?.Title() ?? Field;
}

/// <summary>A return of a report to its officer.</summary>
/// <param name="At">UTC.</param>
/// <param name="Note">What there is to say about the report as a whole.</param>
public sealed record ReportReturn(Person By, DateTime At, string? Note, IReadOnlyList<ReportRemark> Remarks);

/// <summary>What finance says of a report's savings.</summary>
/// <param name="IsConfirmed">Whether they are confirmed; if not, the reason says why.</param>
/// <param name="At">UTC.</param>
public sealed record FinanceAnswer(bool IsConfirmed, string? Reason, Person By, DateTime At);

/// <summary>What an officer says to a doubt.</summary>
/// <param name="Key">The doubt's key.</param>
/// <param name="Doubt">The doubt as it read; an answer holds only as long as the doubt still reads so.</param>
/// <param name="At">UTC.</param>
public sealed record DoubtAnswer(string Key, string Doubt, string Answer, Person By, DateTime At);
