using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.UserId).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.Property(e => e.Browser).HasMaxLength(Lengths.Name);
        builder.Property(e => e.ProviderSession).HasMaxLength(Lengths.Name);
        builder.Property(e => e.IdToken).HasMaxLength(Lengths.LongText);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId);
    }
}
