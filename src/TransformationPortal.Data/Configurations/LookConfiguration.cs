using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class LookConfiguration : IEntityTypeConfiguration<LookEntity>
{
    public void Configure(EntityTypeBuilder<LookEntity> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_Looks_OnlyRow", $"Id = {LookEntity.OnlyId}"));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.MainColour).HasMaxLength(Lengths.Colour);
        builder.Property(e => e.LinkColour).HasMaxLength(Lengths.Colour);
        builder.Property(e => e.LogoBytes).HasMaxLength(Lengths.Logo);
        builder.Property(e => e.LogoAlternative).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.HasOne(e => e.Template).WithMany().HasForeignKey(e => e.TemplateId);
        builder.Ignore(e => e.Look).Ignore(e => e.Colours).Ignore(e => e.Logo);
    }
}
