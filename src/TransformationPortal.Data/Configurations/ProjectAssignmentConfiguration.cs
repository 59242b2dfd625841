using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ProjectAssignmentConfiguration : IEntityTypeConfiguration<ProjectAssignmentEntity>
{
    public void Configure(EntityTypeBuilder<ProjectAssignmentEntity> builder)
    {
        builder.Property(e => e.UserId).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.HasIndex(e => new { e.UserId, e.ProjectId }).IsUnique();
    }
}
