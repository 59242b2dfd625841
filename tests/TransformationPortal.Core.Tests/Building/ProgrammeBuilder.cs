using TransformationPortal.Core.Composing;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>
/// A programme row by row, in the order and the words of a test. Periods are texts (<c>2019/20</c>, <c>2019-06</c>), money is
/// pounds. What a test does not say is empty, or something plain that no test asks about.
/// </summary>
internal sealed class ProgrammeBuilder
{
    private ProgrammeState state = new()
    {
        Programme = new(
            "Test Programme", "Test Council", FinancialYear.Parse("2018/19"), FinancialYear.Parse("2021/22"), "Save money and serve better", null, null, null, null,
            [.. ConfidenceFacts.Bands.Select(b => new ConfidenceLabel(b, b.ToString(), null))]),
        Boards = [],
        Workstreams = [],
        Directorates = [],
        Sources = [],
        Activities = [],
        Projects = [],
        Ratings = [],
        SavingsLines = [],
        Targets = [],
        Positions = [],
        Decisions = [],
        Reprofiles = [],
        CostAreas = [],
        CostLines = [],
        Funding = [],
        Risks = [],
        Milestones = [],
        Dependencies = [],
        Benefits = [],
        Documents = [],
        Meetings = [],
        Plan = [],
        Stories = [],
    };

    public ProgrammeState State() => state;

    /// <summary>The edition of a quarter of it, the first one unless a number is given.</summary>
    public Edition Edition(string quarter = "2019/20 Q1", int number = 1) => state.Compose(quarter, number);

    /// <summary>For what the methods below do not say.</summary>
    public ProgrammeBuilder With(Func<ProgrammeState, ProgrammeState> change)
    {
        state = change(state);
        return this;
    }

    public ProgrammeBuilder Years(string first, string last) =>
        With(s => s with { Programme = s.Programme with { FirstYear = FinancialYear.Parse(first), LastYear = FinancialYear.Parse(last) } });

    public ProgrammeBuilder Workstreams(params string[] names) =>
        With(s => s with { Workstreams = [.. s.Workstreams, .. names.Select(n => new Workstream(n, n, true, null))] });

    public ProgrammeBuilder Boards(params string[] names) =>
        With(s => s with { Boards = [.. s.Boards, .. names.Select(n => new Board(n, BoardKind.WorkstreamBoard, null, "Oversees projects", null))] });

    public ProgrammeBuilder Directorates(params string[] names) =>
        With(s => s with { Directorates = [.. s.Directorates, .. names.Select(n => new Directorate(n, n))] });

    public ProgrammeBuilder Source(string name, bool isCore = false) =>
        With(s => s with { Sources = [.. s.Sources, new(name, name, isCore)] });

    public ProgrammeBuilder Activity(string name, string? group = null) =>
        With(s => s with { Activities = [.. s.Activities, new(name, group)] });

    public ProgrammeBuilder Project(
        string code, string name = "A project", ProjectPhase phase = ProjectPhase.InFlight, string board = "Board A",
        string workstream = "Redesign", string directorate = "Adults", string officer = "Director", string? summary = null) =>
        With(s => s with
        {
            Projects = [.. s.Projects, new(code, name, phase, board, workstream, directorate, officer, null, null, summary, null, null, [])],
        });

    /// <summary>Ratings of a project for a month: the overall one, then cost, scope, benefits, timescales and risks as far as given.</summary>
    public ProgrammeBuilder Rated(string project, string month, params Rag[] ratings) =>
        With(s => s with
        {
            Ratings = [.. s.Ratings, .. ratings.Select((r, i) => new MonthlyRating(
                project, ReportingMonth.Parse(month), new((RagAspect)i, new(r, $"{(RagAspect)i} is {r} in {month}"))))],
        });

    /// <summary>A savings line; the targets and positions that follow are its own.</summary>
    public ProgrammeBuilder Line(
        string reference, string project = "TP-01", string title = "A saving", string workstream = "Redesign", string directorate = "Adults",
        string source = "Plan", string? activity = null) =>
        With(s => s with
        {
            SavingsLines = [.. s.SavingsLines, new(reference, title, project, workstream, "", directorate, source, activity, [])],
        });

    /// <summary>Original and revised target of the line last added; the revised one is the original unless it is given.</summary>
    public ProgrammeBuilder Target(string year, decimal? original, decimal? revised) =>
        With(s => s with
        {
            Targets = [.. s.Targets, new(s.SavingsLines[^1].Ref, FinancialYear.Parse(year), Pounds(original), Pounds(revised))],
        });

    public ProgrammeBuilder Target(string year, decimal both) => Target(year, both, both);

    /// <summary>A position of the line last added.</summary>
    public ProgrammeBuilder Position(string year, Confidence confidence, decimal pounds, string asAt = "2019-06") =>
        With(s => s with
        {
            Positions = [.. s.Positions, new(s.SavingsLines[^1].Ref, ReportingMonth.Parse(asAt), FinancialYear.Parse(year), confidence, new(pounds))],
        });

    public ProgrammeBuilder Decision(string reference, DecisionOutcome outcome = DecisionOutcome.Pending, string? due = null, string body = "Cabinet") =>
        With(s => s with
        {
            Decisions = [.. s.Decisions, new(reference, $"Decision {reference}", body, due is null ? null : Day(due), outcome, null)],
        });

    /// <summary>A re-profile under the decision last added.</summary>
    public ProgrammeBuilder Reprofile(
        string line, decimal pounds, string from, string? to = null, Confidence confidence = Confidence.Low, string? label = null) =>
        With(s => s with
        {
            Reprofiles = [.. s.Reprofiles, new(
                s.Decisions[^1].Ref, line, label ?? $"{line} re-profile", new(pounds), FinancialYear.Parse(from), to is null ? null : FinancialYear.Parse(to), confidence, null)],
        });

    public ProgrammeBuilder CostArea(string code, string name) => With(s => s with { CostAreas = [.. s.CostAreas, new(code, name)] });

    /// <summary>A cost line; the amounts that follow are its own. Its area is what stands before the point in its code.</summary>
    public ProgrammeBuilder CostLine(string code, string name) =>
        With(s => s with { CostLines = [.. s.CostLines, new(code, code.Split('.')[0], name, null, [])] });

    public ProgrammeBuilder Budget(string year, decimal pounds) => Cost(new(CostKind.Budget, FinancialYear.Parse(year), null, new(pounds), null));

    public ProgrammeBuilder Spent(string month, decimal pounds) => Cost(Monthly(CostKind.Actual, month, pounds));

    public ProgrammeBuilder Committed(string month, decimal pounds) => Cost(Monthly(CostKind.Committed, month, pounds));

    public ProgrammeBuilder Story(string quarter, params StoryItem[] items) =>
        With(s => s with { Stories = [.. s.Stories, new(Quarter.Parse(quarter), items, [], [])] });

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static CostAmount Monthly(CostKind kind, string month, decimal pounds)
    {
        var reporting = ReportingMonth.Parse(month);
        return new(kind, reporting.FinancialYear, reporting, new(pounds), null);
    }

    private static Money? Pounds(decimal? pounds) => pounds is { } value ? new Money(value) : null;

    private ProgrammeBuilder Cost(CostAmount amount) =>
        With(s => s with { CostLines = [.. s.CostLines.SkipLast(1), s.CostLines[^1] with { Amounts = [.. s.CostLines[^1].Amounts, amount] }] });
}

internal static class Composing
{
    /// <summary>Closes a quarter named by its text; a later number bears a notice, as it must.</summary>
    public static Edition Compose(this ProgrammeState state, string quarter = "2019/20 Q1", int number = 1) =>
        EditionComposer.Compose(state, Quarter.Parse(quarter), number, number > 1 ? "Corrects an error" : null);
}
