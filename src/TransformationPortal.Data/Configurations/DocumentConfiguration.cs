using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<DocumentEntity>
{
    public void Configure(EntityTypeBuilder<DocumentEntity> builder)
    {
        builder.Property(e => e.Key).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Title).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Kind).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => e.Key).IsUnique();
    }
}
