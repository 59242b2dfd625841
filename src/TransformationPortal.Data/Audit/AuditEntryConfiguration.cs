using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.By).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Subject).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Detail).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Previous).HasMaxLength(Lengths.Seal);
        builder.Property(e => e.Hash).HasMaxLength(Lengths.Seal);
        builder.HasIndex(e => new { e.Action, e.Number });
    }
}
