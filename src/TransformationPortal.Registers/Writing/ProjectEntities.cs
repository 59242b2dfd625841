using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Reports;

namespace TransformationPortal.Registers.Writing;

/// <summary>The projects with their ratings, milestones, risks, dependencies and benefits.</summary>
internal sealed class ProjectEntities(ProgrammeData data, FrameEntities frame)
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

    private IEnumerable<MilestoneEntity> Milestones => data[MilestonesRegister.Definition].Select(row => new MilestoneEntity
    {
        Project = ByCode[row.Get(MilestonesRegister.Project)],
        Title = row.Get(MilestonesRegister.Title),
        Baseline = row.Get(MilestonesRegister.Baseline),
        Forecast = row.Find(MilestonesRegister.Forecast),
        Actual = row.Find(MilestonesRegister.Actual),
        Basis = row.Find(MilestonesRegister.Basis),
    });

    private IEnumerable<RiskEntity> Risks => data[RisksRegister.Definition].Select(row => new RiskEntity
    {
        Ref = row.Get(RisksRegister.Ref),
        Project = row.Find(RisksRegister.Project) is { } code ? ByCode[code] : null,
        Impact = row.Get(RisksRegister.Impact),
        InitialRating = row.Get(RisksRegister.InitialRating),
        Controls = row.Get(RisksRegister.Controls),
        ResidualRating = row.Get(RisksRegister.ResidualRating),
        FurtherAction = row.Find(RisksRegister.FurtherAction),
        Reviewed = row.Find(RisksRegister.Reviewed),
        IsCritical = row.Get(RisksRegister.IsCritical),
        Basis = row.Find(RisksRegister.Basis),
        Closed = row.Find(RisksRegister.Closed),
        ClosedBecause = row.Find(RisksRegister.ClosedBecause),
    });

    private IEnumerable<DependencyEntity> Dependencies => data[DependenciesRegister.Definition].Select(row => new DependencyEntity
    {
        Project = ByCode[row.Get(DependenciesRegister.Project)],
        Needs = ByCode[row.Get(DependenciesRegister.Needs)],
        What = row.Get(DependenciesRegister.What),
        NeededBy = row.Find(DependenciesRegister.NeededBy),
        Rag = row.Get(DependenciesRegister.Rating),
        Reason = row.Get(DependenciesRegister.Reason),
        Basis = row.Find(DependenciesRegister.Basis),
    });

    private IEnumerable<BenefitEntity> Benefits => data[BenefitsRegister.Definition].Select(row => new BenefitEntity
    {
        Project = ByCode[row.Get(BenefitsRegister.Project)],
        Text = row.Get(BenefitsRegister.Benefit),
        Basis = row.Find(BenefitsRegister.Basis),
    });
}
