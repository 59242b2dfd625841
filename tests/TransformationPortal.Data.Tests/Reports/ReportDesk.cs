using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.Editions;
using TransformationPortal.Registers;
using TransformationPortal.Data.Reports;
using TransformationPortal.Data.Tests.Support;

namespace TransformationPortal.Data.Tests.Reports;

/// <summary>
/// Four projects of the sample as they stood at the end of May 2019, without any report, on 1 July 2019: people who report on
/// them act here as pages would, each time in a scope of their own.
/// </summary>
internal sealed class ReportDesk : IAsyncDisposable
{
    public const string Parking = "TP-12";
    public const string Provision = "TP-08";

    public static readonly ReportingMonth June = new(2019, 6);
    public static readonly ReportingMonth July = new(2019, 7);
    public static readonly Quarter Q1 = Quarter.Parse("2019/20 Q1");
    public static readonly FinancialYear This = new(2019);

    public static readonly Actor Officer = new("olive", "Olive", ActorRoles.Officer, new HashSet<string> { Parking, Provision, "TP-07" });
    public static readonly Actor Finance = new("fiona", "Fiona", ActorRoles.Finance, new HashSet<string>());
    public static readonly Actor Pmo = new("paula", "Paula", ActorRoles.Pmo, new HashSet<string>());

    private static readonly string[] Projects = ["TP-01", "TP-07", Provision, Parking];
    private static readonly string[] Emptied =
    [
        "decisions", "reprofiles", "quarter_texts", "measures", "spotlights", "benefits", "meetings", "plan", "reports", "path_to_green", "savings_explanations",
        "milestone_forecasts", "issues", "capacity", "decisions_sought", "doubt_answers", "report_remarks", "report_cost_lines", "spend",
    ];

    private ReportDesk(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<ReportDesk> OpenAsync()
    {
        var database = await TestDatabase.PreparedAsync();
        database.Clock.Now = new(2019, 7, 1, 8, 30, 0, TimeSpan.Zero);
        var reading = ProgrammeImport.Check(await TablesAsync());
        Assert.Empty(reading.Problems);
        await database.RunAsync<ProgrammeImport>(i => i.ApplyAsync(reading.Data!, CancellationToken.None));
        return new(database);
    }

    public Task<OpenedReport> ReadAsync(string project = Parking, ReportingMonth? month = null) =>
        Database.RunAsync<ReportReader, OpenedReport>(async r => (await r.OpenAsync(project, month ?? June, CancellationToken.None))!);

    public Task<ReportOutcome> DoAsync(Func<ReportStore, Task<ReportOutcome>> act) => Database.RunAsync(act);

    /// <summary>Does something with the report as it stands now; it must be done.</summary>
    public async Task<OpenedReport> DoneAsync(Func<ReportStore, int, Task<ReportOutcome>> act, string project = Parking, ReportingMonth? month = null)
    {
        var revision = (await ReadAsync(project, month)).Report.Revision;
        return Done(await DoAsync(s => act(s, revision)));
    }

    public static OpenedReport Done(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Done done => done.Opened,
        ReportOutcome.Refused refused => throw new InvalidOperationException(refused.Refusal.Sentence + " " + string.Join(" ", refused.Refusal.Problems)),
        _ => throw new InvalidOperationException(outcome.ToString()),
    };

    /// <summary>Writes a complete report and hands it in.</summary>
    public async Task<OpenedReport> SubmitAsync(string project = Parking, ReportingMonth? month = null, Func<ReportContent, ReportContent>? change = null)
    {
        var at = month ?? June;
        var opening = (await ReadAsync(project, at)).Report.Content;
        var content = change is null ? Complete(opening, project) : change(Complete(opening, project));
        foreach (var section in ReportSectionFacts.All.Where(s => ReportChanges.Between(s, opening, content).Count > 0))
        {
            await DoneAsync((s, r) => s.SaveAsync(Officer, project, at, r, section, content, CancellationToken.None), project, at);
        }

        return await DoneAsync((s, r) => s.SubmitAsync(Officer, project, at, r, CancellationToken.None), project, at);
    }

    /// <summary>The same, confirmed by finance and approved by the PMO.</summary>
    public async Task<OpenedReport> ApproveAsync(string project = Parking, ReportingMonth? month = null, Func<ReportContent, ReportContent>? change = null)
    {
        var at = month ?? June;
        foreach (var raised in (await SubmitAsync(project, at, change)).Doubts.Where(d => d.Answer is null))
        {
            await DoneAsync((s, r) => s.AnswerDoubtAsync(Officer, project, at, r, raised.Doubt.Key, "It is as it should be", CancellationToken.None), project, at);
        }

        await DoneAsync((s, r) => s.ConfirmSavingsAsync(Finance, project, at, r, CancellationToken.None), project, at);
        return await DoneAsync((s, r) => s.ApproveAsync(Pmo, project, at, r, CancellationToken.None), project, at);
    }

    public Task<int> CountAsync<T>(Func<PortalDbContext, IQueryable<T>> rows)
        where T : class => Database.RunAsync<PortalDbContext, int>(c => rows(c).CountAsync());

    public Task<IReadOnlyList<ReportHistoryEntry>> HistoryAsync(string project = Parking) =>
        Database.RunAsync<ReportReader, IReadOnlyList<ReportHistoryEntry>>(r => r.HistoryAsync(project, June, CancellationToken.None));

    public Task<Edition> DraftEditionAsync(string quarter = "2019/20 Q1") =>
        Database.RunAsync<EditionStore, Edition>(s => s.DraftAsync(Quarter.Parse(quarter), CancellationToken.None));

    /// <summary>The position of the car parks' saving in 2019/20, band by band, as the draft edition has it.</summary>
    public async Task<string> PositionAsync(string quarter = "2019/20 Q1") => string.Join(", ", (await DraftEditionAsync(quarter)).SavingsLines.Single(l => l.Ref == "S-023").Amounts
        .Where(a => a.Kind == SavingsKind.Position && a.Year == This).Select(a => $"{a.Confidence} {a.Amount}"));

    public Task BreakAsync(string trigger) => Database.RunAsync<PortalDbContext>(c => c.Database.ExecuteSqlRawAsync(trigger));

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>What the registers do not say of a project.</summary>
    public static ReportContent Complete(ReportContent opening, string project) => opening with
    {
        PathToGreen = [.. opening.Ratings.Where(r => r.Rag != Rag.Green).Select(r => new PathToGreenStep(null, r.Aspect, "Catch up", "Head of Strategy", new(2019, 9, 30)))],
        Progress = "Income counted",
        NextSteps = "Choose a supplier",
        Spend = project == Parking ? [new("1.2", new(30_000))] : [],
        Capacity = new(3, 3, null, null),
        Milestones = [.. opening.Milestones.Select(m => m with { Forecast = m.Actual is null ? m.Baseline : m.Forecast })],
    };

    /// <summary>The income of 2019/20 delivered and expected; the target is £650,000.</summary>
    public static Func<ReportContent, ReportContent> Delivering(decimal delivered, string progress = "Income counted") => content => content with
    {
        Progress = progress,
        Savings =
        [
            .. content.Savings.Where(s => s.Year != This),
            new("S-023", This, Confidence.Delivered, new(delivered)), new("S-023", This, Confidence.High, new(650_000 - delivered)),
        ],
    };

    private static async Task<IReadOnlyList<RegisterTable>> TablesAsync()
    {
        var sample = await SampleTables.ReadAsync();
        var lines = Column(sample["savings_lines"], "ref", Kept(sample["savings_lines"], "project", Projects)).ToArray();
        var tables = sample.All.Select(t => Emptied.Contains(t.Name) ? t with { Rows = [] } : t.Name switch
        {
            "projects" => t with { Rows = Kept(t, "code", Projects) },
            "savings_targets" => t with { Rows = Kept(t, "line", lines) },
            "savings_positions" => t with { Rows = Kept(t with { Rows = Kept(t, "line", lines) }, "as_at", "2019-05") },
            "ratings" => t with { Rows = Kept(t with { Rows = Kept(t, "project", Projects) }, "month", "2019-05") },
            "risks" => t with { Rows = Kept(t, "project", [.. Projects, ""]) },
            _ when t.Header.Contains("project") => t with { Rows = Kept(t, "project", Projects) },
            _ => t,
        }).ToList();
        return [.. tables.Select(t => t.Name == "report_cost_lines" ? t with { Rows = [new(2, ["1.2", Parking])] } : t)];
    }

    private static List<RegisterTableRow> Kept(RegisterTable table, string column, params string[] values)
    {
        var index = table.Header.ToList().IndexOf(column);
        return [.. table.Rows.Where(r => values.Contains(r.Cells[index]))];
    }

    private static IEnumerable<string> Column(RegisterTable table, string column, IEnumerable<RegisterTableRow> rows)
    {
        var index = table.Header.ToList().IndexOf(column);
        return rows.Select(r => r.Cells[index]);
    }
}
