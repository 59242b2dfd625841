using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReportVersionConfiguration : IEntityTypeConfiguration<ReportVersionEntity>
{
    public void Configure(EntityTypeBuilder<ReportVersionEntity> builder)
    {
        builder.Property(e => e.Content).HasMaxLength(Lengths.ReportContent);
        builder.Property(e => e.DecisionNote).HasMaxLength(Lengths.Text);
        builder.Property(e => e.ReopenedBecause).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.ReportId, e.Number }).IsUnique();
    }
}
