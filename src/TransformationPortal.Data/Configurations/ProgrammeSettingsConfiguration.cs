using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ProgrammeSettingsConfiguration : IEntityTypeConfiguration<ProgrammeSettingsEntity>
{
    public void Configure(EntityTypeBuilder<ProgrammeSettingsEntity> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_ProgrammeSettings_OnlyRow", $"Id = {ProgrammeSettingsEntity.OnlyId}"));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Council).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Objective).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Provenance).HasMaxLength(Lengths.Text);
    }
}
