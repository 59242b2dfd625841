namespace TransformationPortal.Core.Notices;

/// <summary>What people are told of. Names are kept in the database: add, and never rename.</summary>
public enum NoticeKind
{
    ReportOpens,
    ReportDue,
    ReportLate,
    Chased,
    ReportReturned,
    ReportReopened,
    ReportApproved,
    SavingsConfirmed,
    SavingsDeclined,
    DoubtRaised,
    FinanceWaits,
    SilenceEscalated,
    Published,
    Corrected,
    DecisionDue,
    DecisionTaken,
    Followed,
    AccountMade,
    PasswordChanged,
    SecondFactorTaken,
}

/// <summary>How somebody is told.</summary>
public enum NoticeChannel
{
    /// <summary>In the portal’s own list, and by mail at once.</summary>
    Mail,

    /// <summary>In the portal’s own list only.</summary>
    Portal,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>A kind, as people choose how to be told of it.</summary>
/// <param name="Name">What it is about: <c>Your report was returned</c>.</param>
/// <param name="Usual">How people are told who have chosen nothing.</param>
/// <param name="IsDuty">Whether somebody has to know it: then it is always told as usual.</param>
public sealed record NoticeKindFacts(NoticeKind Kind, string Name, NoticeChannel Usual, bool IsDuty)
{
    /// <summary>The ways to be told that somebody may choose.</summary>
    public IReadOnlyList<NoticeChannel> Choices => IsDuty ? [NoticeChannel.Mail] : [NoticeChannel.Mail, NoticeChannel.Portal, NoticeChannel.Never];

    /// <summary>How somebody is told who chose this: what duty requires cannot be switched off.</summary>
    public NoticeChannel Of(NoticeChannel? chosen) => chosen is { } channel && Choices.Contains(channel) ? channel : Usual;
}

/// <summary>Every kind, one line each: a new one is added to the enumeration and here.</summary>
public static class NoticeKinds
{
    public static IReadOnlyList<NoticeKindFacts> All { get; } =
    [
        new(NoticeKind.ReportOpens, "A month can be reported on", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.ReportDue, "Your reports are due soon", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.ReportLate, "Your reports are late", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.Chased, "The PMO asks you for a report", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.ReportReturned, "Your report was returned", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.ReportReopened, "Your approved report was reopened", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.ReportApproved, "Your report was approved", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.SavingsConfirmed, "Finance confirmed the savings of your report", NoticeChannel.Portal, IsDuty: false),
        new(NoticeKind.SavingsDeclined, "Finance did not confirm the savings of a report", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.DoubtRaised, "Something in your report looks doubtful", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.FinanceWaits, "Reports wait for finance", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.SilenceEscalated, "A report stays away in spite of reminders", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.Published, "A quarter is published", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.Corrected, "A published quarter is corrected", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.DecisionDue, "A decision is due soon", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.DecisionTaken, "A decision was taken", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.Followed, "Something that you follow has changed", NoticeChannel.Mail, IsDuty: false),
        new(NoticeKind.AccountMade, "An account was made for you", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.PasswordChanged, "Your password was changed", NoticeChannel.Mail, IsDuty: true),
        new(NoticeKind.SecondFactorTaken, "Your second factor was taken away", NoticeChannel.Mail, IsDuty: true),
    ];

    private static readonly Dictionary<NoticeKind, NoticeKindFacts> ByKind = All.ToDictionary(f => f.Kind);

    public static NoticeKindFacts Facts(this NoticeKind kind) => ByKind[kind];
}
