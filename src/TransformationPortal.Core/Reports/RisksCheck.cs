using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>A risk or issue says what it would do or does, what is done about it, how grave it is then and who has to know.</summary>
internal static class RisksCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows("Risks", content.Risks.Count, ReportLimits.Risks, "risks and issues");
        foreach (var risk in content.Risks)
        {
            Check(risk, context, findings);
        }

        findings.Once(content.Risks, r => r.Key, r => ReportFields.Risk(r.Key, nameof(r.Key)), r => $"{r.Key} stands in the list twice: keep one.");
    }

    private static void Check(RiskEntry risk, ReportContext context, ReportFindings findings)
    {
        var (word, name) = risk.Kind == RiskKind.Issue ? ("issue", $"issue {risk.Key}") : ("risk", $"risk {risk.Key}");
        findings.Text(ReportFields.Risk(risk.Key, nameof(risk.Key)), risk.Key, ReportLimits.Key, $"the reference of the {word}");
        findings.Text(ReportFields.Risk(risk.Key, nameof(risk.Impact)), risk.Impact, ReportLimits.Paragraph, $"what {name} means",
            risk.Kind == RiskKind.Issue ? $"Say what has happened and what {name} does to the project." : $"Say what would happen if {name} came about.");
        findings.Text(ReportFields.Risk(risk.Key, nameof(risk.Controls)), risk.Controls, ReportLimits.Paragraph, $"what is being done about {name}", $"Say what is being done about {name}.");
        findings.Text(ReportFields.Risk(risk.Key, nameof(risk.FurtherAction)), risk.FurtherAction, ReportLimits.Paragraph, $"the further action on {name}");
        if (risk.Kind == RiskKind.Risk && risk.InitialRating is null)
        {
            findings.Missing(ReportFields.Risk(risk.Key, nameof(risk.InitialRating)), $"Rate {name} as it would be if nothing were done: high, medium or low.");
        }

        if (risk.ResidualRating is null)
        {
            findings.Missing(ReportFields.Risk(risk.Key, nameof(risk.ResidualRating)), $"Rate {name} with its controls in place: high, medium or low.");
        }

        if (risk.Escalation is null)
        {
            findings.Missing(ReportFields.Risk(risk.Key, nameof(risk.Escalation)), $"Say who has to deal with {name}: the project, its workstream board, the programme board or the management team.");
        }

        findings.Text(ReportFields.Risk(risk.Key, nameof(risk.ClosedBecause)), risk.ClosedBecause, ReportLimits.Paragraph, $"why {name} is closed",
            risk.Closed is null ? null : $"Say why {name} is closed.");
        if (risk is { Closed: null, ClosedBecause: not null })
        {
            findings.Missing(ReportFields.Risk(risk.Key, nameof(risk.Closed)), $"Say on which day {name} was closed, or empty the reason for closing it.");
        }

        if (risk.Closed is { } closed && closed > context.Today)
        {
            findings.Wrong(ReportFields.Risk(risk.Key, nameof(risk.Closed)), $"{ReportWords.Capital(name)} cannot have been closed on {DateFormat.Long(closed)}, which is in the future.");
        }

        if (risk.Reviewed is { } reviewed && reviewed > context.Today)
        {
            findings.Wrong(ReportFields.Risk(risk.Key, nameof(risk.Reviewed)), $"{ReportWords.Capital(name)} cannot have been reviewed on {DateFormat.Long(reviewed)}, which is in the future.");
        }
    }
}
