using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Reports;

/// <summary>What a report of the registers holds: carried over from the one before, with the rows of its own month in their places.</summary>
internal static class ImportedContent
{
    /// <param name="opening">What the report opens with.</param>
    /// <param name="known">The last day that its writer could know of.</param>
    public static ReportContent Of(ReportContent opening, ReportRegisterRows rows, RegisterRow report, DateOnly known)
    {
        var (project, month) = (report.Get(ReportsRegister.Project), report.Get(ReportsRegister.Month));
        var key = (project, month);
        var ratings = Ratings(opening, rows, key);
        var capacity = rows.Capacity[key].FirstOrDefault();
        return opening with
        {
            Ratings = ratings,
            PathToGreen = Steps(opening, rows, key, ratings),
            Progress = report.Find(ReportsRegister.Progress) ?? opening.Progress,
            NextSteps = report.Find(ReportsRegister.NextSteps) ?? opening.NextSteps,
            Savings = Savings(opening, rows, project, month),
            Variances = [.. rows.Lines[project].SelectMany(l => rows.Explanations[(l.Ref, month)])
                .Select(r => new VarianceExplanation(r.Get(SavingsExplanationsRegister.Line), r.Get(SavingsExplanationsRegister.Year), r.Get(SavingsExplanationsRegister.Explanation)))],
            Spend = [.. rows.CostLines[project].SelectMany(l => rows.Spend[(l.Code, month)]).Select(r => new SpendEntry(r.Get(SpendRegister.Line), r.Get(SpendRegister.Amount)))],
            Milestones = Milestones(opening, rows, key, known),
            Risks = Risks(opening, rows, key, known),
            Capacity = capacity is null ? opening.Capacity : new(
                capacity.Get(CapacityRegister.PostsNeeded), capacity.Get(CapacityRegister.PostsFilled), capacity.Find(CapacityRegister.HoldsUp), capacity.Find(CapacityRegister.Risk)),
            Decisions = [.. rows.Decisions[key].Select(r => new DecisionSought(
                null, r.Get(DecisionsSoughtRegister.What), r.Get(DecisionsSoughtRegister.Body), r.Get(DecisionsSoughtRegister.NeededBy)))],
        };
    }

    private static List<RatingEntry> Ratings(ReportContent opening, ReportRegisterRows rows, (string, ReportingMonth) key)
    {
        var own = rows.Ratings[key].Select(r => new RatingEntry(r.Rating.Aspect, r.Rating.Rating.Rating, r.Rating.Rating.Reason)).ToList();
        return [.. own, .. opening.Ratings.Where(r => own.TrueForAll(o => o.Aspect != r.Aspect))];
    }

    // What has become green needs no path to it.
    private static List<PathToGreenStep> Steps(ReportContent opening, ReportRegisterRows rows, (string, ReportingMonth) key, List<RatingEntry> ratings)
    {
        var own = rows.Steps[key].Select(r => new PathToGreenStep(
            null, r.Get(PathToGreenRegister.Aspect), r.Get(PathToGreenRegister.Action), r.Get(PathToGreenRegister.Owner), r.Get(PathToGreenRegister.Due))).ToList();
        return
        [
            .. opening.PathToGreen.Where(s => own.TrueForAll(o => o.Aspect != s.Aspect)).Concat(own)
                .Where(s => ratings.Exists(r => r.Aspect == s.Aspect && r.Rag is not Rag.Green)),
        ];
    }

    private static List<SavingsCell> Savings(ReportContent opening, ReportRegisterRows rows, string project, ReportingMonth month) =>
    [
        .. rows.Lines[project].SelectMany(line => rows.Positions[(line.Ref, month)].ToList() is { Count: > 0 } own
            ? own.Select(p => new SavingsCell(p.Line, p.Year, p.Confidence, p.Amount))
            : opening.Savings.Where(s => s.Line == line.Ref)),
    ];

    private static List<MilestoneEntry> Milestones(ReportContent opening, ReportRegisterRows rows, (string Project, ReportingMonth) key, DateOnly known)
    {
        var forecasts = rows.Forecasts[key].ToDictionary(r => r.Get(MilestoneForecastsRegister.Title), r => r.Get(MilestoneForecastsRegister.Forecast), StringComparer.Ordinal);
        return
        [
            .. rows.Milestones[key.Project].OrderBy(m => m.Baseline).ThenBy(m => m.Title, StringComparer.Ordinal).Select(m => new MilestoneEntry(
                opening.Milestones.FirstOrDefault(o => o.Title == m.Title)?.Key,
                m.Title,
                m.Baseline,
                forecasts.TryGetValue(m.Title, out var forecast) ? forecast : m.Forecast,
                m.Actual <= known ? m.Actual : null)),
        ];
    }

    private static List<RiskEntry> Risks(ReportContent opening, ReportRegisterRows rows, (string Project, ReportingMonth) key, DateOnly known)
    {
        var register = rows.Risks[key.Project].ToDictionary(r => r.Ref, StringComparer.Ordinal);
        var issues = rows.Issues[key].ToList();
        return
        [
            .. opening.Risks.Where(r => r.Kind == RiskKind.Risk)
                .Select(r => r with { Reviewed = register.TryGetValue(r.Key ?? "", out var row) && row.Reviewed <= known ? row.Reviewed : null }),
            .. issues.Select(r => new RiskEntry(
                r.Get(IssuesRegister.Ref), RiskKind.Issue, r.Get(IssuesRegister.Issue), null, r.Get(IssuesRegister.Action), r.Get(IssuesRegister.Rating), null, null,
                r.Get(IssuesRegister.Escalation))),
        ];
    }
}
