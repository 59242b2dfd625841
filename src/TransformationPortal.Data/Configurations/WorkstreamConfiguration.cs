using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class WorkstreamConfiguration : IEntityTypeConfiguration<WorkstreamEntity>
{
    public void Configure(EntityTypeBuilder<WorkstreamEntity> builder)
    {
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.ShortName).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Basis).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => e.Name).IsUnique();
    }
}
