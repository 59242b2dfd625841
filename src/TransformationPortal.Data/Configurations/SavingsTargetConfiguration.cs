using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class SavingsTargetConfiguration : IEntityTypeConfiguration<SavingsTargetEntity>
{
    public void Configure(EntityTypeBuilder<SavingsTargetEntity> builder)
    {
        builder.HasIndex(e => new { e.LineId, e.Year }).IsUnique();
    }
}
