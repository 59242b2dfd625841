using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<DecisionEntity>
{
    public void Configure(EntityTypeBuilder<DecisionEntity> builder)
    {
        builder.Property(e => e.Ref).HasMaxLength(Lengths.Ref);
        builder.Property(e => e.Title).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Body).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
        builder.Property(e => e.OutcomeNote).HasMaxLength(Lengths.Text);
        builder.HasIndex(e => e.Ref).IsUnique();
    }
}
