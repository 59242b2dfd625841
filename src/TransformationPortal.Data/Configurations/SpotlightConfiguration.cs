using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class SpotlightConfiguration : IEntityTypeConfiguration<SpotlightEntity>
{
    public void Configure(EntityTypeBuilder<SpotlightEntity> builder)
    {
        builder.Property(e => e.AccountableOfficer).HasMaxLength(Lengths.Name);
        builder.Property(e => e.PeopleInvolved).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Aim).HasMaxLength(Lengths.Text);
        builder.Property(e => e.DoneSoFar).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.Next).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.Quarter, e.ProjectId }).IsUnique();
    }
}
