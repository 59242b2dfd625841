using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class UploadConfiguration : IEntityTypeConfiguration<UploadEntity>
{
    public void Configure(EntityTypeBuilder<UploadEntity> builder)
    {
        builder.Property(e => e.Key).HasMaxLength(32);
        builder.Property(e => e.FileName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Seal).HasMaxLength(Lengths.Seal);
        builder.HasIndex(e => e.Key).IsUnique();
    }
}
