using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class SavingsPositionConfiguration : IEntityTypeConfiguration<SavingsPositionEntity>
{
    public void Configure(EntityTypeBuilder<SavingsPositionEntity> builder)
    {
        builder.HasIndex(e => new { e.LineId, e.AsAt, e.Year, e.Confidence }).IsUnique();
    }
}
