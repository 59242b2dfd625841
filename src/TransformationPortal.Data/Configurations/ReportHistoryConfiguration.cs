using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReportHistoryConfiguration : IEntityTypeConfiguration<ReportHistoryEntity>
{
    public void Configure(EntityTypeBuilder<ReportHistoryEntity> builder)
    {
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Field).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Label).HasMaxLength(Lengths.Name);
        builder.Property(e => e.From).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.To).HasMaxLength(Lengths.LongText);
        builder.HasIndex(e => new { e.ReportId, e.Revision });
    }
}
