using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Reports;

namespace TransformationPortal.Registers.Mapping;

/// <summary>The projects with their ratings, milestones, risks, dependencies and benefits.</summary>
internal sealed class ProjectRowMapping(ProgrammeData data, FrameRowMapping frame)
{
    private readonly ReportedMonths reported = new(data);

    public IReadOnlyDictionary<string, ProjectEntity> ByCode { get; } = data[ProjectsRegister.Definition].ToDictionary(
        row => row.Get(ProjectsRegister.Code),
        row => new ProjectEntity
        {
            Code = row.Get(ProjectsRegister.Code),
            Name = row.Get(ProjectsRegister.Name),
            Phase = row.Get(ProjectsRegister.Phase),
            Board = frame.Boards[row.Get(ProjectsRegister.Board)],
            Workstream = frame.Workstreams[row.Get(ProjectsRegister.Workstream)],
            Directorate = frame.Directorates[row.Get(ProjectsRegister.Directorate)],
            AccountableOfficer = row.Get(ProjectsRegister.Officer),
            Start = row.Find(ProjectsRegister.Start),
            PlannedEnd = row.Find(ProjectsRegister.PlannedEnd),
            Summary = row.Find(ProjectsRegister.Summary),
            Basis = row.Find(ProjectsRegister.Basis),
        },
        StringComparer.Ordinal);

    public IEnumerable<object> All => ByCode.Values.Concat<object>(Ratings).Concat(Milestones).Concat(Risks).Concat(Dependencies).Concat(Benefits);

    private IEnumerable<ProjectRatingEntity> Ratings =>
        from row in data[RatingsRegister.Definition]
        let project = row.Get(RatingsRegister.Project)
        let month = row.Get(RatingsRegister.Month)
        where !reported.HaveProject(project, month)
        select new ProjectRatingEntity
        {
            Project = ByCode[project],
            Month = month,
            Aspect = row.Get(RatingsRegister.Aspect),
            Rag = row.Get(RatingsRegister.Rating),
            Reason = row.Get(RatingsRegister.Reason),
            Basis = row.Find(RatingsRegister.Basis),
        };

    private IEnumerable<MilestoneEntity> Milestones => data[MilestonesRegister.Definition].Select(MilestonesRegister.Read)
        .Select(m => MilestoneEntity.Of(m, ByCode[m.Project]));

    private IEnumerable<RiskEntity> Risks => data[RisksRegister.Definition].Select(RisksRegister.Read)
        .Select(r => RiskEntity.Of(r, r.Project is { } code ? ByCode[code] : null));

    private IEnumerable<DependencyEntity> Dependencies => data[DependenciesRegister.Definition].Select(DependenciesRegister.Read)
        .Select(d => DependencyEntity.Of(d, ByCode[d.Project], ByCode[d.Needs]));

    private IEnumerable<BenefitEntity> Benefits => data[BenefitsRegister.Definition].Select(row => new BenefitEntity
    {
        Project = ByCode[row.Get(BenefitsRegister.Project)],
        Text = row.Get(BenefitsRegister.Benefit),
        Basis = row.Find(BenefitsRegister.Basis),
    });
}
