using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Reading;

namespace TransformationPortal.Data.Reports;

/// <summary>The months that can be reported on.</summary>
public sealed class ReportCalendar(PortalDbContext context, ReportReader reader, CouncilClock clock)
{
    /// <summary>
    /// Every month of the programme whose window has opened, from the first that the council reports on: nobody is late for
    /// the time before. Where that is not settled, from the first for which there are reports. The newest comes first.
    /// </summary>
    /// <exception cref="ProgrammeMissingException">There is no programme yet.</exception>
    public async Task<IReadOnlyList<ReportingMonth>> MonthsAsync(CancellationToken ct)
    {
        var years = await context.ProgrammeSettings.AsNoTracking().Select(s => new { s.FirstYear, s.LastYear, s.ReportsFrom }).SingleOrDefaultAsync(ct)
            ?? throw new ProgrammeMissingException();
        var open = ReportingWindow.LatestOpen(clock.Today);
        var months = (await reader.MonthsAsync(ct)).Select(m => m.Month).ToHashSet();
        var last = ReportingMonth.Containing(years.LastYear.LastDay);
        var first = ReportingMonth.Containing(years.FirstYear.FirstDay);
        var begun = years.ReportsFrom ?? (months.Count > 0 ? months.Min() : open);
        for (var month = begun > first ? begun : first; month <= open && month <= last; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        return [.. months.OrderDescending()];
    }
}
