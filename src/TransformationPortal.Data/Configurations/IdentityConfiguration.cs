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
    IEntityTypeConfiguration<IdentityUserToken<string>>,
    IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    internal const int KeyLength = 128;

    // Authenticators make identifiers of 16 to some hundred bytes.
    private const int PasskeyLength = 800;

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

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
    {
        // As Identity's own third schema has it, with a shorter key.
        builder.ToTable("AspNetUserPasskeys");
        builder.HasKey(e => e.CredentialId);
        builder.Property(e => e.CredentialId).HasMaxLength(PasskeyLength);
        builder.Property(e => e.UserId).HasMaxLength(KeyLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId).IsRequired();
        builder.OwnsOne(e => e.Data, data =>
        {
            data.ToJson();
            data.Property(d => d.Name).HasMaxLength(Lengths.Name);
        });
    }
}
