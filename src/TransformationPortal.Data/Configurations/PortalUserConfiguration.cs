using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.Property(e => e.DisplayName).HasMaxLength(Lengths.Name);

        // Identity leaves these without a bound; what it writes into them is far shorter.
        builder.Property(e => e.PasswordHash).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.SecurityStamp).HasMaxLength(Lengths.Name);
        builder.Property(e => e.ConcurrencyStamp).HasMaxLength(Lengths.Name);
        builder.Property(e => e.PhoneNumber).HasMaxLength(Lengths.Name);
    }
}
