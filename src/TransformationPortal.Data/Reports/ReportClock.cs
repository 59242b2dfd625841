using Microsoft.Extensions.Options;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Data.Reports;

/// <summary>Settings of the monthly reports, under <c>Reports</c>.</summary>
public sealed class ReportOptions
{
    public const string Section = "Reports";

    /// <summary>
    /// The day that reporting takes for today, to try the portal out with a programme of another year; none in daily use, when
    /// today is today.
    /// </summary>
    public DateOnly? Today { get; set; }
}

/// <summary>What time it is for the monthly reports.</summary>
public sealed class ReportClock(TimeProvider clock, IOptions<ReportOptions> options)
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
