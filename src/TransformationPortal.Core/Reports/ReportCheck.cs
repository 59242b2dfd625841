namespace TransformationPortal.Core.Reports;

/// <summary>
/// What must hold before a report can be submitted. Every rule is checked and every problem is named at its field; a draft may
/// still have them all, save those of the kind <see cref="ReportProblemKind.TooMuch"/>.
/// </summary>
public static class ReportCheck
{
    /// <summary>Every problem, section by section in the order of the form.</summary>
    public static IReadOnlyList<ReportProblem> Problems(ReportContent content, ReportContext context) =>
        [.. ReportSectionFacts.All.SelectMany(section => Problems(section, content, context))];

    /// <summary>The problems of one section.</summary>
    public static IReadOnlyList<ReportProblem> Problems(ReportSection section, ReportContent content, ReportContext context)
    {
        var findings = new ReportFindings(section);
        switch (section)
        {
            case ReportSection.Ratings:
                RatingsCheck.Check(content, findings);
                break;
            case ReportSection.Progress:
                Progress(content, findings);
                break;
            case ReportSection.Savings:
                SavingsCheck.Check(content, context, findings);
                break;
            case ReportSection.Spend:
                SpendCheck.Check(content, context, findings);
                break;
            case ReportSection.Milestones:
                MilestonesCheck.Check(content, context, findings);
                break;
            case ReportSection.RisksAndIssues:
                RisksCheck.Check(content, context, findings);
                break;
            case ReportSection.Dependencies:
                DependenciesCheck.Check(content, context, findings);
                break;
            case ReportSection.Capacity:
                CapacityCheck.Check(content, findings);
                break;
            case ReportSection.Decisions:
                Decisions(content, findings);
                break;
            case ReportSection.Evidence:
                EvidenceCheck.Check(content, context, findings);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section of a report.");
        }

        return findings.Found;
    }

    private static void Progress(ReportContent content, ReportFindings findings)
    {
        findings.Text(ReportFields.Progress, content.Progress, ReportLimits.Story, "the progress of this period", "Say what was done in this period.");
        findings.Text(ReportFields.NextSteps, content.NextSteps, ReportLimits.Story, "the next steps", "Say what is done next.");
        findings.Text(ReportFields.UnchangedBecause, content.UnchangedBecause, ReportLimits.Paragraph, "the reason why nothing has changed");
    }

    private static void Decisions(ReportContent content, ReportFindings findings)
    {
        findings.Rows("Decisions", content.Decisions.Count, ReportLimits.Decisions, "decisions sought");
        foreach (var decision in content.Decisions)
        {
            findings.Text(ReportFields.Decision(decision.Key, nameof(decision.What)), decision.What, ReportLimits.Paragraph,
                "the decision", "Say what is to be decided.");
            findings.Text(ReportFields.Decision(decision.Key, nameof(decision.Body)), decision.Body, ReportLimits.Title,
                "who is to decide", "Say who is to take the decision.");
            if (decision.NeededBy is null)
            {
                findings.Missing(ReportFields.Decision(decision.Key, nameof(decision.NeededBy)), "Say by which day the decision is needed.");
            }
        }
    }
}
