using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReconciliationNoteConfiguration : IEntityTypeConfiguration<ReconciliationNoteEntity>
{
    public void Configure(EntityTypeBuilder<ReconciliationNoteEntity> builder)
    {
        builder.Property(e => e.Finding).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Disagreement).HasMaxLength(Lengths.LongText);
        builder.Property(e => e.Covers).HasMaxLength(Lengths.LongText).HasDefaultValue("");
        builder.Property(e => e.Words).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.Quarter, e.Finding }).IsUnique();
    }
}
