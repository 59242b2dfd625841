using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class DependencyConfiguration : IEntityTypeConfiguration<DependencyEntity>
{
    public void Configure(EntityTypeBuilder<DependencyEntity> builder)
    {
        builder.Property(e => e.What).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.Reason).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.ProjectId, e.NeedsId, e.What }).IsUnique().HasFilter("Month IS NULL");
        builder.HasIndex(e => new { e.ProjectId, e.Month, e.NeedsId, e.What }).IsUnique().HasFilter("Month IS NOT NULL");
    }
}
