using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Data.Reports;

/// <summary>What came of an action on a report.</summary>
public abstract record ReportOutcome
{
    private ReportOutcome()
    {
    }

    /// <summary>It was done and stored.</summary>
    /// <param name="Opened">The report as it is now.</param>
    public sealed record Done(OpenedReport Opened) : ReportOutcome;

    /// <summary>It was refused; nothing was stored.</summary>
    /// <param name="Opened">The report as it is.</param>
    public sealed record Refused(ReportRefusal Refusal, OpenedReport Opened) : ReportOutcome;

    /// <summary>Somebody else changed the report since the revision that was seen; nothing was stored.</summary>
    /// <param name="Opened">The report as it is.</param>
    public sealed record Conflicted(ReportConflict Conflict, OpenedReport Opened) : ReportOutcome;

    /// <summary>There is no such project.</summary>
    public sealed record NotFound : ReportOutcome;
}

/// <summary>A report with the revision of it that somebody saw.</summary>
public sealed record SeenReport(string Project, int Revision);

/// <summary>What became of one of several reports.</summary>
public sealed record ReportOutcomeOf(string Project, ReportOutcome Outcome);

/// <summary>An event of a report's history.</summary>
/// <param name="Revision">The revision that it made.</param>
public sealed record ReportHistoryEntry(int Revision, ReportEvent Event);

/// <summary>A month for which there are reports, with how many stand where.</summary>
public sealed record ReportedMonthCount(ReportingMonth Month, int Reports, int Approved);
