using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class KnownHeadingConfiguration : IEntityTypeConfiguration<KnownHeadingEntity>
{
    public void Configure(EntityTypeBuilder<KnownHeadingEntity> builder)
    {
        builder.Property(e => e.Register).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Heading).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Written).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Column).HasMaxLength(Lengths.Key);
        builder.HasIndex(e => new { e.Register, e.Heading }).IsUnique();
    }
}
