using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReorganisationConfiguration : IEntityTypeConfiguration<ReorganisationEntity>, IEntityTypeConfiguration<ReorganisationMemberEntity>
{
    public void Configure(EntityTypeBuilder<ReorganisationEntity> builder)
    {
        builder.Property(e => e.From).HasMaxLength(Lengths.Name);
        builder.Property(e => e.To).HasMaxLength(Lengths.Name);
        builder.HasMany(e => e.Members).WithOne().HasForeignKey(e => e.ReorganisationId);
    }

    public void Configure(EntityTypeBuilder<ReorganisationMemberEntity> builder)
    {
        builder.ToTable("ReorganisationMembers");
        builder.Property(e => e.Code).HasMaxLength(Lengths.Ref);
    }
}
