using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class RiskConfiguration : IEntityTypeConfiguration<RiskEntity>
{
    public void Configure(EntityTypeBuilder<RiskEntity> builder)
    {
        builder.Property(e => e.Ref).HasMaxLength(Lengths.RowKey);
        builder.Property(e => e.Impact).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Controls).HasMaxLength(Lengths.Text);
        builder.Property(e => e.FurtherAction).HasMaxLength(Lengths.Text);
        builder.Property(e => e.ClosedBecause).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Ref).IsUnique().HasFilter("Month IS NULL");
        builder.HasIndex(e => new { e.ProjectId, e.Month, e.Ref }).IsUnique().HasFilter("Month IS NOT NULL");
    }
}
