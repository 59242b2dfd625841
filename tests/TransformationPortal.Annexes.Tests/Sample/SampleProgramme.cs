using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using TransformationPortal.Core.Composing;
using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Registers;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Annexes.Tests.Sample;

/// <summary>The sample programme, read from its files into what an edition is composed from.</summary>
internal static class SampleProgramme
{
    private static readonly Lazy<IReadOnlyList<RegisterTable>> Workbook = new(ReadWorkbook);

    public static Quarter Quarter { get; } = Quarter.Parse("2019/20 Q1");

    public static ProgrammeState State { get; } = ReadState();

    public static Edition Edition { get; } = EditionComposer.Compose(State, Quarter, 1);

    private static ProgrammeState ReadState()
    {
        var facts = Rows("programme").ToDictionary(r => r["field"]!, r => r["value"], StringComparer.Ordinal);
        Money? Fact(string name) => facts[name] is { } text ? Pounds(text) : null;
        return new ProgrammeState
        {
            Programme = new Programme(
                facts["name"]!, facts["council"]!, FinancialYear.Parse(facts["first_year"]!), FinancialYear.Parse(facts["last_year"]!), facts["objective"]!,
                Fact("planned_benefit_low"), Fact("planned_benefit_high"), Fact("redundancy_provision"), facts["provenance"],
                [.. ConfidenceFacts.Bands.Select(b => new ConfidenceLabel(b, facts[$"{b.ToString().ToLowerInvariant()}_label"]!, facts[$"{b.ToString().ToLowerInvariant()}_alias"]))])
            {
                Licence = Enum.GetValues<DataLicence>().Cast<DataLicence?>().FirstOrDefault(l => l!.Value.Name() == facts.GetValueOrDefault("licence")),
            },
            Boards = [.. Rows("boards").Select(r => new Board(r["name"]!, Parse<BoardKind>(r["kind"]), r["reports_to"], r["role"]!, r["basis"]))],
            Workstreams = [.. Rows("workstreams").Select(r => new Workstream(r["name"]!, r["short_name"]!, r["programme_component"] == "yes", r["basis"]))],
            Directorates = [.. Rows("directorates").Select(r => new Directorate(r["name"]!, r["short_name"]!))],
            Sources = [.. Rows("sources").Select(r => new TargetSource(r["name"]!, r["short_name"]!, r["core"] == "yes"))],
            Activities = [.. Rows("activities").Select(r => new CoreActivity(r["name"]!, r["group"], Amount(r["first_target"])))],
            Projects = [.. Rows("projects").Select(r => new Project(
                r["code"]!, r["name"]!, Parse<ProjectPhase>(r["phase"]), r["workstream_board"]!, r["workstream"]!, r["directorate"]!, r["accountable_officer"]!,
                Day(r["start"]), Day(r["planned_end"]), r["summary"], r["basis"], null, []))],
            Ratings = [.. Rows("ratings").Select(r => new MonthlyRating(
                r["project"]!, ReportingMonth.Parse(r["month"]!), new AspectRating(Parse<RagAspect>(r["aspect"]), new RagRating(Parse<Rag>(r["rag"]), r["reason"]!))))],
            SavingsLines = [.. Rows("savings_lines").Select(r => new SavingsLine(
                r["ref"]!, r["title"]!, r["project"]!, r["workstream"]!, "", r["directorate"]!, r["source"]!, r["core_activity"], []))],
            Targets = [.. Rows("savings_targets").Select(r => new SavingsTarget(
                r["line"]!, FinancialYear.Parse(r["financial_year"]!), Amount(r["original_target"]), Amount(r["revised_target"]), Amount(r["carried_to_later_year"])))],
            Positions = [.. Rows("savings_positions").Select(r => new SavingsPosition(
                r["line"]!, ReportingMonth.Parse(r["as_at"]!), FinancialYear.Parse(r["financial_year"]!), Parse<Confidence>(r["confidence"]), Pounds(r["amount"]!)))],
            Decisions = [.. Rows("decisions").Select(r => new Decision(r["ref"]!, r["title"]!, r["body"]!, Day(r["due"]), Parse<DecisionOutcome>(r["outcome"]), r["note"]))],
            Reprofiles = [.. Rows("reprofiles").Select(r => new Reprofile(
                r["decision"]!, r["line"]!, r["label"]!, Pounds(r["amount"]!), FinancialYear.Parse(r["from_year"]!),
                r["to_year"] is { } year ? FinancialYear.Parse(year) : null, Parse<Confidence>(r["confidence"]), r["note"]))],
            CostAreas = [.. Rows("cost_areas").Select(r => new CostArea(r["code"]!, r["name"]!))],
            CostLines = CostLines(),
            Funding = [.. Rows("funding").Select(r => new Funding(r["source"]!, Pounds(r["amount"]!), Parse<FundingStatus>(r["status"])))],
            Risks = [.. Rows("risks").Select(r => new Risk(
                r["ref"]!, r["project"], r["impact"]!, Parse<RiskLevel>(r["initial_rating"]), r["controls"]!, Parse<RiskLevel>(r["residual_rating"]),
                r["further_action"], Day(r["reviewed"]), r["critical"] == "yes", r["basis"]))],
            Milestones = [.. Rows("milestones").Select(r => new Milestone(r["project"]!, r["title"]!, Day(r["baseline"])!.Value, Day(r["forecast"]), Day(r["actual"]), r["basis"]))],
            Dependencies = [.. Rows("dependencies").Select(r => new Dependency(
                r["project"]!, r["needs"]!, r["what"]!, Day(r["needed_by"]), new RagRating(Parse<Rag>(r["rag"]), r["reason"]!), r["basis"]))],
            Benefits = [.. Rows("benefits").Select(r => new Benefit(r["project"]!, r["benefit"]!, r["basis"]))],
            Documents = [.. Rows("documents").Select(r => new DocumentReference(r["key"]!, r["title"]!, r["kind"]!, r["note"]))],
            Meetings = [.. Rows("meetings").Select(r => new Meeting(
                r["body"]!, Day(r["date"]), r["time"] is { } time ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture) : null, r["item"], r["note"]))],
            Plan = [.. Rows("plan").Select(r => new PlanStage(r["name"]!, r["stage"]!, Day(r["start"])!.Value, Day(r["end"])!.Value, r["basis"]))],
            Stories = [Story()],
        };
    }

    private static List<CostLine> CostLines()
    {
        var amounts = Rows("cost_budget").Select(r => (r["line"], new CostAmount(CostKind.Budget, FinancialYear.Parse(r["financial_year"]!), null, Pounds(r["amount"]!), null)))
            .Concat(Rows("spend").Select(r => (r["line"], Spend(r)))).ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        return [.. Rows("cost_lines").Select(r => new CostLine(r["code"]!, r["area"]!, r["name"]!, r["note"], [.. amounts[r["code"]]]))];

        static CostAmount Spend(IReadOnlyDictionary<string, string?> row)
        {
            var month = ReportingMonth.Parse(row["month"]!);
            return new(Parse<CostKind>(row["kind"]), month.FinancialYear, month, Pounds(row["amount"]!), row["note"]);
        }
    }

    private static QuarterStory Story() => new(
        Quarter,
        [.. Rows("quarter_texts").Select(r => new StoryItem(Parse<StoryKind>(r["kind"]), int.Parse(r["order"]!, CultureInfo.InvariantCulture), r["text"]!, r["link"]))],
        [.. Rows("measures").Select(r => new Measure(r["label"]!, decimal.Parse(r["value"]!, CultureInfo.InvariantCulture), r["caption"], r["source"]!, r["link_text"], r["document"]))],
        [.. Rows("spotlights").Select(r => new Spotlight(
            r["project"]!, r["accountable_officer"]!, r["people_involved"]!, Amount(r["expected_low"]), Amount(r["expected_high"]), r["aim"]!, r["done_so_far"]!, r["next"]!))]);

    private static T Parse<T>(string? text)
        where T : struct, Enum => Enum.Parse<T>(text!.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);

    private static Money? Amount(string? text) => text is null ? null : Pounds(text);

    private static Money Pounds(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A register is a sheet of the workbook, or a file beside it.
    private static IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows(string register) =>
        Workbook.Value.FirstOrDefault(t => t.Name == register) is { } sheet ? [.. sheet.Rows.Select(r => Row(sheet.Header, r.Cells))] : File(register);

    private static List<IReadOnlyDictionary<string, string?>> File(string register)
    {
        using var csv = CsvReader.FromFile(Path.Combine(Folder(), register + ".csv"), new() { Separator = ',' });
        var header = csv.Headers;
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        while (csv.Read())
        {
            rows.Add(Row(header, [.. header.Select((_, i) => csv.GetString(i))]));
        }

        return rows;
    }

    private static Dictionary<string, string?> Row(IReadOnlyList<string> header, IReadOnlyList<string> cells) =>
        header.Zip(cells).ToDictionary(c => c.First, c => c.Second.Length > 0 ? c.Second : null, StringComparer.Ordinal);

    private static IReadOnlyList<RegisterTable> ReadWorkbook()
    {
        using var content = System.IO.File.OpenRead(Path.Combine(Folder(), Registers.Sample.SampleProgramme.Workbook));
        return WorkbookReader.Read(content).Tables;
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/TransformationPortal.Registers/Sample"));
}
