using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Reports;

/// <summary>A report of the registers, brought to where it stands by the actions that anybody would take, with what each did.</summary>
internal sealed record ImportedReport(HighlightReport Report, IReadOnlyList<ReportResult.Done> Steps);

/// <summary>
/// Makes the reports of the registers: each is started, saved, submitted, confirmed and decided through the same methods as a
/// person's, so that no report comes in that nobody could have made.
/// </summary>
internal sealed class ImportedReports(ProgrammeData data)
{
    private static readonly Actor Officer = new("imported-officer", "", ActorRoles.Officer | ActorRoles.Pmo, new HashSet<string>());
    private static readonly Actor Finance = new("imported-finance", "", ActorRoles.Finance, new HashSet<string>());
    private static readonly Actor Pmo = new("imported-pmo", "", ActorRoles.Pmo, new HashSet<string>());

    private readonly ReportRegisterRows rows = new(data);
    private readonly List<ImportProblem> problems = [];

    /// <summary>The reports, or every problem that stands in their way.</summary>
    public (IReadOnlyList<ImportedReport> Reports, IReadOnlyList<ImportProblem> Problems) Read()
    {
        var reports = new List<ImportedReport>();
        problems.AddRange(rows.Forecasts.SelectMany(f => f)
            .Where(r => !rows.Milestones[r.Get(MilestoneForecastsRegister.Project)].Any(m => m.Title == r.Get(MilestoneForecastsRegister.Title)))
            .Select(r => r.Problem(MilestoneForecastsRegister.Title, $"a milestone of {r.Get(MilestoneForecastsRegister.Project)}")));
        if (problems.Count > 0)
        {
            return ([], problems);
        }

        foreach (var project in rows.Reports)
        {
            reports.AddRange(Read(project.Key, project));
        }

        return (reports, problems);
    }

    private IEnumerable<ImportedReport> Read(string project, IEnumerable<RegisterRow> reports)
    {
        var previous = new List<PastReport>();
        foreach (var row in reports)
        {
            var context = Context(project, row.Get(ReportsRegister.Month), previous);
            var opening = previous.Count > 0 ? ReportPrefill.From(previous[0].Content, context.Month)
                : ReportPrefill.From(project, [], [], rows.Milestones[project], rows.Risks[project], rows.Dependencies[project]);
            if (Make(row, context, opening) is not { } imported)
            {
                // The reports after it would be held against one that is not there.
                yield break;
            }

            if (imported.Report.State == ReportState.Approved)
            {
                previous.Insert(0, new(imported.Report.Month, imported.Report.Content) { Answers = imported.Report.Answers });
            }

            yield return imported;
        }
    }

    private ImportedReport? Make(RegisterRow row, ReportContext context, ReportContent opening)
    {
        var state = row.Get(ReportsRegister.State);
        var known = row.Find(ReportsRegister.Submitted) ?? row.Get(ReportsRegister.Started);
        var officer = Officer with { DisplayName = row.Get(ReportsRegister.WrittenBy) };
        var making = new Making(HighlightReport.NotStarted(context.Project.Code, context.Month, opening));
        var content = ImportedContent.Of(opening, rows, row, known);
        making.Take(row.Get(ReportsRegister.Started), 9, context, (report, frame, at) => report.Start(officer, at, frame));
        making.Take(known, 11, context, (report, frame, at) => report.Save(officer, at, frame, content));
        foreach (var answer in rows.Answers[(context.Project.Code, context.Month)])
        {
            var kind = answer.Get(DoubtAnswersRegister.Doubt);
            making.Take(known, 11, context, (report, frame, at) => report.AnswerDoubt(
                officer, at, frame, ReportDoubts.Find(report.Content, frame).FirstOrDefault(d => d.Kind == kind)?.Key ?? "", answer.Get(DoubtAnswersRegister.Answer)));
        }

        if (state != ReportState.Draft)
        {
            Submit(row, context, making, officer);
        }

        if (making.Refusal is not { } refusal)
        {
            return making.IsStopped ? null : new(making.Report, making.Steps);
        }

        IReadOnlyList<string> sentences = refusal.Problems.Count > 0 ? [.. refusal.Problems.Select(p => p.Sentence)] : [refusal.Sentence];
        problems.AddRange(sentences.Select(sentence => row.Problem(ReportsRegister.State, $"a report that can be so; in this one: {sentence.TrimEnd('.')}")));
        return null;
    }

    private void Submit(RegisterRow row, ReportContext context, Making making, Actor officer)
    {
        if (Day(row, ReportsRegister.Submitted, making) is not { } submitted)
        {
            return;
        }

        making.Take(submitted, 15, context, (report, frame, at) => report.Submit(officer, at, frame));
        if (row.Find(ReportsRegister.Confirmed) is { } confirmed)
        {
            var finance = Finance with { DisplayName = row.Find(ReportsRegister.ConfirmedBy) ?? "Finance" };
            making.Take(confirmed, 16, context, (report, frame, at) => report.ConfirmSavings(finance, at, frame));
        }

        var state = row.Get(ReportsRegister.State);
        if (state == ReportState.Submitted || Day(row, ReportsRegister.Decided, making) is not { } decided)
        {
            return;
        }

        var pmo = Pmo with { DisplayName = row.Find(ReportsRegister.DecidedBy) ?? "Programme Management Office" };
        IReadOnlyList<ReportRemark> remarks = [.. rows.Remarks[(context.Project.Code, context.Month)]
            .Select(r => new ReportRemark(r.Get(ReportRemarksRegister.Field), r.Get(ReportRemarksRegister.What)))];
        making.Take(decided, 17, context, (report, frame, at) => state == ReportState.Approved
            ? report.Approve(pmo, at, frame)
            : report.Return(pmo, at, remarks, row.Find(ReportsRegister.Note)));
    }

    private DateOnly? Day(RegisterRow row, Column<DateOnly> column, Making making)
    {
        if (row.Find(column) is { } day)
        {
            return day;
        }

        problems.Add(row.Problem(column, $"the day, for a report that is {row.Get(ReportsRegister.State).Name().ToLowerInvariant()}"));
        making.Stop();
        return null;
    }

    private ReportContext Context(string project, ReportingMonth month, IReadOnlyList<PastReport> previous)
    {
        var programme = data[ProgrammeRegister.Definition].Single();
        var row = data[ProjectsRegister.Definition].First(r => r.Get(ProjectsRegister.Code) == project);
        return new()
        {
            Project = new(
                project, row.Get(ProjectsRegister.Name), row.Get(ProjectsRegister.Phase), row.Get(ProjectsRegister.Board), row.Get(ProjectsRegister.Workstream),
                row.Get(ProjectsRegister.Directorate), row.Get(ProjectsRegister.Officer), row.Find(ProjectsRegister.Start), row.Find(ProjectsRegister.PlannedEnd), null, null, null, []),
            Month = month,
            Today = month.LastDay,
            FirstYear = programme.Get(ProgrammeRegister.FirstYear),
            LastYear = programme.Get(ProgrammeRegister.LastYear),
            ReportsFrom = programme.Find(ProgrammeRegister.ReportsFrom),
            Lines = [.. rows.Lines[project].OrderBy(l => l.Ref, Core.CodeOrder.Instance)],
            CostLines = [.. rows.CostLines[project].OrderBy(l => l.Code, Core.CodeOrder.Instance)],
            Projects = rows.Projects,
            Previous = [.. previous],
        };
    }

    /// <summary>A report on its way; once an action is refused, nothing more happens to it.</summary>
    private sealed class Making(HighlightReport report)
    {
        public bool IsStopped { get; private set; }

        public HighlightReport Report { get; private set; } = report;

        public List<ReportResult.Done> Steps { get; } = [];

        public ReportRefusal? Refusal { get; private set; }

        public void Stop() => IsStopped = true;

        public void Take(DateOnly day, int hour, ReportContext context, Func<HighlightReport, ReportContext, DateTime, ReportResult> act)
        {
            if (Refusal is not null || IsStopped)
            {
                return;
            }

            switch (act(Report, context with { Today = day }, day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc)))
            {
                case ReportResult.Done done:
                    Report = done.Report;
                    Steps.Add(done);
                    break;
                case ReportResult.Refused refused:
                    Refusal = refused.Refusal;
                    break;
                default:
                    throw new InvalidOperationException("An action is done or refused.");
            }
        }
    }
}
