using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Benchmarks;

/// <summary>
/// A programme of any size, the same each time: far larger than a council's, to see how cost grows. Each line has targets in
/// five years and a position in one or two bands a year: 17½ amounts a line.
/// </summary>
internal static class SyntheticProgramme
{
    public const int Projects = 5_000;
    public const int Lines = 20_000;

    private static readonly FinancialYear[] Years = [.. FinancialYear.Range(new(2018), new(2022))];
    private static readonly ReportingMonth[] Months = [new(2019, 4), new(2019, 5), new(2019, 6)];
    private static readonly RagAspect[] Aspects = Enum.GetValues<RagAspect>();
    private static readonly string[] Workstreams = ["Service Redesign", "Reducing Third Party Spend", "Increasing Income & other", "Previously agreed 2018/19"];
    private static readonly string[] Boards = ["Enabling the Council", "Enabling Communities", "Enabling People", "Enabling Places"];
    private static readonly string[] Directorates = ["Adult Services", "Children, Education and Families", "Communities", "Public Health", "Resources"];
    private static readonly string[] Sources = ["Previously agreed 2018/19", "Medium Term Financial Plan", "Core transformation programme"];
    private static readonly string[] Activities = ["Provision cycle", "Still to be scoped out", "Reducing third-party spend", "Increasing income", "Other efficiencies"];

    /// <summary>The quarter that its figures are for.</summary>
    public static Quarter Quarter => new(new(2019), 1);

    public static ProgrammeState Of(int projects = Projects, int lines = Lines) => new()
    {
        Programme = new(
            "Synthetic Programme", "A large council", Years[0], Years[^1], "Serve residents better at a lower cost",
            Money.FromMillions(34), Money.FromMillions(58), Money.FromMillions(1), "Made up", [.. ConfidenceFacts.Bands.Select(b => new ConfidenceLabel(b, b.ToString(), null))]),
        Boards = [.. Boards.Select(b => new Board(b, BoardKind.WorkstreamBoard, null, "Oversees projects", null))],
        Workstreams = [.. Workstreams.Select(w => new Workstream(w, w, w != Workstreams[^1], null))],
        Directorates = [.. Directorates.Select(d => new Directorate(d, d))],
        Sources = [.. Sources.Select(s => new TargetSource(s, s, s == Sources[^1]))],
        Activities = [.. Activities.Select((a, i) => new CoreActivity(a, i < 2 ? "Service redesign" : null))],
        Projects = [.. Enumerable.Range(0, projects).Select(Project)],
        Ratings = [.. Enumerable.Range(0, projects).SelectMany(Ratings)],
        SavingsLines = [.. Enumerable.Range(0, lines).Select(i => Line(i, projects))],
        Targets = [.. Enumerable.Range(0, lines).SelectMany(Targets)],
        Positions = [.. Enumerable.Range(0, lines).SelectMany(Positions)],
        Decisions = [.. Enumerable.Range(0, 4).Select(i => new Decision(Text($"D-{i}"), "A decision", "Cabinet", new(2019, 7, 16), (DecisionOutcome)(i % 3), null))],
        Reprofiles = [.. Enumerable.Range(0, lines / 100).Select(i => new Reprofile(
            Text($"D-{i % 4}"), LineRef(i * 100), "A re-profile", new(5_000), Years[1], i % 2 == 0 ? Years[2] : null, Confidence.Low, null))],
        CostAreas = [.. Enumerable.Range(1, 10).Select(i => new CostArea(Text($"{i}"), "An area of cost"))],
        CostLines = [.. Enumerable.Range(0, 10 + (lines / 100)).Select(CostLine)],
        Funding = [new("Corporate reserves", Money.FromMillions(9), FundingStatus.Confirmed)],
        Risks = [.. Enumerable.Range(0, projects / 5).Select(i => new Risk(
            Text($"R{i}"), ProjectCode(i), "Savings come late", RiskLevel.High, "Watched each month", RiskLevel.Medium, null, null, i % 50 == 0, null))],
        Milestones = [.. Enumerable.Range(0, projects * 2).Select(i => new Milestone(
            ProjectCode(i / 2), i % 2 == 0 ? "Design agreed" : "Live", Years[1].FirstDay.AddDays(i % 300), Years[1].FirstDay.AddDays(i % 320), null, null))],
        Dependencies = [.. Enumerable.Range(1, projects / 10).Select(i => new Dependency(
            ProjectCode(i), ProjectCode(i - 1), "Its system", new(2019, 9, 30), new((Rag)(i % 3), "As reported"), null))],
        Benefits = [.. Enumerable.Range(0, projects).Select(i => new Benefit(ProjectCode(i), "Residents are served sooner", null))],
        Documents = [],
        Meetings = [new("Cabinet", new(2019, 7, 16), new TimeOnly(14, 0), "Quarterly review", null)],
        Plan = [],
        Stories = [new(Quarter, [new(StoryKind.Achievement, 1, "**Finance** redesigned", null)], [], [])],
    };

    private static Project Project(int i) => new(
        ProjectCode(i), Text($"Project number {i}"), (ProjectPhase)(i % 4), Boards[i % Boards.Length], Workstreams[i % 3], Directorates[i % Directorates.Length],
        "Director for Resources", Years[0].FirstDay, Years[3].LastDay, "Changes how a service works so that residents get help sooner.", null, null, []);

    private static IEnumerable<MonthlyRating> Ratings(int i) => Months.SelectMany((month, m) => Aspects.Select((aspect, a) =>
        new MonthlyRating(ProjectCode(i), month, new(aspect, new((Rag)((i + m + a) % 3), "As the accountable officer reported")))));

    private static SavingsLine Line(int i, int projects) => new(
        LineRef(i), Text($"Saving number {i}"), ProjectCode(i % projects), Workstreams[i % Workstreams.Length], "", Directorates[i % Directorates.Length],
        Sources[i % Sources.Length], i % Sources.Length == Sources.Length - 1 ? Activities[i % Activities.Length] : null, []);

    private static IEnumerable<SavingsTarget> Targets(int i) =>
        Years.Select((year, y) => new SavingsTarget(LineRef(i), year, Amount(i, y), Amount(i, y + 1)));

    private static IEnumerable<SavingsPosition> Positions(int i) => Years.SelectMany((year, y) =>
        Enumerable.Range(0, 1 + ((i + y) % 2)).Select(band => new SavingsPosition(LineRef(i), Months[^1], year, (Confidence)((i + y + band) % 4), Amount(i, y + band))));

    private static CostLine CostLine(int i) => new(
        Text($"{1 + (i % 10)}.{i / 10}"), Text($"{1 + (i % 10)}"), "A line of cost", null,
        [
            .. Years.Select((year, y) => new CostAmount(CostKind.Budget, year, null, Amount(i, y), null)),
            .. Months.Select((month, m) => new CostAmount(CostKind.Actual, month.FinancialYear, month, Amount(i, m), null)),
            new(CostKind.Committed, Years[1], Months[^1], Amount(i, 9), null),
        ]);

    private static Money Amount(int i, int variety) => new(1_000 * (1 + (((i * 31) + (variety * 17)) % 97)));

    private static string ProjectCode(int i) => Text($"TP-{i:0000}");

    private static string LineRef(int i) => Text($"S-{i:00000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
