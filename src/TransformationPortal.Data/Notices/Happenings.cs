using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TransformationPortal.Core.Notices;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.Notices;

/// <summary>
/// Reads from what is about to be saved what people are told of it. What cannot be read from the rows is added by whoever
/// saves them, as a <see cref="HappeningEntity"/> of its own.
/// </summary>
internal static class Happenings
{
    public static async Task<IReadOnlyList<HappeningEntity>> OfAsync(PortalDbContext context, CouncilClock clock, CancellationToken ct)
    {
        var happened = new List<HappeningEntity>();
        var changed = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        foreach (var entry in changed)
        {
            if (OfRow(entry, clock) is { } one)
            {
                happened.Add(one);
            }
        }

        foreach (var edition in changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<StoredEdition>())
        {
            happened.AddRange(await Follows.ToldAsync(context, edition, ct));
        }

        foreach (var step in changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<ReportHistoryEntity>().DistinctBy(h => (h.Report, h.Revision)))
        {
            // The project is at hand: who stores a step of a report has read it.
            var project = step.Report.Project ?? await context.Projects.SingleAsync(p => p.Id == step.Report.ProjectId, ct);
            if (OfReport(step, project) is { } one)
            {
                happened.Add(one);
            }
        }

        return happened;
    }

    private static HappeningEntity? OfRow(EntityEntry entry, CouncilClock clock) => entry.Entity switch
    {
        StoredEdition edition when entry.State == EntityState.Added => OfEdition(edition),
        DecisionEntity { Outcome: not DecisionOutcome.Pending } decision when Differs(entry, nameof(DecisionEntity.Outcome)) => OfDecision(decision, clock),
        PortalUser user => OfAccount(entry, user, clock),
        _ => null,
    };

    private static HappeningEntity OfEdition(StoredEdition edition)
    {
        var isFirst = edition.Number == 1;
        return new()
        {
            Kind = isFirst ? NoticeKind.Published : NoticeKind.Corrected,
            Key = Key(edition.PublishedAt, $"edition {edition.Quarter} {edition.Number}"),
            At = edition.PublishedAt,
            Title = isFirst ? $"{edition.Quarter} is published" : $"{edition.Quarter} is corrected",
            Text = Cut(isFirst
                ? $"{edition.PublishedBy} published {edition.Quarter}, as at {DateFormat.Long(edition.AsAt)}."
                : string.Create(CultureInfo.InvariantCulture, $"{edition.PublishedBy} published edition {edition.Number} of {edition.Quarter}. {edition.Notice}")),
            Address = Address(edition.Quarter),
            To = Audience.OfRoles(AudienceRoles.Everybody),
        };
    }

    private static HappeningEntity OfDecision(DecisionEntity decision, CouncilClock clock) => new()
    {
        Kind = NoticeKind.DecisionTaken,
        Key = Key(clock.Now, $"decision {decision.Ref} {decision.Outcome}"),
        At = clock.Now,
        Title = Line($"{decision.Body} {(decision.Outcome == DecisionOutcome.Agreed ? "agreed" : "refused")}: {decision.Title}"),
        Text = Cut($"{decision.Ref} was {(decision.Outcome == DecisionOutcome.Agreed ? "agreed" : "refused")}{(decision.Settled is { } day ? $" on {DateFormat.Long(day)}" : "")}. {decision.OutcomeNote}".TrimEnd()),
        Address = $"/pmo/decisions/{decision.Ref}",
        To = Audience.OfRoles(AudienceRoles.Pmo).But(decision.RecordedBy?.UserName ?? ""),
    };

    private static HappeningEntity? OfReport(ReportHistoryEntity step, ProjectEntity project)
    {
        var (month, name) = (step.Report.Month, $"{project.Code} {project.Name}");
        HappeningEntity Told(NoticeKind kind, string title, string text, Audience to) => new()
        {
            Kind = kind,
            Key = Key(step.At, $"report {project.Code} {month} {step.Revision} {kind}"),
            At = step.At,
            Title = Line(title),
            Text = Cut(text.TrimEnd()),
            Address = $"/reports/{project.Code}/{month}",
            To = to.But(step.By.UserName),
        };

        var (officers, who) = (Audience.OfProjects(project.Code), step.By.DisplayName);
        return step.Action switch
        {
            ReportAction.Return => Told(NoticeKind.ReportReturned, $"{name}: the report for {month.Name} was returned", $"{who} returned it. Change what was asked for and submit it again. {step.Report.ReturnNote}", officers),
            ReportAction.Approve => Told(NoticeKind.ReportApproved, $"{name}: the report for {month.Name} was approved", $"{who} approved it. It is the project’s position for the month.", officers),
            ReportAction.Reopen => Told(NoticeKind.ReportReopened, $"{name}: the report for {month.Name} was reopened", $"{who} reopened it, because: {step.Note}", officers),
            ReportAction.ConfirmSavings => Told(NoticeKind.SavingsConfirmed, $"{name}: finance confirmed the savings for {month.Name}", $"{who} confirmed them. The PMO decides next.", officers),
            ReportAction.DeclineSavings => Told(
                NoticeKind.SavingsDeclined, $"{name}: finance did not confirm the savings for {month.Name}", $"{who} did not, because: {step.Note}",
                officers with { Roles = [AudienceRoles.Pmo] }),
            _ => null,
        };
    }

    private static HappeningEntity? OfAccount(EntityEntry entry, PortalUser user, CouncilClock clock)
    {
        HappeningEntity Told(NoticeKind kind, string title, string text, string address) => new()
        {
            Kind = kind,
            Key = $"account {Guid.NewGuid():N}",
            At = clock.Now,
            Title = title,
            Text = text,
            Address = address,
            To = Audience.Of(user.Id),
        };

        if (entry.State == EntityState.Added)
        {
            return Told(NoticeKind.AccountMade, "An account was made for you",
                $"You can sign in to the Transformation Portal as {user.UserName}. {(user.ExpectsProvider ? "Sign in with the council’s own sign-in." : "Your administrator gives you a password to begin with.")}", "/");
        }

        return Differs(entry, nameof(user.SecondFactorResetAt)) && user.SecondFactorResetAt is not null
            ? Told(NoticeKind.SecondFactorTaken, "Your second factor was taken away",
                "An administrator of the Transformation Portal took away your authenticator app, passkeys and recovery codes, so that you can set them up anew. If you did not ask for that, tell your administrators at once, and change your password.",
                "/account/second-factor")
            // A hash that is only renewed, as signing in may do, leaves the stamp alone.
            : Differs(entry, nameof(user.PasswordHash)) && Differs(entry, nameof(user.SecurityStamp)) && entry.Property(nameof(user.PasswordHash)).OriginalValue is not null
            ? Told(NoticeKind.PasswordChanged, "Your password was changed",
                "Your password for the Transformation Portal was changed. If it was not you, tell your administrators at once.", "/account")
            : null;
    }

    private static bool Differs(EntityEntry entry, string property) =>
        entry.State == EntityState.Modified && entry.Property(property) is var p && !Equals(p.OriginalValue, p.CurrentValue);

    // With its moment: what happens a second time, once the first was taken away, is told again.
    internal static string Key(DateTime at, FormattableString what) => string.Create(CultureInfo.InvariantCulture, $"{what.ToString(CultureInfo.InvariantCulture)} {at.Ticks}");

    /// <summary>What still asks for an answer in a report that was handed in; nothing where nothing does.</summary>
    public static HappeningEntity? OfDoubts(OpenedReport submitted, ReportEvent step)
    {
        var (report, project) = (submitted.Report, submitted.Context.Project);
        var open = submitted.Doubts.Where(d => d.Answer is null).ToList();
        return open.Count == 0 ? null : new()
        {
            Kind = NoticeKind.DoubtRaised,
            Key = Key(step.At, $"report {report.Project} {report.Month} {report.Revision} doubts"),
            At = step.At,
            Title = Line($"{report.Project} {project.Name}: something in the report for {report.Month.Name} looks doubtful"),
            Text = Cut($"Answer it, so that the report can be approved. {string.Join(" ", open.Select(d => d.Doubt.Sentence))}"),
            Address = $"/reports/{report.Project}/{report.Month}",
            To = Audience.OfProjects(report.Project),
        };
    }

    /// <summary>A quarter’s own address: <c>/2019-20/q1</c>.</summary>
    internal static string Address(Quarter quarter) =>
        string.Create(CultureInfo.InvariantCulture, $"/{quarter.Year.ToString().Replace('/', '-')}/q{quarter.Number}");

    internal static string Line(string text) => OneLine.Of(text, Lengths.Sentence);

    internal static string Cut(string text) => text.Length <= Lengths.Text ? text : text[..(Lengths.Text - 1)] + "…";
}
