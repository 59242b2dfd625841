using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class TargetSourceConfiguration : IEntityTypeConfiguration<TargetSourceEntity>
{
    public void Configure(EntityTypeBuilder<TargetSourceEntity> builder)
    {
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.ShortName).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Name).IsUnique();
    }
}
