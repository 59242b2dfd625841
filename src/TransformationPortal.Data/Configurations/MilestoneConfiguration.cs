using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<MilestoneEntity>
{
    public void Configure(EntityTypeBuilder<MilestoneEntity> builder)
    {
        builder.Property(e => e.Title).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.ProjectId, e.Title }).IsUnique().HasFilter("Month IS NULL");
        builder.HasIndex(e => new { e.ProjectId, e.Month, e.Title }).IsUnique().HasFilter("Month IS NOT NULL");
    }
}
