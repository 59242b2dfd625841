using TransformationPortal.Core.Periods;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Reports;

/// <summary>
/// The projects and months that a report is there for. What the registers say of them is the report's to say: it reaches the
/// project's position when the report is approved, and not before.
/// </summary>
internal sealed class ReportedMonths(ProgrammeData data)
{
    private readonly HashSet<(string, ReportingMonth)> reports =
        [.. data[ReportsRegister.Definition].Select(r => (r.Get(ReportsRegister.Project), r.Get(ReportsRegister.Month)))];

    private readonly Dictionary<string, string> linesOf = data[SavingsLinesRegister.Definition]
        .ToDictionary(r => r.Get(SavingsLinesRegister.Ref), r => r.Get(SavingsLinesRegister.Project), StringComparer.Ordinal);

    private readonly Dictionary<string, string> costLinesOf = data[ReportCostLinesRegister.Definition]
        .ToDictionary(r => r.Get(ReportCostLinesRegister.Line), r => r.Get(ReportCostLinesRegister.Project), StringComparer.Ordinal);

    public bool HaveProject(string project, ReportingMonth month) => reports.Contains((project, month));

    public bool HaveSavingsLine(string line, ReportingMonth month) => HaveProject(linesOf[line], month);

    public bool HaveCostLine(string line, ReportingMonth month) => costLinesOf.TryGetValue(line, out var project) && HaveProject(project, month);
}
