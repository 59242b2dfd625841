using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Data.Configurations;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

internal sealed class HappeningConfiguration : IEntityTypeConfiguration<HappeningEntity>
{
    public void Configure(EntityTypeBuilder<HappeningEntity> builder)
    {
        builder.ToTable("Happenings");
        builder.Property(e => e.Key).HasMaxLength(Lengths.Name);
        builder.Property(e => e.Title).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.Text).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Address).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.Items).HasMaxLength(Lengths.ReportContent);
        builder.Property(e => e.About).HasMaxLength(Lengths.Sentence);
        builder.Ignore(e => e.To);
        builder.HasIndex(e => e.Key).IsUnique();
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<NoticeEntity>
{
    public void Configure(EntityTypeBuilder<NoticeEntity> builder)
    {
        builder.ToTable("Notices");
        builder.Property(e => e.UserId).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId);
        builder.HasOne(e => e.Mail).WithMany(m => m.Notices).HasForeignKey(e => e.MailId);
        builder.HasIndex(e => new { e.HappeningId, e.UserId }).IsUnique();
        builder.HasIndex(e => new { e.UserId, e.ReadAt });
    }
}

internal sealed class NoticeChoiceConfiguration : IEntityTypeConfiguration<NoticeChoiceEntity>
{
    public void Configure(EntityTypeBuilder<NoticeChoiceEntity> builder)
    {
        builder.ToTable("NoticeChoices");
        builder.Property(e => e.UserId).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId);
        builder.HasIndex(e => new { e.UserId, e.Kind }).IsUnique();
    }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<MailEntity>
{
    public void Configure(EntityTypeBuilder<MailEntity> builder)
    {
        builder.ToTable("Mails");
        builder.Property(e => e.UserId).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.Property(e => e.Answer).HasMaxLength(Lengths.Text);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId);
        builder.HasIndex(e => e.MessageId).IsUnique();
        builder.HasIndex(e => new { e.State, e.NextAt });
        builder.HasIndex(e => new { e.UserId, e.State, e.Id });
        builder.HasIndex(e => e.LeasedBy);
    }
}
