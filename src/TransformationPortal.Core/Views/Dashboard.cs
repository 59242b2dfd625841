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
    public string Headline =>
        $"{figures.YearDelivered.Figure.Text} of this year’s {figures.YearTarget.Figure.Text} savings target is delivered, and "
        + $"{figures.Spent.Figure.Text} of the {figures.PlannedSpend.Figure.Text} set aside to make the changes is spent. "
        + $"{CountOf(new() { Phase = ProjectPhase.InFlight })} of {figures.Projects.Figure.Text} projects are in flight and {CountOf(new() { Rag = Rag.Red })} are rated red.";

    public IReadOnlyList<Tile> Tiles =>
    [
        TileOf(figures.TotalTarget, "New savings a year by the end of the programme", NotRehomed()),
        TileOf(figures.YearTarget, YearCaption(), null),
        TileOf(figures.TargetAchieved, $"{figures.YearDelivered.Figure.Text} delivered by {DateFormat.Long(edition.AsAt)}", null),
        TileOf(figures.PlannedSpend, "Budget for making the changes", null),
        TileOf(figures.Spent, $"{figures.ShareSpent.Figure.Text} of planned spend", $"{figures.SpentOrCommitted.Figure.Text} spent or committed"),
        TileOf(figures.Projects, string.Join(", ", figures.Projects.Parts.Select(p => $"{p.Figure.Text} {p.Label.ToLowerInvariant()}")), null),
        TileOf(figures.CompletedProjects, $"Since the programme began in {edition.Programme.FirstYear}", null),
    ];

    /// <summary>Statistics entered by hand, each with its source.</summary>
    public IReadOnlyList<Tile> Measures =>
        [.. edition.Story.Measures.Select(m => new Tile(m.Label, m.Label, new Figure(m.Value, FigureUnit.Count, new Derivation.OfMeasure(m.Label)), m.Caption ?? "Entered by hand", null))];

    public IReadOnlyList<ChartView> Charts => new Charts(edition, basis).All;

    public FigureTable RagByAspect => new Charts(edition, basis).RagByAspect();

    public IEnumerable<StoryItem> Achievements => edition.Story.Items.Where(i => i.Kind == StoryKind.Achievement);

    public IEnumerable<StoryItem> Focus => edition.Story.Items.Where(i => i.Kind == StoryKind.Focus);

    /// <summary>Non-financial benefits, by project.</summary>
    public IReadOnlyList<(Project Project, IReadOnlyList<Benefit> Benefits)> Benefits =>
        [.. edition.Benefits.GroupBy(b => b.Project, StringComparer.Ordinal).Select(g => (edition.FindProject(g.Key)!, (IReadOnlyList<Benefit>)[.. g]))];

    public IReadOnlyList<(Project Project, Spotlight Spotlight)> Spotlights =>
        [.. edition.Story.Spotlights.Select(s => (edition.FindProject(s.Project)!, s))];

    public IEnumerable<Risk> CriticalRisks => edition.Risks.Where(r => r.IsCritical);

    /// <summary>Dependencies that are not green, the worst first.</summary>
    public IEnumerable<Dependency> DependenciesThatMatter =>
        edition.Dependencies.Where(d => d.Rating.Rating != Rag.Green).OrderByDescending(d => d.Rating.Rating).ThenBy(d => d.NeededBy);

    /// <summary>Each pending decision with the headline figures it would change.</summary>
    public IReadOnlyList<PendingDecisionView> Pending
    {
        get
        {
            var (stands, agreed) = (new KeyFigures(edition, DecisionBasis.AsItStands), new KeyFigures(edition, DecisionBasis.IfAgreed));
            List<DecisionEffect> effects =
            [
                .. stands.All.Zip(agreed.All).Where(p => p.First.Figure.Amount != p.Second.Figure.Amount)
                    .Select(p => new DecisionEffect(p.First.Title, p.First.Figure, p.Second.Figure)),
            ];
            return [.. new PendingDecisions(edition).Items.Select(i => new PendingDecisionView(i.Decision, i.Moves, effects))];
        }
    }

    /// <summary>Meetings still to come on the day the figures stand for, the next first.</summary>
    public IEnumerable<Meeting> NextMeetings => edition.Meetings.Where(m => m.Date > edition.AsAt && m.Item is not null);

    private string YearCaption()
    {
        if (basis == DecisionBasis.IfAgreed)
        {
            return new PendingDecisions(edition).Any ? "Revised target, taking the pending decision as agreed" : "Revised target";
        }

        var difference = figures.YearTarget.Figure.Amount - new KeyFigures(edition, DecisionBasis.IfAgreed).YearTarget.Figure.Amount;
        return difference is not null and not 0
            ? $"Revised target, before a pending decision on {MoneyFormat.ExactMillions(new Money(difference.Value))}"
            : "Revised target";
    }

    private string? NotRehomed() => new PendingDecisions(edition).NotYetRehomed(basis).Money is { } amount && amount != Money.Zero
        ? $"{MoneyFormat.ExactMillions(amount)} of it not yet re-homed"
        : null;

    private static Tile TileOf(KeyFigure figure, string caption, string? note) => new(figure.Key, figure.Title, figure.Figure, caption, note);

    private string CountOf(ProjectFilter filter) => MoneyFormat.Count(filter.In(edition).Count);
}
