using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class SpendConfiguration : IEntityTypeConfiguration<SpendEntity>
{
    public void Configure(EntityTypeBuilder<SpendEntity> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_Spend_Kind", "Kind IN ('Actual', 'Committed')"));
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => new { e.LineId, e.Month, e.Kind }).IsUnique();
    }
}
