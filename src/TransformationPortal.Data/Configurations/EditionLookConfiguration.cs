using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class EditionLookConfiguration : IEntityTypeConfiguration<EditionLook>
{
    public void Configure(EntityTypeBuilder<EditionLook> builder)
    {
        builder.HasOne<StoredEdition>().WithOne(e => e.Look).HasForeignKey<EditionLook>(e => e.Id);
        builder.Property(e => e.MainColour).HasMaxLength(Lengths.Colour);
        builder.Property(e => e.LinkColour).HasMaxLength(Lengths.Colour);
        builder.Property(e => e.LogoBytes).HasMaxLength(Lengths.Logo);
        builder.Property(e => e.LogoAlternative).HasMaxLength(Lengths.Name);
        builder.HasOne(e => e.Template).WithMany().HasForeignKey(e => e.TemplateId);
        builder.Ignore(e => e.Look);
    }
}
