using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class PlanStageConfiguration : IEntityTypeConfiguration<PlanStageEntity>
{
    public void Configure(EntityTypeBuilder<PlanStageEntity> builder)
    {
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Stage).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.Name, e.Stage }).IsUnique();
    }
}
