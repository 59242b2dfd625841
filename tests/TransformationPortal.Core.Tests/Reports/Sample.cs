using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>A project with a savings line and a cost line, and a report of it in which nothing is missing.</summary>
internal static class Sample
{
    public const string Code = "TP-07";

    public static readonly ReportingMonth June = new(2019, 6);
    public static readonly FinancialYear This = new(2019);
    public static readonly FinancialYear Next = new(2020);

    public static readonly Actor Officer = Who("olive", ActorRoles.Officer, Code);
    public static readonly Actor OtherOfficer = Who("oscar", ActorRoles.Officer, "TP-08");
    public static readonly Actor Finance = Who("fiona", ActorRoles.Finance);
    public static readonly Actor Pmo = Who("paula", ActorRoles.Pmo);
    public static readonly Actor OtherPmo = Who("peter", ActorRoles.Pmo);
    public static readonly Actor Everybody = Who("eve", ActorRoles.Officer | ActorRoles.Finance | ActorRoles.Pmo, Code);
    public static readonly Actor Member = Who("mary", ActorRoles.None);

    /// <summary>3 July 2019, at noon.</summary>
    public static readonly DateTime Noon = new(2019, 7, 3, 12, 0, 0, DateTimeKind.Utc);

    public static ReportContext Context { get; } = new()
    {
        Project = new(Code, "Strategic Capability", ProjectPhase.InFlight, "Board A", "Redesign", "Resources", "Head of Strategy", null, null, null, null, null, []),
        Month = June,
        Today = new(2019, 7, 3),
        FirstYear = new(2018),
        LastYear = new(2022),
        Lines = [new("S-1", "Fewer systems", [new(This, new(400_000)), new(Next, new(600_000))])],
        CostLines = [new("1.2", "Support")],
        Projects = [new(Code, "Strategic Capability"), new("TP-08", "Provision Cycle")],
    };

    /// <summary>A context whose project neither saves nor spends.</summary>
    public static ReportContext Plain { get; } = Context with { Lines = [], CostLines = [] };

    public static ReportContent Complete { get; } = new()
    {
        Ratings = [.. Enum.GetValues<RagAspect>().Select(a => new RatingEntry(a, Rag.Green, $"The {a} is as planned"))],
        PathToGreen = [new("P1", RagAspect.Cost, "Ask for a second quote", "Head of Strategy", Day("2019-08-30"))],
        Progress = "Options drawn up",
        NextSteps = "Agree the structure",
        Savings =
        [
            new("S-1", This, Confidence.Delivered, new(100_000)), new("S-1", This, Confidence.High, new(300_000)), new("S-1", Next, Confidence.Medium, new(600_000)),
        ],
        Spend = [new("1.2", new(1_000))],
        Milestones = [new("M1", "Structure agreed", Day("2019-07-31"), Day("2019-07-31"), null)],
        Risks = [new("R5", RiskKind.Risk, "Posts stay empty", RiskLevel.High, "Recruitment", RiskLevel.Medium, null, Day("2019-06-24"), EscalationLevel.WorkstreamBoard)],
        Dependencies = [new("N1", "TP-08", "Contracts reviewed", Day("2019-09-30"), Rag.Green, "It is on time")],
        Capacity = new(4, 4, null, null),
        Decisions = [new("D1", "Release two officers", "Programme Board", Day("2019-08-01"))],
        Evidence = [new("E1", "Ratings[Cost]", "Minutes of the board", "https://intranet.example.org/minutes", null)],
    };

    /// <summary>Complete, but with a gap in capacity that no risk covers.</summary>
    public static ReportContent Doubtful { get; } = Complete with { Capacity = new(4, 3, "Work", null) };

    public static HighlightReport NotStarted => HighlightReport.NotStarted(Code, June, ReportContent.Empty);

    public static HighlightReport Draft => NotStarted.Save(Officer, Noon, Context, Complete).Report();

    public static HighlightReport Submitted => Draft.Submit(Officer, Noon, Context).Report();

    public static HighlightReport Confirmed => Submitted.ConfirmSavings(Finance, Noon, Context).Report();

    public static HighlightReport Returned => Submitted.Return(Pmo, Noon, [new("Progress", "Say which options")], "Too short").Report();

    public static HighlightReport Approved => Confirmed.Approve(Pmo, Noon, Context).Report();

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static Actor Who(string name, ActorRoles roles, params string[] projects) => new(name, $"{name} by name", roles, projects.ToHashSet());

    public static HighlightReport Report(this ReportResult result) => result switch
    {
        ReportResult.Done done => done.Report,
        ReportResult.Refused refused => throw new InvalidOperationException(refused.Refusal.Sentence + string.Concat(refused.Refusal.Problems)),
        _ => throw new InvalidOperationException(),
    };

    public static ReportRefusal Refusal(this ReportResult result) => Assert.IsType<ReportResult.Refused>(result).Refusal;

    public static ReportEvent Event(this ReportResult result) => Assert.IsType<ReportResult.Done>(result).Events[^1];

    /// <summary>The one problem of a content, as its field and sentence.</summary>
    public static (string Field, string Sentence, ReportProblemKind Kind) OnlyProblem(ReportContent content, ReportContext? context = null)
    {
        var problem = Assert.Single(ReportCheck.Problems(content, context ?? Context));
        return (problem.Field, problem.Sentence, problem.Kind);
    }
}
