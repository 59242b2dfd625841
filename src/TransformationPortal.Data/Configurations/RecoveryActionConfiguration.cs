using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class RecoveryActionConfiguration : IEntityTypeConfiguration<RecoveryActionEntity>
{
    public void Configure(EntityTypeBuilder<RecoveryActionEntity> builder)
    {
        builder.Property(e => e.Action).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Owner).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.ProjectId, e.Month });
    }
}
