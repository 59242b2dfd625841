using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class FundingConfiguration : IEntityTypeConfiguration<FundingEntity>
{
    public void Configure(EntityTypeBuilder<FundingEntity> builder)
    {
        builder.Property(e => e.Source).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Source).IsUnique();
    }
}
