using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>A headline figure, what it means, and the figures it is made of.</summary>
/// <param name="Key">Its name in an address: <c>target-achieved</c>.</param>
/// <param name="HowMade">The rule, in one sentence.</param>
/// <param name="Parts">The figures the rule uses, by name; empty for a plain sum.</param>
public sealed record KeyFigure(string Key, string Title, Figure Figure, string HowMade, IReadOnlyList<(string Label, Figure Figure)> Parts);

/// <summary>The programme's headline figures: each defined once, whatever page, sentence or file shows it.</summary>
/// <param name="basis">Whether pending decisions are taken as agreed.</param>
/// <param name="onlyDecision">If agreed: the reference of the one pending decision taken so, where not all of them are.</param>
public sealed class KeyFigures(Edition edition, DecisionBasis basis, string? onlyDecision = null)
{
    private readonly CouncilWords words = new(edition.Programme);

    private FinancialYear Year => edition.Quarter.Year;

    private string AllYears => edition.Programme.FirstYear == edition.Programme.LastYear
        ? edition.Programme.FirstYear.ShortName
        : $"{edition.Programme.FirstYear.ShortName} to {edition.Programme.LastYear.ShortName}";

    public IReadOnlyList<KeyFigure> All =>
        [TotalTarget, YearTarget, YearDelivered, TargetAchieved, PlannedSpend, Spent, SpentOrCommitted, ShareSpent, Projects, CompletedProjects];

    public KeyFigure TotalTarget => field ??= Sum("total-target", $"Total savings target, {AllYears}",
        Savings(SavingsKind.OriginalTarget), "The sum of every savings line's original target, over all years.");

    /// <summary>The whole target as it now stands, where it reads differently from how it was first set; nothing where it does not.</summary>
    public Figure? TargetNow
    {
        get
        {
            var slice = Savings(SavingsKind.RevisedTarget);
            var now = Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));
            return now.Amount is null || now.Text == TotalTarget.Figure.Text ? null : now;
        }
    }

    public KeyFigure YearTarget => field ??= Sum("year-target", $"{Year.ShortName} savings target",
        Measured(Savings(SavingsKind.RevisedTarget).In(Year)),
        $"The sum of the revised targets of {Year}: the original targets with the changes agreed since and what an earlier year carried forward.");

    public KeyFigure YearDelivered => field ??= Sum("year-delivered",
        words.CallsItDelivered ? $"{Year.ShortName} savings delivered" : $"{Year.ShortName} savings {words.Delivered}",
        Savings(SavingsKind.Position).In(Year).At(Confidence.Delivered),
        words.CallsItDelivered ? $"The sum of the savings of {Year} that are in the accounts." : $"The sum of the savings of {Year} that are rated {words.Delivered}.");

    public KeyFigure TargetAchieved => field ??= Ratio("target-achieved",
        words.CallsItDelivered ? $"Share of {Year.ShortName} target achieved" : $"Share of {Year.ShortName} target {words.Delivered}", YearDelivered, YearTarget,
        $"Savings {words.Delivered} divided by the revised target.");

    public KeyFigure PlannedSpend => field ??= Cost("planned-spend", $"Planned spend, {AllYears}",
        "The sum of the implementation budget over all years.", CostKind.Budget);

    public KeyFigure Spent => field ??= Cost("spent", "Spend to date", $"The sum of what was spent on implementation up to {DateFormat.Long(edition.AsAt)}.", CostKind.Actual);

    public KeyFigure SpentOrCommitted => field ??= Cost("spent-or-committed", "Spent or committed",
        $"What was spent up to {DateFormat.Long(edition.AsAt)}, with what was ordered but not yet spent on that day.", CostKind.Actual, CostKind.Committed);

    public KeyFigure ShareSpent => field ??= Ratio("share-spent", "Share of planned spend", Spent, PlannedSpend, "Spend to date divided by planned spend.");

    public KeyFigure Projects => field ??= Count("projects", "Projects in the programme", ProjectFilter.All, "The number of projects, whatever their phase.",
        [.. Phases.Select(p => (p.Name(), CountOf(new ProjectFilter { Phase = p })))]);

    public KeyFigure CompletedProjects => field ??= Count("completed-projects", "Completed projects", new() { Phase = ProjectPhase.Complete },
        "The number of projects whose phase is Complete.", []);

    /// <summary>The phases that any project is in, the furthest first.</summary>
    public IReadOnlyList<ProjectPhase> Phases =>
        [.. new[] { ProjectPhase.Complete, ProjectPhase.InFlight, ProjectPhase.Planning, ProjectPhase.Stopped }.Where(p => edition.Projects.Any(q => q.Phase == p))];

    /// <summary>Figures of the programme's frame that sentences need and no tile shows; those that are recorded.</summary>
    public IReadOnlyList<KeyFigure> Facts =>
    [
        .. new[]
        {
            Fact("business-case-low", "Savings set out in the business case, lower end", edition.Programme.PlannedBenefitLow, "What the business case set out to save a year, the lower end of its range."),
            Fact("business-case-high", "Savings set out in the business case, upper end", edition.Programme.PlannedBenefitHigh, "What the business case set out to save a year, the upper end of its range."),
            Fact("redundancy-provision", "Provision for redundancy", edition.Programme.RedundancyProvision, "What is provided for redundancy, outside the implementation budget."),
            FundingMargin,
        }.Where(f => f.Figure.Amount is not null),
    ];

    /// <summary>By how much the funding, confirmed or not, lies above or below planned spend.</summary>
    public KeyFigure FundingMargin => field ??= Margin();

    /// <summary>The headline figure or fact of that key; nothing when there is none.</summary>
    public KeyFigure? Find(string key) => All.Concat(Facts).FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.OrdinalIgnoreCase));

    // A year is measured against the target that it closes with, whatever is carried out of it afterwards.
    private Slice<SavingsDimension> Measured(Slice<SavingsDimension> target) =>
        edition.Savings.Sum(target.CarriedOut()) is null ? target : target.AsClosed();

    // Taking one decision as agreed and not the others limits the slice to what waits for no other.
    private Slice<SavingsDimension> Savings(SavingsKind kind)
    {
        var slice = SavingsSlices.Of(kind, basis);
        return onlyDecision is null || edition.PendingDecisions.All(d => d.Ref == onlyDecision)
            ? slice
            : slice.Where(SavingsDimension.Decision,
                [LedgerKeys.None, .. edition.Decisions.Where(d => d.Outcome != DecisionOutcome.Pending || d.Ref == onlyDecision).Select(d => d.Ref)]);
    }

    private KeyFigure Sum(string key, string title, Slice<SavingsDimension> slice, string howMade) =>
        new(key, title, Figure.OfMoney(edition.Savings.Sum(slice), new Derivation.OfSavings(slice)), howMade, []);

    private KeyFigure Cost(string key, string title, string howMade, params CostKind[] kinds)
    {
        var slice = CostSlices.Of(basis, kinds);
        return new(key, title, Figure.OfMoney(edition.Costs.Sum(slice), new Derivation.OfCosts(slice)), howMade, []);
    }

    private KeyFigure Ratio(string key, string title, KeyFigure part, KeyFigure whole, string howMade) => new(key, title,
        new Figure(part.Figure.Money is { } p && whole.Figure.Money is { } w ? p.ShareOf(w) : null, FigureUnit.Share, new Derivation.OfFigures(key, basis, onlyDecision)),
        howMade, [(part.Title, part.Figure), (whole.Title, whole.Figure)]);

    private KeyFigure Count(string key, string title, ProjectFilter filter, string howMade, IReadOnlyList<(string, Figure)> parts) =>
        new(key, title, CountOf(filter), howMade, parts);

    private KeyFigure Fact(string key, string title, Money? amount, string howMade) =>
        new(key, title, Figure.OfMoney(amount, new Derivation.OfFigures(key, basis, onlyDecision)), howMade, []);

    private KeyFigure Margin()
    {
        const string Key = "funding-margin";
        var funding = Figure.OfMoney(edition.Funding.Select(f => f.Amount).SumOrNothing(), new Derivation.OfFunding(null, null));
        Money? apart = funding.Money is { } held && PlannedSpend.Figure.Money is { } planned ? new Money(Math.Abs((held - planned).Pounds)) : null;
        return new(Key, "Funding beside planned spend", Figure.OfMoney(apart, new Derivation.OfFigures(Key, basis, onlyDecision)),
            "How far the funding, confirmed or still to be identified, lies from planned spend.", [("Funding", funding), (PlannedSpend.Title, PlannedSpend.Figure)]);
    }

    private Figure CountOf(ProjectFilter filter) => Figure.OfCount(filter.In(edition).Count, new Derivation.OfProjects(filter));
}
