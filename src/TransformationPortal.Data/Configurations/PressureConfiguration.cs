using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class PressureConfiguration : IEntityTypeConfiguration<PressureEntity>
{
    public void Configure(EntityTypeBuilder<PressureEntity> builder)
    {
        builder.Property(e => e.Ref).HasMaxLength(Lengths.Ref);
        builder.Property(e => e.Why).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Owner).HasMaxLength(Lengths.Name);
        builder.Property(e => e.HowCovered).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.Ref, e.Year }).IsUnique();
    }
}
