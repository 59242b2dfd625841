using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class PaperTemplateConfiguration : IEntityTypeConfiguration<PaperTemplateEntity>
{
    public void Configure(EntityTypeBuilder<PaperTemplateEntity> builder)
    {
        builder.ToTable("PaperTemplates");
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Bytes).HasMaxLength(Lengths.Template);
        builder.Ignore(e => e.Template);
    }
}
