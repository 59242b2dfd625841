using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Configurations;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

/// <summary>When the council reminds people, and up to which day it has: the one row of its table.</summary>
public sealed class ReminderSettingsEntity
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    private const char Between = ',';

    public int Id { get; private init; } = OnlyId;

    public string DaysBefore { get; private set; } = "";

    public string DaysAfter { get; private set; } = "";

    public int Hour { get; private set; }

    public bool OnWeekends { get; private set; }

    public bool OnBankHolidays { get; private set; }

    /// <summary>Days in the form yyyy-MM-dd.</summary>
    public string OwnDays { get; private set; } = "";

    public int FinanceDays { get; private set; }

    public int OfficerDays { get; private set; }

    public int DirectorDays { get; private set; }

    public int BoardDays { get; private set; }

    /// <summary>The last day that was reminded of. Of two instances that would remind of the same, one is refused.</summary>
    public DateOnly? LastDay { get; set; }

    public Person? ChangedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ChangedAt { get; private set; }

    public ReminderRule Rule => new()
    {
        DaysBefore = Numbers(DaysBefore),
        DaysAfter = Numbers(DaysAfter),
        Hour = Hour,
        OnWeekends = OnWeekends,
        OnBankHolidays = OnBankHolidays,
        OwnDays = [.. Parts(OwnDays).Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))],
        FinanceDays = FinanceDays,
        OfficerDays = OfficerDays,
        DirectorDays = DirectorDays,
        BoardDays = BoardDays,
    };

    public static ReminderSettingsEntity Of(ReminderRule rule)
    {
        var row = new ReminderSettingsEntity();
        row.Write(rule);
        return row;
    }

    public void Change(ReminderRule rule, Person by, DateTime at)
    {
        Write(rule);
        (ChangedBy, ChangedAt) = (by, at);
    }

    private void Write(ReminderRule rule)
    {
        DaysBefore = string.Join(Between, rule.DaysBefore.Select(d => d.ToString(CultureInfo.InvariantCulture)));
        DaysAfter = string.Join(Between, rule.DaysAfter.Select(d => d.ToString(CultureInfo.InvariantCulture)));
        OwnDays = string.Join(Between, rule.OwnDays.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        (Hour, OnWeekends, OnBankHolidays) = (rule.Hour, rule.OnWeekends, rule.OnBankHolidays);
        (FinanceDays, OfficerDays, DirectorDays, BoardDays) = (rule.FinanceDays, rule.OfficerDays, rule.DirectorDays, rule.BoardDays);
    }

    private static string[] Parts(string stored) => stored.Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private static List<int> Numbers(string stored) => [.. Parts(stored).Select(n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture))];
}

/// <summary>That a job ran, or is running: an instance that notes it first is the one that runs it.</summary>
public sealed class JobRunEntity
{
    public int Id { get; private init; }

    public required string Job { get; init; }

    /// <summary>The moment that it was due at, or asked for; UTC.</summary>
    public required DateTime DueAt { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }

    public bool HasFailed { get; set; }

    /// <summary>The machine that ran it.</summary>
    public required string Machine { get; init; }
}

/// <summary>That somebody follows something.</summary>
public sealed class FollowEntity
{
    public int Id { get; private init; }

    public required string UserId { get; init; }

    /// <summary>As <see cref="FollowedThing.Text"/> has it.</summary>
    public required string Thing { get; init; }

    /// <summary>What it was called when they began.</summary>
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Since { get; init; }
}

internal sealed class ReminderSettingsConfiguration : IEntityTypeConfiguration<ReminderSettingsEntity>
{
    public void Configure(EntityTypeBuilder<ReminderSettingsEntity> builder)
    {
        builder.ToTable("ReminderSettings");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.DaysBefore).HasMaxLength(Lengths.Name);
        builder.Property(e => e.DaysAfter).HasMaxLength(Lengths.Name);
        builder.Property(e => e.OwnDays).HasMaxLength(Lengths.Text);
        builder.Property(e => e.LastDay).IsConcurrencyToken();
        builder.Ignore(e => e.Rule);
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRunEntity>
{
    public void Configure(EntityTypeBuilder<JobRunEntity> builder)
    {
        builder.ToTable("JobRuns");
        builder.Property(e => e.Job).HasMaxLength(Lengths.RowKey);
        builder.Property(e => e.Result).HasMaxLength(Lengths.Text);
        builder.Property(e => e.Machine).HasMaxLength(Lengths.Name);
        builder.HasIndex(e => new { e.Job, e.DueAt }).IsUnique();
    }
}

internal sealed class FollowConfiguration : IEntityTypeConfiguration<FollowEntity>
{
    public void Configure(EntityTypeBuilder<FollowEntity> builder)
    {
        builder.ToTable("Follows");
        builder.Property(e => e.UserId).HasMaxLength(IdentityConfiguration.KeyLength);
        builder.Property(e => e.Thing).HasMaxLength(Lengths.Sentence);
        builder.Property(e => e.Name).HasMaxLength(Lengths.Sentence);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId);
        builder.HasIndex(e => new { e.UserId, e.Thing }).IsUnique();
    }
}
