using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Reports;

/// <summary>
/// The rows that an action adds to a report: what happened, the version that was kept, what must change. They are saved
/// together with the report itself, or not at all.
/// </summary>
internal static class ReportRecording
{
    /// <param name="row">The report's row, written already.</param>
    /// <param name="events">What happened, the last of which made the report's revision.</param>
    /// <param name="known">The answers to doubts that are rows already.</param>
    public static IEnumerable<object> Rows(HighlightReportEntity row, HighlightReport report, IReadOnlyList<ReportEvent> events, IReadOnlyList<DoubtAnswer> known)
    {
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var history in History(row, events[i], report.Revision - (events.Count - 1 - i)))
            {
                yield return history;
            }

            if (events[i].Action is ReportAction.Submit or ReportAction.ReportNoChange)
            {
                yield return new ReportVersionEntity
                {
                    Report = row,
                    Number = report.Versions,
                    Content = ReportJson.Write(report.Content),
                    SubmittedBy = events[i].By,
                    SubmittedAt = events[i].At,
                };
            }

            if (events[i].Action == ReportAction.Return)
            {
                foreach (var remark in report.LastReturn!.Remarks)
                {
                    yield return new ReportRemarkEntity { Report = row, Version = report.Versions, Field = remark.Field, What = remark.What };
                }
            }

        }

        foreach (var answer in report.Answers.Except(known))
        {
            yield return new DoubtAnswerEntity { Report = row, Key = answer.Key, Doubt = answer.Doubt, Answer = answer.Answer, By = answer.By, At = answer.At };
        }
    }

    /// <summary>Writes on a version what became of it.</summary>
    public static void Decide(ReportVersionEntity version, ReportEvent decision)
    {
        switch (decision.Action)
        {
            case ReportAction.Approve or ReportAction.Return:
                version.IsApproved = decision.Action == ReportAction.Approve;
                version.DecidedBy = decision.By;
                version.DecidedAt = decision.At;
                version.DecisionNote = decision.Note;
                break;
            case ReportAction.Reopen:
                version.ReopenedBy = decision.By;
                version.ReopenedAt = decision.At;
                version.ReopenedBecause = decision.Note;
                break;
            default:
                break;
        }
    }

    private static IEnumerable<ReportHistoryEntity> History(HighlightReportEntity row, ReportEvent happened, int revision)
    {
        ReportHistoryEntity Row(ReportChange? change) => new()
        {
            Report = row,
            Revision = revision,
            Action = happened.Action,
            By = happened.By,
            At = happened.At,
            Note = happened.Note,
            Section = change?.Section,
            Field = change?.Field,
            Label = change?.Label,
            From = change?.From,
            To = change?.To,
        };

        return happened.Changes.Count == 0 ? [Row(null)] : happened.Changes.Select(Row);
    }
}
