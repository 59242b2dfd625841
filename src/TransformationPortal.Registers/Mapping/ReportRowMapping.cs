using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Reports;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Reports;

namespace TransformationPortal.Registers.Mapping;

/// <summary>The highlight reports with their history and versions, and what the approved ones put into the registers.</summary>
internal static class ReportRowMapping
{
    /// <param name="others">The programme's other rows, which reports refer to.</param>
    public static IEnumerable<object> From(ProgrammeData data, ProjectRowMapping projects, IReadOnlyList<object> others)
    {
        var costLines = others.OfType<CostLineEntity>().ToDictionary(l => l.Code, StringComparer.Ordinal);
        var frames = new Frames(data, projects, others, costLines);
        return new ImportedReports(data).Read().Reports.SelectMany(r => Rows(r, frames));
    }

    private static IEnumerable<object> Rows(ImportedReport imported, Frames frames)
    {
        var report = imported.Report;
        var frame = frames.For(report);
        var row = new HighlightReportEntity { Project = frame.Project, Month = report.Month };
        ReportMapping.Write(report, row);
        var versions = new Dictionary<int, ReportVersionEntity>();
        yield return row;
        IReadOnlyList<DoubtAnswer> known = [];
        foreach (var step in imported.Steps)
        {
            foreach (var added in ReportRecording.Rows(row, step.Report, step.Events, known))
            {
                if (added is ReportVersionEntity version)
                {
                    versions.Add(version.Number, version);
                }

                yield return added;
            }

            known = step.Report.Answers;
            if (versions.TryGetValue(step.Report.Versions, out var decided))
            {
                ReportRecording.Decide(decided, step.Events[^1]);
            }
        }

        if (report.State == ReportState.Approved)
        {
            foreach (var projected in ReportProjection.Rows(frame, report.Month, report.Content))
            {
                yield return projected;
            }
        }
    }

    /// <summary>What the rows of each project's reports refer to.</summary>
    private sealed class Frames(ProgrammeData data, ProjectRowMapping projects, IReadOnlyList<object> others, Dictionary<string, CostLineEntity> costLines)
    {
        private readonly ILookup<ProjectEntity, SavingsLineEntity> lines = others.OfType<SavingsLineEntity>().ToLookup(l => l.Project);
        private readonly ILookup<ProjectEntity, MilestoneEntity> milestones = others.OfType<MilestoneEntity>().ToLookup(m => m.Project);
        private readonly ILookup<ProjectEntity, RiskEntity> risks = others.OfType<RiskEntity>().Where(r => r.Project is not null).ToLookup(r => r.Project!);
        private readonly ILookup<ProjectEntity, DependencyEntity> dependencies = others.OfType<DependencyEntity>().ToLookup(d => d.Project);

        public ProjectionFrame For(HighlightReport report)
        {
            var project = projects.ByCode[report.Project];
            var notes = data[SpendRegister.Definition].Where(r => r.Get(SpendRegister.Month) == report.Month && r.Get(SpendRegister.Kind) == Core.Costs.CostKind.Actual)
                .ToDictionary(r => r.Get(SpendRegister.Line), r => r.Find(SpendRegister.Note), StringComparer.Ordinal);
            return new(
                project, lines[project].ToDictionary(l => l.Ref, StringComparer.Ordinal), costLines, projects.ByCode,
                [.. milestones[project]], [.. risks[project]], [.. dependencies[project]], notes);
        }
    }
}
