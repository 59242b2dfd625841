using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

/// <summary>
/// Bounds for what Identity leaves without one, and shorter keys: SQL Server indexes no key over 900 bytes. Set here and not
/// through Identity's store options, so that the model is the same whoever opens the database.
/// </summary>
internal sealed class IdentityConfiguration :
    IEntityTypeConfiguration<IdentityRole>,
    IEntityTypeConfiguration<IdentityUserClaim<string>>,
    IEntityTypeConfiguration<IdentityRoleClaim<string>>,
    IEntityTypeConfiguration<IdentityUserLogin<string>>,
    IEntityTypeConfiguration<IdentityUserToken<string>>
{
    internal const int KeyLength = 128;

    public void Configure(EntityTypeBuilder<IdentityRole> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(KeyLength);
        builder.Property(e => e.ConcurrencyStamp).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.Property(e => e.ClaimType).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.ClaimValue).HasMaxLength(Lengths.Text);
    }

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<string>> builder)
    {
        builder.Property(e => e.ClaimType).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.ClaimValue).HasMaxLength(Lengths.Text);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.Property(e => e.LoginProvider).HasMaxLength(KeyLength);
        builder.Property(e => e.ProviderKey).HasMaxLength(KeyLength);
        builder.Property(e => e.ProviderDisplayName).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.Property(e => e.LoginProvider).HasMaxLength(KeyLength);
        builder.Property(e => e.Name).HasMaxLength(KeyLength);
        builder.Property(e => e.Value).HasMaxLength(Lengths.Text);
    }
}
