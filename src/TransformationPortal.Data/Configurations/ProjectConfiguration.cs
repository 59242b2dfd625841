using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<ProjectEntity>
{
    public void Configure(EntityTypeBuilder<ProjectEntity> builder)
    {
        builder.Property(e => e.Code).HasMaxLength(Lengths.Ref);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.AccountableOfficer).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Summary).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Code).IsUnique();
    }
}
