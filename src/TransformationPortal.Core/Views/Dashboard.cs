using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>A headline number with what it means.</summary>
/// <param name="Note">A second measure or a split, so that nobody mistakes one number for another; may be missing.</param>
public sealed record Tile(string Key, string Title, Figure Figure, string Caption, string? Note);

/// <summary>A pending decision and how the headline figures differ with it.</summary>
public sealed record PendingDecisionView(Decision Decision, IReadOnlyList<Reprofile> Moves, IReadOnlyList<DecisionEffect> Effects);

/// <summary>One headline figure as it stands and as it would be.</summary>
public sealed record DecisionEffect(string Title, Figure AsItStands, Figure IfAgreed);

/// <summary>The members' update for a quarter, on one decision basis.</summary>
public sealed class Dashboard(Edition edition, DecisionBasis basis)
{
    private readonly KeyFigures figures = new(edition, basis);

    /// <summary>The quarter in one breath.</summary>
    public string Headline => new Headline(edition, figures).Text;

    public IReadOnlyList<Tile> Tiles =>
    [
        TileOf(figures.TotalTarget, TotalCaption(), NotRehomed()),
        TileOf(figures.YearTarget, YearCaption(), null),
        TileOf(figures.TargetAchieved, $"{figures.YearDelivered.Figure.TextOr("Nothing recorded as")} {new CouncilWords(edition.Programme).Delivered} by {DateFormat.Long(edition.AsAt)}", null),
        TileOf(figures.PlannedSpend, "Budget for making the changes", null),
        TileOf(figures.Spent, SpentCaption(), $"{figures.SpentOrCommitted.Figure.TextOr("Nothing recorded as")} spent or committed"),
        TileOf(figures.Projects, ProjectsCaption(), null),
        TileOf(figures.CompletedProjects, $"Since the programme began in {edition.Programme.FirstYear}", null),
    ];

    /// <summary>Statistics entered by hand, each with its source.</summary>
    public IReadOnlyList<Tile> Measures =>
        [.. edition.Story.Measures.Select(m => new Tile(m.Label, m.Label, new Figure(m.Value, FigureUnit.Count, new Derivation.OfMeasure(m.Label)), m.Caption ?? "Entered by hand", null))];

    /// <summary>What closed years carried to later ones: a sentence a year, with its figure.</summary>
    public IReadOnlyList<(Figure Amount, string Sentence)> CarriedForward => [.. new ClosedYears(edition, basis).Sentences];

    public IReadOnlyList<ChartView> Charts => new Charts(edition, basis).All;

    /// <summary>This year's savings by what the council chose to set them out by, in its order.</summary>
    public IEnumerable<FigureTable> OwnTables => new FinancialPosition(edition, basis).CurrentYearByOwnGroupings;

    public FigureTable RagByAspect => new Charts(edition, basis).RagByAspect();

    public IEnumerable<StoryItem> Achievements => edition.Story.Items.Where(i => i.Kind == StoryKind.Achievement);

    public IEnumerable<StoryItem> Focus => edition.Story.Items.Where(i => i.Kind == StoryKind.Focus);

    /// <summary>Non-financial benefits, by project.</summary>
    public IReadOnlyList<(Project Project, IReadOnlyList<Benefit> Benefits)> Benefits =>
        [.. edition.Benefits.GroupBy(b => b.Project, StringComparer.Ordinal).Select(g => (edition.FindProject(g.Key)!, (IReadOnlyList<Benefit>)[.. g]))];

    public IReadOnlyList<(Project Project, Spotlight Spotlight)> Spotlights =>
        [.. edition.Story.Spotlights.Select(s => (edition.FindProject(s.Project)!, s))];

    /// <summary>Which risks members see, in a sentence.</summary>
    public const string CriticalRiskRule = "Every risk that stays high with its controls in place, and those that the PMO marks for members.";

    /// <summary>The risks that <see cref="CriticalRiskRule"/> speaks of, those that stay high first.</summary>
    public IEnumerable<Risk> CriticalRisks => edition.Risks.Where(IsForMembers).OrderByDescending(r => r.ResidualRating);

    /// <summary>Whether members see a risk on the dashboard: one that stays high is never left out, one that is closed is.</summary>
    public static bool IsForMembers(Risk risk) => risk.Closed is null && (risk.IsCritical || risk.ResidualRating == RiskLevel.High);

    /// <summary>Dependencies that are not green, the worst first.</summary>
    public IEnumerable<Dependency> DependenciesThatMatter =>
        edition.Dependencies.Where(d => d.Rating.Rating != Rag.Green).OrderByDescending(d => d.Rating.Rating).ThenBy(d => d.NeededBy ?? DateOnly.MaxValue);

    /// <summary>Each pending decision with the headline figures that it would change by itself.</summary>
    public IReadOnlyList<PendingDecisionView> Pending
    {
        get
        {
            var stands = new KeyFigures(edition, DecisionBasis.AsItStands).All;
            return [.. new PendingDecisions(edition).Items.Select(i => new PendingDecisionView(i.Decision, i.Moves,
            [
                .. stands.Zip(new KeyFigures(edition, DecisionBasis.IfAgreed, i.Decision.Ref).All).Where(p => p.First.Figure.Amount != p.Second.Figure.Amount)
                    .Select(p => new DecisionEffect(p.First.Title, p.First.Figure, p.Second.Figure)),
            ]))];
        }
    }

    /// <summary>Meetings still to come on the day the figures stand for, the next first.</summary>
    public IEnumerable<Meeting> NextMeetings => edition.Meetings.Where(m => m.Date > edition.AsAt && m.Item is not null);

    private string TotalCaption() => figures.TargetNow is { } now
        ? $"New savings a year by the end of the programme, as first set; now {now.In(MoneyUnits.Apart(figures.TotalTarget.Figure.Money, now.Money))}"
        : "New savings a year by the end of the programme";

    private string YearCaption()
    {
        var pending = new PendingDecisions(edition);
        if (!pending.Any)
        {
            return "Revised target";
        }

        var one = pending.Items.Count(i => i.Moves.Count > 0) == 1;
        if (basis == DecisionBasis.IfAgreed)
        {
            return $"Revised target, taking the pending {(one ? "decision" : "decisions")} as agreed";
        }

        var difference = figures.YearTarget.Figure.Money.OrZero() - new KeyFigures(edition, DecisionBasis.IfAgreed).YearTarget.Figure.Money.OrZero();
        return difference == Money.Zero
            ? "Revised target"
            : $"Revised target, before {(one ? "a pending decision" : "pending decisions")} on {MoneyFormat.ExactMillions(new Money(Math.Abs(difference.Pounds)))}";
    }

    private string? NotRehomed() => new PendingDecisions(edition).NotYetRehomed(basis).Money is { } amount && amount != Money.Zero
        ? $"{MoneyFormat.ExactMillions(amount)} of it not yet re-homed"
        : null;

    private static Tile TileOf(KeyFigure figure, string caption, string? note) => new(figure.Key, figure.Title, figure.Figure, caption, note);

    private string SpentCaption() => figures switch
    {
        { ShareSpent.Figure.Amount: not null } => $"{figures.ShareSpent.Figure.Text} of planned spend",
        { PlannedSpend.Figure.Amount: null } => "No planned spend is recorded",
        { Spent.Figure.Amount: null } => "Nothing is recorded as spent",
        _ => $"{figures.PlannedSpend.Figure.Text} of planned spend is recorded",
    };

    private string ProjectsCaption() => figures.Projects.Parts.Count == 0
        ? "No project is recorded"
        : string.Join(", ", figures.Projects.Parts.Select(p => $"{p.Figure.Text} {p.Label.ToLowerInvariant()}"));
}
