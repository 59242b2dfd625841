using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class CostLineConfiguration : IEntityTypeConfiguration<CostLineEntity>
{
    public void Configure(EntityTypeBuilder<CostLineEntity> builder)
    {
        builder.Property(e => e.Code).HasMaxLength(Lengths.Ref);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => e.Code).IsUnique();
    }
}
