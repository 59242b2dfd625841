using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using TransformationPortal.Core;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Audit;
using TransformationPortal.Data.Conventions;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;

namespace TransformationPortal.Data;

/// <summary>
/// The portal's database: the write side, the published editions and those who sign in. One model for both databases; a
/// derived context for each has migrations of its own. Everybody takes this one.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options) : IdentityDbContext<PortalUser, IdentityRole, string>(options), IDataProtectionKeyContext
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

    public DbSet<PressureEntity> Pressures => Set<PressureEntity>();

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

    public DbSet<ReportDocumentEntity> ReportDocuments => Set<ReportDocumentEntity>();

    public DbSet<ChaseNoteEntity> ChaseNotes => Set<ChaseNoteEntity>();

    public DbSet<ProjectAssignmentEntity> ProjectAssignments => Set<ProjectAssignmentEntity>();

    public DbSet<ReportedCostLineEntity> ReportedCostLines => Set<ReportedCostLineEntity>();

    public DbSet<RegisterHistoryEntity> RegisterHistory => Set<RegisterHistoryEntity>();

    public DbSet<ReorganisationEntity> Reorganisations => Set<ReorganisationEntity>();

    public DbSet<UploadEntity> Uploads => Set<UploadEntity>();

    public DbSet<AppliedUploadEntity> AppliedUploads => Set<AppliedUploadEntity>();

    public DbSet<KnownHeadingEntity> KnownHeadings => Set<KnownHeadingEntity>();

    public DbSet<LookEntity> Looks => Set<LookEntity>();

    public DbSet<EditionLook> EditionLooks => Set<EditionLook>();

    public DbSet<PaperTemplateEntity> PaperTemplates => Set<PaperTemplateEntity>();

    public DbSet<ClaimRuleEntity> ClaimRules => Set<ClaimRuleEntity>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<EditionFileEntity> EditionFiles => Set<EditionFileEntity>();

    public DbSet<HappeningEntity> Happenings => Set<HappeningEntity>();

    public DbSet<NoticeEntity> Notices => Set<NoticeEntity>();

    public DbSet<NoticeChoiceEntity> NoticeChoices => Set<NoticeChoiceEntity>();

    public DbSet<MailEntity> Mails => Set<MailEntity>();

    public DbSet<FollowEntity> Follows => Set<FollowEntity>();

    public DbSet<ReminderSettingsEntity> ReminderSettings => Set<ReminderSettingsEntity>();

    public DbSet<JobRunEntity> JobRuns => Set<JobRunEntity>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whether rows are carried over as another database has them, its audit log among them.</summary>
    internal bool WritesAsItIs { get; set; }

    /// <summary>Saves what was changed, and in the same transaction what people are told of it and what the audit log says of it.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        SaveAsync([], acceptAllChangesOnSuccess, cancellationToken);

    /// <summary>Writes in the audit log what changes no data.</summary>
    internal Task TellAsync(AuditNote note, CancellationToken ct) => SaveAsync([note], acceptAllChangesOnSuccess: true, ct);

    private async Task<int> SaveAsync(IReadOnlyList<AuditNote> told, bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        Task<int> Save(CancellationToken token) => base.SaveChangesAsync(acceptAllChangesOnSuccess, token);

        // Tools that only ask about the model have none.
        var services = WritesAsItIs ? null : this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;
        if (services?.GetService<AuditRecorder>() is not { } audit || services.GetService<NoticeRecorder>() is not { } notices)
        {
            return await Save(ct);
        }

        var written = await notices.AddAsync(this, ct);
        try
        {
            return await audit.SaveAsync(this, told, Save, ct);
        }
        finally
        {
            // Saved, they are nobody's any more; not saved, they are written anew with what is then saved.
            foreach (var row in written)
            {
                Entry(row).State = EntityState.Detached;
            }
        }
    }

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
        builder.Entity<DataProtectionKey>(key =>
        {
            key.Property(k => k.FriendlyName).HasMaxLength(Lengths.Name);
            key.Property(k => k.Xml).HasMaxLength(Lengths.LongText);
        });

        // Nothing goes because something else went; and SQL Server refuses tables that two cascades could reach.
        foreach (var key in builder.Model.GetEntityTypes().Where(IsOurs).SelectMany(e => e.GetDeclaredForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private static bool IsOurs(Microsoft.EntityFrameworkCore.Metadata.IReadOnlyEntityType entity) =>
        entity.ClrType.Assembly == typeof(PortalDbContext).Assembly;
}
