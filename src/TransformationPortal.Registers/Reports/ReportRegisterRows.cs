using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Reports;

/// <summary>The rows that reports are made of, by project and month.</summary>
internal sealed class ReportRegisterRows(ProgrammeData data)
{
    /// <summary>The reports, project by project and in it month by month.</summary>
    public IReadOnlyList<IGrouping<string, RegisterRow>> Reports { get; } =
    [
        .. data[ReportsRegister.Definition].OrderBy(r => r.Get(ReportsRegister.Month)).GroupBy(r => r.Get(ReportsRegister.Project), StringComparer.Ordinal),
    ];

    public ILookup<(string, ReportingMonth), MonthlyRating> Ratings { get; } = data[RatingsRegister.Definition]
        .Select(r => new MonthlyRating(r.Get(RatingsRegister.Project), r.Get(RatingsRegister.Month), new(r.Get(RatingsRegister.Aspect), new(r.Get(RatingsRegister.Rating), r.Get(RatingsRegister.Reason)))))
        .ToLookup(r => (r.Project, r.Month));

    public ILookup<(string, ReportingMonth), SavingsPosition> Positions { get; } = data[SavingsPositionsRegister.Definition]
        .Select(r => new SavingsPosition(
            r.Get(SavingsPositionsRegister.Line), r.Get(SavingsPositionsRegister.AsAt), r.Get(SavingsPositionsRegister.Year),
            r.Get(SavingsPositionsRegister.Confidence), r.Get(SavingsPositionsRegister.Amount)))
        .ToLookup(p => (p.Line, p.AsAt));

    public ILookup<string, ReportSavingsLine> Lines { get; } = Savings(data);

    public ILookup<string, ReportCostLine> CostLines { get; } = CostLinesOf(data);

    public ILookup<(string, ReportingMonth), RegisterRow> Steps { get; } = ByReport(data, PathToGreenRegister.Definition, PathToGreenRegister.Project, PathToGreenRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Explanations { get; } = data[SavingsExplanationsRegister.Definition]
        .ToLookup(r => (r.Get(SavingsExplanationsRegister.Line), r.Get(SavingsExplanationsRegister.Month)));

    public ILookup<(string, ReportingMonth), RegisterRow> Forecasts { get; } = ByReport(data, MilestoneForecastsRegister.Definition, MilestoneForecastsRegister.Project, MilestoneForecastsRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Issues { get; } = ByReport(data, IssuesRegister.Definition, IssuesRegister.Project, IssuesRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Capacity { get; } = ByReport(data, CapacityRegister.Definition, CapacityRegister.Project, CapacityRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Decisions { get; } = ByReport(data, DecisionsSoughtRegister.Definition, DecisionsSoughtRegister.Project, DecisionsSoughtRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Answers { get; } = ByReport(data, DoubtAnswersRegister.Definition, DoubtAnswersRegister.Project, DoubtAnswersRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Remarks { get; } = ByReport(data, ReportRemarksRegister.Definition, ReportRemarksRegister.Project, ReportRemarksRegister.Month);

    public ILookup<(string, ReportingMonth), RegisterRow> Spend { get; } = data[SpendRegister.Definition].Where(r => r.Get(SpendRegister.Kind) == Core.Costs.CostKind.Actual)
        .ToLookup(r => (r.Get(SpendRegister.Line), r.Get(SpendRegister.Month)));

    public ILookup<string, Milestone> Milestones { get; } = data[MilestonesRegister.Definition]
        .Select(r => MilestonesRegister.Read(r) with { Basis = null })
        .ToLookup(m => m.Project, StringComparer.Ordinal);

    public ILookup<string, Risk> Risks { get; } = data[RisksRegister.Definition].Where(r => r.Find(RisksRegister.Project) is not null)
        .Select(r => RisksRegister.Read(r) with { Basis = null })
        .ToLookup(r => r.Project!, StringComparer.Ordinal);

    public ILookup<string, Dependency> Dependencies { get; } = data[DependenciesRegister.Definition]
        .Select(r => DependenciesRegister.Read(r) with { Basis = null })
        .ToLookup(d => d.Project, StringComparer.Ordinal);

    public IReadOnlyList<ProjectName> Projects { get; } = [.. data[ProjectsRegister.Definition].Select(r => new ProjectName(r.Get(ProjectsRegister.Code), r.Get(ProjectsRegister.Name)))];

    private static ILookup<(string, ReportingMonth), RegisterRow> ByReport(
        ProgrammeData data, RegisterDefinition register, Column<string> project, Column<ReportingMonth> month) =>
        data[register].ToLookup(r => (r.Get(project), r.Get(month)));

    private static ILookup<string, ReportSavingsLine> Savings(ProgrammeData data)
    {
        var targets = data[SavingsTargetsRegister.Definition].ToLookup(
            r => r.Get(SavingsTargetsRegister.Line),
            r => (Year: r.Get(SavingsTargetsRegister.Year), Amount: r.Find(SavingsTargetsRegister.Revised) ?? r.Find(SavingsTargetsRegister.Original)),
            StringComparer.Ordinal);
        return data[SavingsLinesRegister.Definition].ToLookup(
            r => r.Get(SavingsLinesRegister.Project),
            r => new ReportSavingsLine(
                r.Get(SavingsLinesRegister.Ref), r.Get(SavingsLinesRegister.Title),
                [.. targets[r.Get(SavingsLinesRegister.Ref)].Where(t => t.Amount is not null).Select(t => new ReportTarget(t.Year, t.Amount!.Value)).OrderBy(t => t.Year)]),
            StringComparer.Ordinal);
    }

    private static ILookup<string, ReportCostLine> CostLinesOf(ProgrammeData data)
    {
        var names = data[CostLinesRegister.Definition].ToDictionary(r => r.Get(CostLinesRegister.Code), r => r.Get(CostLinesRegister.Name), StringComparer.Ordinal);
        return data[ReportCostLinesRegister.Definition].ToLookup(
            r => r.Get(ReportCostLinesRegister.Project),
            r => new ReportCostLine(r.Get(ReportCostLinesRegister.Line), names.GetValueOrDefault(r.Get(ReportCostLinesRegister.Line), "")),
            StringComparer.Ordinal);
    }
}
