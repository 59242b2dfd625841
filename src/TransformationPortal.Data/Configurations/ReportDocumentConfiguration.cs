using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReportDocumentConfiguration : IEntityTypeConfiguration<ReportDocumentEntity>
{
    public void Configure(EntityTypeBuilder<ReportDocumentEntity> builder)
    {
        builder.Property(e => e.Key).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.MediaType).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Content).HasMaxLength(ReportLimits.DocumentBytes);
        builder.HasIndex(e => e.Key).IsUnique();
    }
}

internal sealed class ChaseNoteConfiguration : IEntityTypeConfiguration<ChaseNoteEntity>
{
    public void Configure(EntityTypeBuilder<ChaseNoteEntity> builder)
    {
        builder.Property(e => e.Whom).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Sentence).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.Month, e.ProjectId });
    }
}
