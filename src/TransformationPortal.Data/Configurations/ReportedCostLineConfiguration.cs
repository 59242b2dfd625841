using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReportedCostLineConfiguration : IEntityTypeConfiguration<ReportedCostLineEntity>
{
    public void Configure(EntityTypeBuilder<ReportedCostLineEntity> builder)
    {
        builder.HasIndex(e => e.LineId).IsUnique();
    }
}
