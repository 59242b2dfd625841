using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// What the next report opens with where the registers were told something since the last one was approved: they are believed
/// over it, by the rule of <see cref="ReportOrRegister"/>, so that a report does not take back what it never heard of.
/// </summary>
public static class RegisterSince
{
    /// <summary>What an approved report says, with what the registers were told since.</summary>
    /// <param name="last">The last approved report.</param>
    /// <param name="by">The last day of the month that the next report is for.</param>
    public static ReportContent In(ReportContent content, string project, PastReport last, RegisterWords words, DateOnly by)
    {
        var (milestones, risks, dependencies) = (content.Milestones, content.Risks, content.Dependencies);
        var said = new ReportedMonth(
            project, last.Month, last.WrittenAt,
            [.. milestones.Select(m => m.ToMilestone(project))],
            [.. risks.Where(IsRisk).Select(r => r.ToRisk(project))],
            [.. dependencies.Select(d => d.ToDependency(project))]);
        var believed = ReportOrRegister.Believed(said, words, by);
        return content with
        {
            Milestones = ReferenceEquals(believed.Milestones, said.Milestones) ? milestones :
            [
                .. believed.Milestones.Select(m => MilestoneEntry.Of(m, milestones.FirstOrDefault(e => Same(e.Title, m.Title))?.Key)),
            ],
            Risks = ReferenceEquals(believed.Risks, said.Risks) ? risks :
            [
                .. believed.Risks.Select(r => RiskEntry.Of(
                    r, risks.FirstOrDefault(e => Same(e.Key, r.Ref))?.Escalation ?? ReportPrefill.Escalation(r.ResidualRating))),
                .. risks.Where(r => !IsRisk(r)),
            ],
            Dependencies = ReferenceEquals(believed.Dependencies, said.Dependencies) ? dependencies :
            [
                .. believed.Dependencies.Select(d => DependencyEntry.Of(
                    d, dependencies.FirstOrDefault(e => Same(e.Needs, d.Needs) && Same(e.What, d.What))?.Key)),
            ],
        };
    }

    private static bool IsRisk(RiskEntry entry) => entry.Kind == RiskKind.Risk;

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
