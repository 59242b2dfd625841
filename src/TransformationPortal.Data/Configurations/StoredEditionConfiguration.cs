using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class StoredEditionConfiguration : IEntityTypeConfiguration<StoredEdition>
{
    public void Configure(EntityTypeBuilder<StoredEdition> builder)
    {
        builder.Property(e => e.Notice).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Seal).HasMaxLength(Lengths.Seal);
        builder.Property(e => e.PublishedBy).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.Quarter, e.Number }).IsUnique();
    }
}
