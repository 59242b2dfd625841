using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Core.Consistency;

/// <summary>Live projects whose report for the quarter's last month is not approved: what is published of them is old, or from the registers alone.</summary>
internal static class ReportsBehindFindings
{
    private const int MostNamed = 12;

    public static IEnumerable<Finding> In(Quarter quarter, IEnumerable<ReportStanding> reports)
    {
        var month = quarter.LastMonth;
        var standing = reports.ToList();
        if (standing.Count > 0 && standing.TrueForAll(r => r.LastApproved is null))
        {
            yield return new(
                FindingKind.Report, FindingSeverity.Blocking, $"No project has an approved report for {month.Name} or any month before it, so nobody has vouched for what would be published.",
                $"pmo/reports/{month}", $"Reports for {month.Name}", "Have reports submitted, and approve them.");
            yield break;
        }

        var open = standing.Where(r => r.State != ReportState.Approved).OrderBy(r => r.Project, CodeOrder.Instance).ToList();
        var (never, old) = (open.Where(r => r.LastApproved is null).ToList(), open.Where(r => r.LastApproved is not null).ToList());
        if (never.Count > 0)
        {
            yield return Of(month, "never", never, $"{Count(never.Count)} no approved report at all: {Names(never, r => $"{r.Project} ({r.State.Name().ToLowerInvariant()})")}. What is published of {(never.Count == 1 ? "it" : "them")} comes from the registers alone.");
        }

        if (old.Count > 0)
        {
            yield return Of(month, "old", old, $"{Count(old.Count)} no approved report for {month.Name}: {Names(old, r => $"{r.Project} ({r.State.Name().ToLowerInvariant()}, last approved for {r.LastApproved!.Value.Name})")}. What is published of {(old.Count == 1 ? "it" : "them")} is older than the quarter’s end.");
        }
    }

    private static Finding Of(ReportingMonth month, string which, List<ReportStanding> reports, string disagreement) => new(
        FindingKind.Report, FindingSeverity.ToBeSigned, disagreement, $"pmo/reports/{month}", $"Reports for {month.Name}",
        reports.Count == 1 ? "Have the report submitted and approve it." : "Have the reports submitted and approve them.")
    {
        About = $"reports {month} {which}",
        Covers = [.. reports.Select(r => r.Project)],
    };

    private static string Count(int count) => count == 1 ? "One project has" : $"{MoneyFormat.Count(count)} projects have";

    private static string Names(List<ReportStanding> reports, Func<ReportStanding, string> name) =>
        string.Join(", ", reports.Take(MostNamed).Select(name)) + (reports.Count > MostNamed ? $" and {MoneyFormat.Count(reports.Count - MostNamed)} more" : "");
}
