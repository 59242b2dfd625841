using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Conventions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reports;

/// <summary>A report as its row, and back.</summary>
internal static class ReportMapping
{
    /// <param name="project">Code of its project.</param>
    public static HighlightReport Read(HighlightReportEntity row, string project) => new()
    {
        Project = project,
        Month = row.Month,
        State = row.State,
        Content = ReportJson.Read(row.Content),
        Revision = row.Revision,
        Author = row.Author,
        Writers = [.. row.Writers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(PersonConverter.Read)],
        StartedAt = row.StartedAt,
        ChangedAt = row.ChangedAt,
        ChangedBy = row.ChangedBy,
        FirstSubmittedAt = row.FirstSubmittedAt,
        SubmittedAt = row.SubmittedAt,
        SubmittedBy = row.SubmittedBy,
        Versions = row.Versions,
        ApprovedVersion = row.ApprovedVersion,
        ApprovedAt = row.ApprovedAt,
        ApprovedBy = row.ApprovedBy,
        LastReturn = LastReturn(row),
        ReopenedBecause = row.ReopenedBecause,
        Finance = row is { IsFinanceConfirmed: { } confirmed, FinanceBy: { } by, FinanceAt: { } at } ? new(confirmed, row.FinanceReason, by, at) : null,
        Answers = [.. row.Answers.OrderBy(a => a.Id).Select(Read)],
    };

    /// <summary>Writes what is the report's own; its remarks and answers are rows of their own.</summary>
    public static void Write(HighlightReport report, HighlightReportEntity row)
    {
        row.State = report.State;
        row.Content = ReportJson.Write(report.Content);
        row.Revision = report.Revision;
        row.Author = report.Author;
        row.Writers = string.Join('\n', report.Writers.Select(PersonConverter.Write));
        row.StartedAt = report.StartedAt;
        row.ChangedAt = report.ChangedAt;
        row.ChangedBy = report.ChangedBy;
        row.FirstSubmittedAt = report.FirstSubmittedAt;
        row.SubmittedAt = report.SubmittedAt;
        row.SubmittedBy = report.SubmittedBy;
        row.Versions = report.Versions;
        row.ApprovedVersion = report.ApprovedVersion;
        row.ApprovedAt = report.ApprovedAt;
        row.ApprovedBy = report.ApprovedBy;
        row.ReturnedAt = report.LastReturn?.At;
        row.ReturnedBy = report.LastReturn?.By;
        row.ReturnNote = report.LastReturn?.Note;
        row.ReopenedBecause = report.ReopenedBecause;
        row.IsFinanceConfirmed = report.Finance?.IsConfirmed;
        row.FinanceReason = report.Finance?.Reason;
        row.FinanceBy = report.Finance?.By;
        row.FinanceAt = report.Finance?.At;
    }

    public static ReportVersion Read(ReportVersionEntity row, int? inForce) => new(
        row.Number,
        ReportJson.Read(row.Content),
        row.SubmittedBy,
        row.SubmittedAt,
        row is { IsApproved: { } approved, DecidedBy: { } by, DecidedAt: { } at } ? new(approved, by, at, row.DecisionNote) : null,
        row is { ReopenedBy: { } reopener, ReopenedAt: { } reopened, ReopenedBecause: { } reason } ? new(reopener, reopened, reason) : null,
        row.Number == inForce);

    public static DoubtAnswer Read(DoubtAnswerEntity row) => new(row.Key, row.Doubt, row.Answer, row.By, row.At);

    private static ReportReturn? LastReturn(HighlightReportEntity row)
    {
        if (row is not { ReturnedBy: { } by, ReturnedAt: { } at })
        {
            return null;
        }

        var last = row.Remarks.Select(r => r.Version).DefaultIfEmpty(0).Max();
        return new(by, at, row.ReturnNote, [.. row.Remarks.Where(r => r.Version == last).OrderBy(r => r.Id).Select(r => new ReportRemark(r.Field, r.What))]);
    }
}
