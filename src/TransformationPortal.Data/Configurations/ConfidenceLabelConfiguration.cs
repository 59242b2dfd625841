using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ConfidenceLabelConfiguration : IEntityTypeConfiguration<ConfidenceLabelEntity>
{
    public void Configure(EntityTypeBuilder<ConfidenceLabelEntity> builder)
    {
        builder.Property(e => e.Label).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Alias).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Confidence).IsUnique();
    }
}
