using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class RegisterHistoryConfiguration : IEntityTypeConfiguration<RegisterHistoryEntity>
{
    public void Configure(EntityTypeBuilder<RegisterHistoryEntity> builder)
    {
        builder.Property(e => e.Register).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Row).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.Column).HasMaxLength(Lengths.Key);
        builder.Property(e => e.From).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.To).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.With).HasMaxLength(Lengths.Name);
        builder.Property(e => e.RowKey).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.Cells).HasMaxLength(Lengths.ReportContent);
        builder.HasIndex(e => new { e.Register, e.Id });
    }
}
