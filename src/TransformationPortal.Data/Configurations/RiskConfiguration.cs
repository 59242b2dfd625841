using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class RiskConfiguration : IEntityTypeConfiguration<RiskEntity>
{
    public void Configure(EntityTypeBuilder<RiskEntity> builder)
    {
        builder.HasIndex(e => e.Ref).IsUnique().HasFilter("Month IS NULL");
        builder.HasIndex(e => new { e.ProjectId, e.Month, e.Ref }).IsUnique().HasFilter("Month IS NOT NULL");
    }
}
