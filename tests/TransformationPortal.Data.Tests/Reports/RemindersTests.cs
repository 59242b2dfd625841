using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Notices;
using TransformationPortal.Data.Reports;
using TransformationPortal.Data.Tests.Support;
using TransformationPortal.Registers.Sample;

namespace TransformationPortal.Data.Tests.Reports;

/// <summary>A month of the sample on a clock that a test moves: who is reminded of what, and when.</summary>
public sealed class RemindersTests
{
    private const string Rewrite = "PORTAL_WRITE_GUIDES";

    [Fact]
    public async Task Month_OfTheSample_IsToldAsTheGuideTellsIt()
    {
        await using var database = await PeopledAsync();
        for (var day = new DateTimeOffset(2019, 7, 22, 5, 0, 0, TimeSpan.Zero); day < new DateTimeOffset(2019, 8, 31, 0, 0, 0, TimeSpan.Zero); day = day.AddHours(8))
        {
            database.Clock.Now = day;
            await database.RunAsync<Reminders>(r => r.RunAsync(default));
        }

        var story = await StoryAsync(database);

        var guide = Guide();
        var text = (await File.ReadAllTextAsync(guide)).ReplaceLineEndings("\n");
        const string Begins = "<!-- a month, written by a test -->\n";
        const string Ends = "<!-- end of the month -->";
        var (from, to) = (text.IndexOf(Begins, StringComparison.Ordinal) + Begins.Length, text.IndexOf(Ends, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(guide, text[..from] + story + text[to..]);
            return;
        }

        Assert.Equal(text[from..to], story);
    }

    [Fact]
    public async Task Day_IsRemindedOfOnce_HoweverOftenAndByHoweverManyInstances()
    {
        await using var database = await PeopledAsync();
        database.Clock.Now = new(2019, 8, 6, 9, 0, 0, TimeSpan.Zero);

        var results = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            results.Add(await database.RunAsync<Reminders, string>(r => r.RunAsync(default)));
        }

        Assert.Equal(2, results.Count(r => r == "It is not the time, or was done today."));
        var notices = await database.RunAsync<PortalDbContext, List<NoticeEntity>>(c => c.Notices.Include(n => n.Happening).Where(n => n.Happening.Kind == NoticeKind.ReportDue).ToListAsync());
        Assert.Equal(notices.Count, notices.Select(n => n.UserId).Distinct().Count());
        Assert.NotEmpty(notices);
    }

    [Fact]
    public async Task Saving_ThatIsRefused_LeavesTheDayToBeRemindedOf()
    {
        await using var database = await PeopledAsync();
        database.Clock.Now = new(2019, 8, 6, 9, 0, 0, TimeSpan.Zero);

        // Another instance notes the day between this one's reading and its saving.
        await database.RunAsync<PortalDbContext>(async context =>
        {
            var rule = ReminderSettingsEntity.Of(new());
            context.Add(rule);
            await context.SaveChangesAsync();
            await context.ReminderSettings.ExecuteUpdateAsync(u => u.SetProperty(r => r.LastDay, new DateOnly(2019, 8, 6)));
            rule.LastDay = new DateOnly(2019, 8, 6);
            context.Add(new HappeningEntity { Kind = NoticeKind.ReportDue, Key = "x", At = database.Clock.Now.UtcDateTime, Title = "x", Text = "x", Address = "/", To = Audience.OfRoles(AudienceRoles.Pmo) });
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync());
        });

        Assert.Empty(await database.RunAsync<PortalDbContext, List<NoticeEntity>>(c => c.Notices.ToListAsync()));
    }

    [Fact]
    public void BankHolidays_AreThoseOfEnglandAndWales()
    {
        Assert.True(BankHolidays.Is(new(2019, 8, 26)));
        Assert.True(BankHolidays.Is(new(2026, 12, 28)));
        Assert.False(BankHolidays.Is(new(2019, 8, 5)));
        Assert.False(BankHolidays.Is(new(2026, 11, 30)));
    }

    private static async Task<TestDatabase> PeopledAsync()
    {
        var database = await TestDatabase.WithSampleAsync();
        await database.RunAsync<PortalDbContext>(async context =>
        {
            foreach (var (name, display, role) in new[] { ("officer", "Olive Officer", "Officer"), ("finance", "Fay Finance", "Finance"), ("pmo", "Petra of the PMO", "PMO") })
            {
                var user = new PortalUser { Id = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = display };
                context.AddRange(user, new IdentityRole(role) { Id = role, NormalizedName = role.ToUpperInvariant() });
                context.Add(new IdentityUserRole<string> { UserId = user.Id, RoleId = role });
            }

            await context.SaveChangesAsync();
            await context.Notices.ExecuteDeleteAsync();
        });
        await database.RunAsync<ProjectAssignmentStore>(s => s.AssignAsync("officer", SampleProgramme.OfficerProjects, default));
        return database;
    }

    // Every message of the month, in the order in which it was written.
    private static Task<string> StoryAsync(TestDatabase database) => database.RunAsync<PortalDbContext, string>(async context =>
    {
        var told = await (
            from notice in context.Notices.AsNoTracking()
            join user in context.Users on notice.UserId equals user.Id
            orderby notice.Id
            select new { notice.Happening.At, user.DisplayName, notice.Happening.Title, notice.Happening.Text, notice.Happening.Items }).ToListAsync();
        var story = new StringBuilder();
        foreach (var day in told.GroupBy(t => CouncilTime.DayOf(t.At)))
        {
            story.Append(CultureInfo.InvariantCulture, $"\n**{day.Key.DayOfWeek} {DateFormat.Long(day.Key)}**\n");
            foreach (var one in day)
            {
                story.Append(CultureInfo.InvariantCulture, $"\n*To {one.DisplayName}:* {one.Title}. {one.Text}\n");
                foreach (var item in NoticeItems.Read(one.Items).Take(2))
                {
                    story.Append(CultureInfo.InvariantCulture, $"- {item.Text}\n");
                }

                if (NoticeItems.Read(one.Items).Count is > 2 and var all)
                {
                    story.Append(CultureInfo.InvariantCulture, $"- and {all - 2} more\n");
                }
            }
        }

        return story.Append('\n').ToString();
    });

    private static string Guide([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/guides/notices.md"));
}
