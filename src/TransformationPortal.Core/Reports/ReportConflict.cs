namespace TransformationPortal.Core.Reports;

/// <summary>
/// Somebody else changed a report while it was being edited. Nothing was saved: whoever comes second sees both and chooses,
/// and saves the choice against <see cref="Theirs"/>.
/// </summary>
/// <param name="Theirs">The report as it is now.</param>
/// <param name="Yours">What would have been saved.</param>
/// <param name="Since">What others did since the revision that you saw, the oldest first.</param>
/// <param name="Differences">Field by field, from theirs to yours.</param>
public sealed record ReportConflict(
    HighlightReport Theirs, ReportContent Yours, IReadOnlyList<ReportEvent> Since, IReadOnlyList<ReportChange> Differences)
{
    /// <summary>The differing fields that others changed meanwhile: taking yours would undo their work.</summary>
    public IEnumerable<ReportChange> Contested => Differences.Where(d => Since.Any(e => e.Changes.Any(c => c.Field == d.Field)));
}
