namespace TransformationPortal.Core.Notices;

/// <summary>
/// How long a message that was not taken waits before it is tried again: longer each time, and for a day in all. Then it is
/// the administrator’s to look at.
/// </summary>
public static class SendingPauses
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4)];

    /// <summary>How long it is tried.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromDays(1);

    /// <summary>The longest pause. A time to try again that lies further ahead was reckoned by a clock that has jumped.</summary>
    public static TimeSpan Longest => Pauses[^1];

    /// <param name="attempts">How often it was tried, from 1.</param>
    public static TimeSpan After(int attempts) => Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1];

    /// <summary>When to try again (UTC); nothing when it was tried long enough.</summary>
    /// <param name="since">UTC: when it was written, or when somebody had it sent again.</param>
    public static DateTime? Next(int attempts, DateTime since, DateTime now) => now - since >= Patience ? null : now + After(attempts);
}
