using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReprofileConfiguration : IEntityTypeConfiguration<ReprofileEntity>
{
    public void Configure(EntityTypeBuilder<ReprofileEntity> builder)
    {
        builder.Property(e => e.Label).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.DecisionId, e.LineId, e.FromYear, e.ToYear, e.Confidence }).IsUnique();
    }
}
