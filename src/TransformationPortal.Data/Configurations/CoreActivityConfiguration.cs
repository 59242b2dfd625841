using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class CoreActivityConfiguration : IEntityTypeConfiguration<CoreActivityEntity>
{
    public void Configure(EntityTypeBuilder<CoreActivityEntity> builder)
    {
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Group).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Name).IsUnique();
    }
}
