using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class AppliedUploadConfiguration : IEntityTypeConfiguration<AppliedUploadEntity>
{
    public void Configure(EntityTypeBuilder<AppliedUploadEntity> builder)
    {
        builder.Property(e => e.Key).HasMaxLength(32);
        builder.Property(e => e.FileName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.With).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Counts).HasMaxLength(Lengths.LongText);
        builder.HasIndex(e => e.Key).IsUnique();
        builder.HasOne(e => e.TakesBack).WithMany().HasForeignKey(e => e.TakesBackId);
    }
}
