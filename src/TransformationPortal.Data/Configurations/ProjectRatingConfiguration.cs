using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ProjectRatingConfiguration : IEntityTypeConfiguration<ProjectRatingEntity>
{
    public void Configure(EntityTypeBuilder<ProjectRatingEntity> builder)
    {
        builder.Property(e => e.Reason).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.ProjectId, e.Month, e.Aspect }).IsUnique();
    }
}
