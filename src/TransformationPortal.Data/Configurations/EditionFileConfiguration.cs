using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class EditionFileConfiguration : IEntityTypeConfiguration<EditionFileEntity>
{
    public void Configure(EntityTypeBuilder<EditionFileEntity> builder)
    {
        builder.Property(e => e.Edition).HasMaxLength(Lengths.Seal);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Sha256).HasMaxLength(Lengths.Seal);
        builder.HasIndex(e => new { e.Edition, e.Name }).IsUnique();
    }
}
