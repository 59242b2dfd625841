using System.Globalization;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Reports;

/// <summary>Every cost line of the project says what was spent in the month; nothing spent is a 0.</summary>
internal static class SpendCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        foreach (var line in context.CostLines.Where(l => !content.Spend.Any(s => s.CostLine == l.Code && s.Amount is not null)))
        {
            findings.Missing(ReportFields.Spend(line.Code), $"Say what was spent on {line.Code} {line.Name} in {context.Month.Name}; enter 0 if nothing was.");
        }

        foreach (var entry in content.Spend.Where(s => findings.IsCode("Spend", s.CostLine)))
        {
            var field = ReportFields.Spend(entry.CostLine);
            if (!context.CostLines.Any(l => l.Code == entry.CostLine))
            {
                findings.Wrong(field, $"{entry.CostLine} is not a cost line of {context.Project.Code}: remove its amount.");
            }
            else if (entry.Amount is { } amount)
            {
                findings.Fits(field, amount, $"what was spent on {entry.CostLine}");
            }
        }

        findings.Once(content.Spend, s => s.CostLine, s => ReportFields.Spend(s.CostLine), s => $"{s.CostLine} has two amounts: keep one.");
        findings.Rows("Spend", content.Spend.Count, ReportLimits.Milestones, "amounts of spend");
    }
}

/// <summary>
/// A milestone has a title, a baseline and, until it is reached, a forecast. It is not reached in the future. Its baseline stays
/// as it was last approved: what moves is the forecast.
/// </summary>
internal static class MilestonesCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows("Milestones", content.Milestones.Count, ReportLimits.Milestones, "milestones");
        foreach (var milestone in content.Milestones)
        {
            Check(milestone, context, findings);
        }

        findings.Once(content.Milestones, m => m.Title, m => ReportFields.Milestone(m.Key, nameof(m.Title)), m => $"There are two milestones “{m.Title}”: give one of them another title.");
    }

    private static void Check(MilestoneEntry milestone, ReportContext context, ReportFindings findings)
    {
        var name = ReportWords.Named(milestone.Title, "the milestone");
        findings.Text(ReportFields.Milestone(milestone.Key, nameof(milestone.Title)), milestone.Title, ReportLimits.Title, "the milestone’s title", "Give the milestone a title.");
        if (milestone.Baseline is null)
        {
            findings.Missing(ReportFields.Milestone(milestone.Key, nameof(milestone.Baseline)), $"Give {name} its baseline, the day first agreed.");
        }
        else if (context.LastApproved?.Milestones.FirstOrDefault(m => m.Key == milestone.Key)?.Baseline is { } agreed && agreed != milestone.Baseline)
        {
            findings.Wrong(ReportFields.Milestone(milestone.Key, nameof(milestone.Baseline)),
                $"The baseline of {name} was agreed as {DateFormat.Long(agreed)} and stays so: change the forecast instead.");
        }

        if (milestone.Actual is null && milestone.Forecast is null)
        {
            findings.Missing(ReportFields.Milestone(milestone.Key, nameof(milestone.Forecast)), $"Say when {name} is now expected, or when it was reached.");
        }

        if (milestone.Actual is { } actual && actual > context.Today)
        {
            findings.Wrong(ReportFields.Milestone(milestone.Key, nameof(milestone.Actual)),
                $"{ReportWords.Capital(name)} cannot have been reached on {DateFormat.Long(actual)}, which is in the future: enter the day as its forecast.");
        }
    }
}

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
            findings.Missing(ReportFields.Risk(risk.Key, nameof(risk.Escalation)), $"Say who has to deal with {name}: the project, its workstream board, the Programme Board or CEDR.");
        }

        if (risk.Reviewed is { } reviewed && reviewed > context.Today)
        {
            findings.Wrong(ReportFields.Risk(risk.Key, nameof(risk.Reviewed)), $"{ReportWords.Capital(name)} cannot have been reviewed on {DateFormat.Long(reviewed)}, which is in the future.");
        }
    }
}

/// <summary>A dependency names another project of the programme, what is needed and by when, and is rated with a reason.</summary>
internal static class DependenciesCheck
{
    public static void Check(ReportContent content, ReportContext context, ReportFindings findings)
    {
        findings.Rows("Dependencies", content.Dependencies.Count, ReportLimits.Dependencies, "dependencies");
        foreach (var dependency in content.Dependencies)
        {
            Check(dependency, context, findings);
        }

        findings.Once(content.Dependencies, d => d.What is null ? null : $"{d.Needs} {d.What}", d => ReportFields.Dependency(d.Key, nameof(d.What)),
            d => $"“{d.What}” stands in the list twice: keep one.");
    }

    private static void Check(DependencyEntry dependency, ReportContext context, ReportFindings findings)
    {
        string Field(string part) => ReportFields.Dependency(dependency.Key, part);
        if (string.IsNullOrWhiteSpace(dependency.Needs))
        {
            findings.Missing(Field(nameof(dependency.Needs)), "Say which project this one depends on.");
        }
        else if (!findings.IsCode(Field(nameof(dependency.Needs)), dependency.Needs))
        {
            return;
        }
        else if (dependency.Needs == context.Project.Code)
        {
            findings.Wrong(Field(nameof(dependency.Needs)), "A project does not depend on itself: choose another project.");
        }
        else if (!context.Projects.Any(p => p.Code == dependency.Needs))
        {
            findings.Wrong(Field(nameof(dependency.Needs)), $"There is no project {ReportWords.Named(dependency.Needs, "of this code")} in the programme: choose one from the list.");
        }

        findings.Text(Field(nameof(dependency.What)), dependency.What, ReportLimits.Sentence, "what is needed", "Say what is needed of the other project.");
        if (dependency.NeededBy is null)
        {
            findings.Missing(Field(nameof(dependency.NeededBy)), "Say by which day it is needed.");
        }

        if (dependency.Rag is null)
        {
            findings.Missing(Field(nameof(dependency.Rag)), "Rate the dependency: red, amber or green.");
        }

        findings.Text(Field(nameof(dependency.Reason)), dependency.Reason, ReportLimits.Paragraph, "the reason of the dependency’s rating",
            dependency.Rag is { } rag ? $"Say why the dependency is {rag.ToString().ToLowerInvariant()}." : null);
    }
}

/// <summary>The report says how many posts the project needs and has and, where some are missing, what that holds up.</summary>
internal static class CapacityCheck
{
    public static void Check(ReportContent content, ReportFindings findings)
    {
        var capacity = content.Capacity ?? new(null, null, null, null);
        var (needed, filled) = (ReportFields.Capacity(nameof(capacity.PostsNeeded)), ReportFields.Capacity(nameof(capacity.PostsFilled)));
        Posts(needed, capacity.PostsNeeded, "needs", findings);
        Posts(filled, capacity.PostsFilled, "has filled", findings);
        if (capacity.PostsFilled > capacity.PostsNeeded)
        {
            findings.Wrong(filled, "More posts are filled than are needed: check the two numbers.");
        }

        findings.Text(ReportFields.Capacity(nameof(capacity.HoldsUp)), capacity.HoldsUp, ReportLimits.Paragraph, "what the gap holds up",
            capacity.Gap > 0 ? string.Create(CultureInfo.InvariantCulture, $"Say what the gap of {capacity.Gap:0.##} {(capacity.Gap == 1 ? "post" : "posts")} holds up.") : null);
        if (capacity.Risk is { } key && findings.IsCode(ReportFields.Capacity(nameof(capacity.Risk)), key) && !content.Risks.Any(r => r.Key == key))
        {
            findings.Wrong(ReportFields.Capacity(nameof(capacity.Risk)), $"There is no risk or issue {ReportWords.Named(key, "of this reference")} in this report: choose one that is there.");
        }
    }

    private static void Posts(string field, decimal? posts, string verb, ReportFindings findings)
    {
        if (posts is not { } number)
        {
            findings.Missing(field, $"Say how many posts the project {verb}, in full-time equivalents; enter 0 if none.");
        }
        else if (number < 0)
        {
            findings.Wrong(field, $"The number of posts the project {verb} cannot be negative.");
        }
        else if (number >= ReportLimits.Posts)
        {
            findings.Wrong(field, $"Check the number of posts the project {verb}: it must be below 10,000.");
        }
    }
}
