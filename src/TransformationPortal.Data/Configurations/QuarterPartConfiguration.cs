using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class QuarterPartConfiguration : IEntityTypeConfiguration<QuarterPartEntity>
{
    public void Configure(EntityTypeBuilder<QuarterPartEntity> builder)
    {
        builder.Property(e => e.Part).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.HasIndex(e => new { e.Quarter, e.Part }).IsUnique();
    }
}
