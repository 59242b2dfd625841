using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ClaimRuleConfiguration : IEntityTypeConfiguration<ClaimRuleEntity>
{
    public void Configure(EntityTypeBuilder<ClaimRuleEntity> builder)
    {
        builder.ToTable("ClaimRules");
        builder.Property(e => e.Claim).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Value).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Label).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Role).HasMaxLength(Lengths.Enum);
        builder.Property(e => e.Project).HasMaxLength(Lengths.Ref);
    }
}
