using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Configurations;

internal sealed class DoubtAnswerConfiguration : IEntityTypeConfiguration<DoubtAnswerEntity>
{
    public void Configure(EntityTypeBuilder<DoubtAnswerEntity> builder)
    {
        builder.Property(e => e.Key).HasMaxLength(Lengths.Key);
        builder.Property(e => e.Doubt).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Answer).HasMaxLength(Lengths.Text);
        builder.HasOne(e => e.Report).WithMany(e => e.Answers).HasForeignKey(e => e.ReportId);
        builder.HasIndex(e => new { e.ReportId, e.Key }).IsUnique();
    }
}
