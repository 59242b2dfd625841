using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class ReportRemarkConfiguration : IEntityTypeConfiguration<ReportRemarkEntity>
{
    public void Configure(EntityTypeBuilder<ReportRemarkEntity> builder)
    {
        builder.Property(e => e.Field).HasMaxLength(Lengths.Name);
        builder.Property(e => e.What).HasMaxLength(Lengths.Text);
        builder.HasOne(e => e.Report).WithMany(e => e.Remarks).HasForeignKey(e => e.ReportId);
    }
}
