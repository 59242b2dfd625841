using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Conventions;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data;

/// <summary>
/// The portal's database: the write side, the published editions and those who sign in. One model for both databases; a
/// derived context for each has migrations of its own. Everybody takes this one.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options) : IdentityDbContext<PortalUser, IdentityRole, string>(options)
{
    public DbSet<ProgrammeSettingsEntity> ProgrammeSettings => Set<ProgrammeSettingsEntity>();

    public DbSet<ConfidenceLabelEntity> ConfidenceLabels => Set<ConfidenceLabelEntity>();

    public DbSet<BoardEntity> Boards => Set<BoardEntity>();

    public DbSet<WorkstreamEntity> Workstreams => Set<WorkstreamEntity>();

    public DbSet<DirectorateEntity> Directorates => Set<DirectorateEntity>();

    public DbSet<TargetSourceEntity> TargetSources => Set<TargetSourceEntity>();

    public DbSet<CoreActivityEntity> CoreActivities => Set<CoreActivityEntity>();

    public DbSet<ProjectEntity> Projects => Set<ProjectEntity>();

    public DbSet<ProjectRatingEntity> ProjectRatings => Set<ProjectRatingEntity>();

    public DbSet<RecoveryActionEntity> RecoveryActions => Set<RecoveryActionEntity>();

    public DbSet<SavingsLineEntity> SavingsLines => Set<SavingsLineEntity>();

    public DbSet<SavingsTargetEntity> SavingsTargets => Set<SavingsTargetEntity>();

    public DbSet<SavingsPositionEntity> SavingsPositions => Set<SavingsPositionEntity>();

    public DbSet<DecisionEntity> Decisions => Set<DecisionEntity>();

    public DbSet<ReprofileEntity> Reprofiles => Set<ReprofileEntity>();

    public DbSet<CostAreaEntity> CostAreas => Set<CostAreaEntity>();

    public DbSet<CostLineEntity> CostLines => Set<CostLineEntity>();

    public DbSet<CostBudgetEntity> CostBudgets => Set<CostBudgetEntity>();

    public DbSet<SpendEntity> Spend => Set<SpendEntity>();

    public DbSet<FundingEntity> Funding => Set<FundingEntity>();

    public DbSet<RiskEntity> Risks => Set<RiskEntity>();

    public DbSet<MilestoneEntity> Milestones => Set<MilestoneEntity>();

    public DbSet<DependencyEntity> Dependencies => Set<DependencyEntity>();

    public DbSet<BenefitEntity> Benefits => Set<BenefitEntity>();

    public DbSet<DocumentEntity> Documents => Set<DocumentEntity>();

    public DbSet<CouncilWordEntity> CouncilWords => Set<CouncilWordEntity>();

    public DbSet<MeetingEntity> Meetings => Set<MeetingEntity>();

    public DbSet<PlanStageEntity> PlanStages => Set<PlanStageEntity>();

    public DbSet<QuarterTextEntity> QuarterTexts => Set<QuarterTextEntity>();

    public DbSet<MeasureEntity> Measures => Set<MeasureEntity>();

    public DbSet<SpotlightEntity> Spotlights => Set<SpotlightEntity>();

    public DbSet<QuarterPartEntity> QuarterParts => Set<QuarterPartEntity>();

    public DbSet<AnnexParagraphEntity> AnnexParagraphs => Set<AnnexParagraphEntity>();

    public DbSet<ReconciliationNoteEntity> ReconciliationNotes => Set<ReconciliationNoteEntity>();

    public DbSet<StoredEdition> StoredEditions => Set<StoredEdition>();

    public DbSet<HighlightReportEntity> HighlightReports => Set<HighlightReportEntity>();

    public DbSet<ReportVersionEntity> ReportVersions => Set<ReportVersionEntity>();

    public DbSet<ReportRemarkEntity> ReportRemarks => Set<ReportRemarkEntity>();

    public DbSet<DoubtAnswerEntity> DoubtAnswers => Set<DoubtAnswerEntity>();

    public DbSet<ReportHistoryEntity> ReportHistory => Set<ReportHistoryEntity>();

    public DbSet<ProjectAssignmentEntity> ProjectAssignments => Set<ProjectAssignmentEntity>();

    public DbSet<ReportedCostLineEntity> ReportedCostLines => Set<ReportedCostLineEntity>();

    public DbSet<RegisterHistoryEntity> RegisterHistory => Set<RegisterHistoryEntity>();

    public DbSet<ReorganisationEntity> Reorganisations => Set<ReorganisationEntity>();

    public DbSet<UploadEntity> Uploads => Set<UploadEntity>();

    public DbSet<AppliedUploadEntity> AppliedUploads => Set<AppliedUploadEntity>();

    public DbSet<KnownHeadingEntity> KnownHeadings => Set<KnownHeadingEntity>();

    public DbSet<LookEntity> Looks => Set<LookEntity>();

    public DbSet<EditionLook> EditionLooks => Set<EditionLook>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<FinancialYear>().HaveConversion<FinancialYearConverter>();
        configurationBuilder.Properties<ReportingMonth>().HaveConversion<ReportingMonthConverter>();
        configurationBuilder.Properties<Quarter>().HaveConversion<QuarterConverter>();
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>().HavePrecision(18, 2);
        configurationBuilder.Properties<Person>().HaveConversion<PersonConverter>().HaveMaxLength(Lengths.Person);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(Lengths.Enum);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

        // Nothing goes because something else went; and SQL Server refuses tables that two cascades could reach.
        foreach (var key in builder.Model.GetEntityTypes().Where(IsOurs).SelectMany(e => e.GetDeclaredForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private static bool IsOurs(Microsoft.EntityFrameworkCore.Metadata.IReadOnlyEntityType entity) =>
        entity.ClrType.Assembly == typeof(PortalDbContext).Assembly;
}
