using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Entities;

/// <summary>A highlight report as it stands. It is written from a <see cref="HighlightReport"/> and never otherwise.</summary>
public sealed class HighlightReportEntity
{
    public int Id { get; private init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }

    public required ReportingMonth Month { get; init; }

    public ReportState State { get; internal set; }

    /// <summary>Counts every change. Who writes over a revision that they have not seen is refused.</summary>
    public int Revision { get; internal set; }

    /// <summary>Canonical JSON.</summary>
    public string Content { get; internal set; } = "{}";

    public Person? Author { get; internal set; }

    /// <summary>Everybody who wrote in it, a person a line.</summary>
    public string Writers { get; internal set; } = "";

    public DateTime? StartedAt { get; internal set; }

    public DateTime? ChangedAt { get; internal set; }

    public Person? ChangedBy { get; internal set; }

    public DateTime? FirstSubmittedAt { get; internal set; }

    public DateTime? SubmittedAt { get; internal set; }

    public Person? SubmittedBy { get; internal set; }

    public int Versions { get; internal set; }

    public int? ApprovedVersion { get; internal set; }

    public DateTime? ApprovedAt { get; internal set; }

    public Person? ApprovedBy { get; internal set; }

    public DateTime? ReturnedAt { get; internal set; }

    public Person? ReturnedBy { get; internal set; }

    public string? ReturnNote { get; internal set; }

    public string? ReopenedBecause { get; internal set; }

    public bool? IsFinanceConfirmed { get; internal set; }

    public string? FinanceReason { get; internal set; }

    public Person? FinanceBy { get; internal set; }

    public DateTime? FinanceAt { get; internal set; }

    public List<ReportRemarkEntity> Remarks { get; } = [];

    public List<DoubtAnswerEntity> Answers { get; } = [];
}

/// <summary>What a report held when it was submitted. The content is never changed; what became of it is added.</summary>
public sealed class ReportVersionEntity
{
    public int Id { get; private init; }

    public int ReportId { get; private init; }

    public required HighlightReportEntity Report { get; init; }

    /// <summary>From 1, unique within its report.</summary>
    public required int Number { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Content { get; init; }

    public required Person SubmittedBy { get; init; }

    public required DateTime SubmittedAt { get; init; }

    /// <summary>Whether it was approved or returned; nothing while it waits.</summary>
    public bool? IsApproved { get; internal set; }

    public Person? DecidedBy { get; internal set; }

    public DateTime? DecidedAt { get; internal set; }

    public string? DecisionNote { get; internal set; }

    public Person? ReopenedBy { get; internal set; }

    public DateTime? ReopenedAt { get; internal set; }

    public string? ReopenedBecause { get; internal set; }
}

/// <summary>What had to change when a version was returned.</summary>
public sealed class ReportRemarkEntity
{
    public int Id { get; private init; }

    public int ReportId { get; private init; }

    public required HighlightReportEntity Report { get; init; }

    /// <summary>The version that was returned.</summary>
    public required int Version { get; init; }

    public required string Field { get; init; }

    public required string What { get; init; }
}

/// <summary>What an officer said to a doubt.</summary>
public sealed class DoubtAnswerEntity
{
    public int Id { get; private init; }

    public int ReportId { get; private init; }

    public required HighlightReportEntity Report { get; init; }

    public required string Key { get; init; }

    /// <summary>The doubt as it read.</summary>
    public required string Doubt { get; init; }

    public required string Answer { get; init; }

    public required Person By { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>A field that changed, or an event without one. Added with the change itself, and never changed.</summary>
public sealed class ReportHistoryEntity
{
    public int Id { get; private init; }

    public int ReportId { get; private init; }

    public required HighlightReportEntity Report { get; init; }

    /// <summary>The revision that the event made. Rows of one revision are one event.</summary>
    public required int Revision { get; init; }

    public required ReportAction Action { get; init; }

    public required Person By { get; init; }

    public required DateTime At { get; init; }

    public string? Note { get; init; }

    public ReportSection? Section { get; init; }

    public string? Field { get; init; }

    public string? Label { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}

/// <summary>That a project is an officer's to report on.</summary>
public sealed class ProjectAssignmentEntity
{
    public int Id { get; private init; }

    public required string UserId { get; init; }

    public PortalUser? User { get; private init; }

    public required int ProjectId { get; init; }

    public ProjectEntity? Project { get; private init; }
}

/// <summary>That the spend on a cost line is reported by a project.</summary>
public sealed class ReportedCostLineEntity
{
    public int Id { get; private init; }

    public int LineId { get; private init; }

    public required CostLineEntity Line { get; init; }

    public int ProjectId { get; private init; }

    public required ProjectEntity Project { get; init; }
}

/// <summary>A document that shows what a report says. It is never changed; a report names it by its key.</summary>
public sealed class ReportDocumentEntity
{
    public int Id { get; private init; }

    /// <summary>By lot, so that nobody guesses it.</summary>
    public required string Key { get; init; }

    public required int ProjectId { get; init; }

    public ProjectEntity? Project { get; private init; }

    public required string Name { get; init; }

    /// <summary>As its content says: <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }

    public required byte[] Content { get; init; }

    public required Person AddedBy { get; init; }

    public required DateTime AddedAt { get; init; }
}

/// <summary>That somebody was reminded of a report, and in which words.</summary>
public sealed class ChaseNoteEntity
{
    public int Id { get; private init; }

    public required int ProjectId { get; init; }

    public ProjectEntity? Project { get; private init; }

    public required ReportingMonth Month { get; init; }

    /// <summary>Who was reminded, as the list named them.</summary>
    public required string Whom { get; init; }

    public required string Sentence { get; init; }

    public required Person By { get; init; }

    public required DateTime At { get; init; }
}
