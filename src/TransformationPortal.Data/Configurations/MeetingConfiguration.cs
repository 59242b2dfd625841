using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<MeetingEntity>
{
    public void Configure(EntityTypeBuilder<MeetingEntity> builder)
    {
        builder.Property(e => e.Body).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Item).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Note).HasMaxLength(Lengths.Text);
    }
}
