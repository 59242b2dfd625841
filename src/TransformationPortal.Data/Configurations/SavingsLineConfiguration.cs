using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class SavingsLineConfiguration : IEntityTypeConfiguration<SavingsLineEntity>
{
    public void Configure(EntityTypeBuilder<SavingsLineEntity> builder)
    {
        builder.Property(e => e.Ref).HasMaxLength(Lengths.Ref);
        builder.Property(e => e.Title).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Ref).IsUnique();
    }
}
