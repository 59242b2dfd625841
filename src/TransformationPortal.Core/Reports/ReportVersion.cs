namespace TransformationPortal.Core.Reports;

/// <summary>What a report held when it was submitted: kept as it was, whatever became of it.</summary>
/// <param name="Number">From 1, counted within the report.</param>
/// <param name="SubmittedAt">UTC.</param>
/// <param name="Decision">Whether it was returned or approved; nothing while it waits.</param>
/// <param name="Reopening">How an approved version was reopened; nothing where it was not.</param>
/// <param name="IsInForce">Whether it is the project's position for the month.</param>
public sealed record ReportVersion(
    int Number, ReportContent Content, Person SubmittedBy, DateTime SubmittedAt, VersionDecision? Decision, VersionReopening? Reopening, bool IsInForce);

/// <summary>What the PMO decided on a version.</summary>
/// <param name="At">UTC.</param>
public sealed record VersionDecision(bool IsApproved, Person By, DateTime At, string? Note);

/// <summary>That an approved version was reopened, and why.</summary>
/// <param name="At">UTC.</param>
public sealed record VersionReopening(Person By, DateTime At, string Reason);
