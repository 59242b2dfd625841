using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class AnnexParagraphConfiguration : IEntityTypeConfiguration<AnnexParagraphEntity>
{
    public void Configure(EntityTypeBuilder<AnnexParagraphEntity> builder)
    {
        builder.Property(e => e.Section).HasMaxLength(Lengths.Enum);
        builder.Property(e => e.Text).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.Quarter, e.Section, e.Order }).IsUnique();
    }
}
