using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class MeasureConfiguration : IEntityTypeConfiguration<MeasureEntity>
{
    public void Configure(EntityTypeBuilder<MeasureEntity> builder)
    {
        builder.Property(e => e.Label).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Caption).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Source).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.LinkText).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Value).HasPrecision(18, 4);
        builder.HasIndex(e => new { e.Quarter, e.Label }).IsUnique();
    }
}
