using Microsoft.Extensions.Options;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data;

/// <summary>Settings of the monthly reports, under <c>Reports</c>.</summary>
public sealed class ReportOptions
{
    public const string Section = "Reports";

    /// <summary>
    /// The day that the portal takes for today, to try it out with a programme of another year; none in daily use, when today
    /// is today.
    /// </summary>
    public DateOnly? Today { get; set; }
}

/// <summary>
/// The one clock of what the council does: reports and their deadlines, decisions, publishing, histories, spend and files all
/// happen on its day. Sessions and other matters of the machine keep the real time.
/// </summary>
public sealed class CouncilClock(TimeProvider clock, IOptions<ReportOptions> options)
{
    /// <summary>UTC.</summary>
    public DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return options.Value.Today is { } day ? day.ToDateTime(TimeOnly.FromDateTime(now), DateTimeKind.Utc) : now;
        }
    }

    /// <summary>The council's day.</summary>
    public DateOnly Today => options.Value.Today ?? CouncilTime.DayOf(Now);
}
