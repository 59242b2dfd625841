using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class CouncilWordConfiguration : IEntityTypeConfiguration<CouncilWordEntity>
{
    public void Configure(EntityTypeBuilder<CouncilWordEntity> builder)
    {
        builder.Property(e => e.Word).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Meaning).HasMaxLength(Lengths.Text);
        builder.Property(e => e.NowCalled).HasMaxLength(Lengths.Name);
        builder.Property(e => e.KeptBy).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Word).IsUnique();
    }
}
