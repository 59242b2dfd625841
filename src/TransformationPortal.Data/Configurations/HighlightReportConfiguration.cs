using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class HighlightReportConfiguration : IEntityTypeConfiguration<HighlightReportEntity>
{
    public void Configure(EntityTypeBuilder<HighlightReportEntity> builder)
    {
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.Property(e => e.Content).HasMaxLength(Lengths.ReportContent);
        builder.Property(e => e.Writers).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.ReturnNote).HasMaxLength(Lengths.Text);
        builder.Property(e => e.ReopenedBecause).HasMaxLength(Lengths.Text);
        builder.Property(e => e.FinanceReason).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.ProjectId, e.Month }).IsUnique();
    }
}
