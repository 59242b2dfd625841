using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class QuarterTextConfiguration : IEntityTypeConfiguration<QuarterTextEntity>
{
    public void Configure(EntityTypeBuilder<QuarterTextEntity> builder)
    {
        builder.Property(e => e.Text).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Link).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.Quarter, e.Kind, e.Order }).IsUnique();
    }
}
