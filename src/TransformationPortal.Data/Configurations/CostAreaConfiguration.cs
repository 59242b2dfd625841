using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class CostAreaConfiguration : IEntityTypeConfiguration<CostAreaEntity>
{
    public void Configure(EntityTypeBuilder<CostAreaEntity> builder)
    {
        builder.Property(e => e.Code).HasMaxLength(Lengths.Ref);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Code).IsUnique();
    }
}
