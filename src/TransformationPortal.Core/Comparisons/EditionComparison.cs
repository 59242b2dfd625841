using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Comparisons;

/// <summary>
/// Two editions side by side, on one decision basis. Any two: of two quarters, or of one that was corrected. Where only one
/// knows a re-organisation, both are compared under its new names.
/// </summary>
public sealed class EditionComparison
{
    private readonly Edition from;
    private readonly Edition to;
    private readonly DecisionBasis basis;

    /// <param name="from">The edition that figures are compared with.</param>
    /// <param name="to">The edition whose changes are shown.</param>
    public EditionComparison(Edition from, Edition to, DecisionBasis basis)
    {
        (Before, After, this.basis) = (new(from, to), new(to, from), basis);
        (this.from, this.to) = (Before.Content, After.Content);
    }

    /// <summary>The edition that figures are compared with.</summary>
    public ComparedEdition Before { get; }

    /// <summary>The edition whose changes are shown.</summary>
    public ComparedEdition After { get; }

    public DecisionBasis Basis => basis;

    public SavingsChanges Savings => field ??= new(from, to);

    public CostChanges Costs => field ??= new(from, to);

    public IReadOnlyList<ProjectChange> Projects => field ??= ProjectChanges.Between(from, to);

    public IReadOnlyList<MilestoneChange> Milestones => field ??= MilestoneChanges.Between(from, to);

    public IReadOnlyList<TextChange> Texts => field ??= TextChanges.Between(from, to);

    /// <summary>The headline figures, whether they changed or not; where the editions lie in two years, the target and what is delivered of each.</summary>
    public IReadOnlyList<ComparedFigure> Figures
    {
        get
        {
            var (before, after) = (new KeyFigures(from, basis), new KeyFigures(to, basis));
            IEnumerable<KeyFigure> figures = from.Quarter.Year == to.Quarter.Year
                ? after.All
                : [after.TotalTarget, before.YearTarget, before.YearDelivered, .. after.All.Where(f => f != after.TotalTarget)];
            return [.. figures.Select(f => Compare(f, before)).OfType<ComparedFigure>()];
        }
    }

    /// <summary>Revised targets and bands of confidence year by year, as far as they changed.</summary>
    public IReadOnlyList<ComparedFigure> ByYear
    {
        get
        {
            var years = Savings.Values(SavingsDimension.Year, Slice<SavingsDimension>.All.On(basis));
            return
            [
                .. from year in years
                   from slice in new[] { SavingsSlices.Of(SavingsKind.RevisedTarget, basis) }.Concat(ConfidenceFacts.Bands.Select(b => SavingsSlices.Of(SavingsKind.Position, basis).At(b)))
                   let figure = Compare(slice.Where(SavingsDimension.Year, year))
                   where figure.Change is not (null or 0)
                   select figure,
            ];
        }
    }

    /// <summary>A slice of the savings in both editions.</summary>
    public ComparedFigure Compare(Slice<SavingsDimension> slice) => new(
        SliceTitle.Of(slice, Label), Figure.OfMoney(from.Savings.Sum(slice), new Derivation.OfSavings(Before.AsPublished(slice))),
        Figure.OfMoney(to.Savings.Sum(slice), new Derivation.OfSavings(After.AsPublished(slice))), Savings.Parts(slice));

    /// <summary>A slice of the costs in both editions.</summary>
    public ComparedFigure Compare(Slice<CostDimension> slice) => new(
        SliceTitle.Of(slice, Label), Figure.OfMoney(from.Costs.Sum(slice), new Derivation.OfCosts(slice)),
        Figure.OfMoney(to.Costs.Sum(slice), new Derivation.OfCosts(slice)), Costs.Parts(slice));

    /// <summary>A slice of the savings in both editions, cut by a dimension: the changes of its rows add up to that of the slice.</summary>
    public IReadOnlyList<ComparedRow> Cut(Slice<SavingsDimension> slice, SavingsDimension by) =>
        ComparedRow.Of(from.Savings.Cut(slice, by), to.Savings.Cut(slice, by), value => Label(by, value));

    /// <inheritdoc cref="Cut(Slice{SavingsDimension}, SavingsDimension)"/>
    public IReadOnlyList<ComparedRow> Cut(Slice<CostDimension> slice, CostDimension by) =>
        ComparedRow.Of(from.Costs.Cut(slice, by), to.Costs.Cut(slice, by), value => Label(by, value));

    /// <summary>A value in the words of the later edition, or of the earlier where the later does not know it.</summary>
    public string Label(SavingsDimension dimension, string value) => (to.Savings.Values(dimension).Contains(value) ? to : from).Label(dimension, value);

    /// <inheritdoc cref="Label(SavingsDimension, string)"/>
    public string Label(CostDimension dimension, string value) => (to.Costs.Values(dimension).Contains(value) ? to : from).Label(dimension, value);

    private ComparedFigure? Compare(KeyFigure figure, KeyFigures before) => figure.Figure.Source switch
    {
        Derivation.OfSavings savings => Compare(savings.Slice) with { Title = figure.Title },
        Derivation.OfCosts costs => Compare(costs.Slice) with { Title = figure.Title },
        Derivation.OfProjects projects => new(figure.Title, Figure.OfCount(projects.Filter.In(from).Count, projects), figure.Figure, Counted(projects.Filter)),
        Derivation.OfFigures when before.Find(figure.Key) is { } same && same.Title == figure.Title => new(figure.Title, same.Figure, figure.Figure, []),
        _ => null,
    };

    // A count changes by projects that come into the list or leave it.
    private IReadOnlyList<ChangePart> Counted(ProjectFilter filter)
    {
        var (before, after) = (filter.In(from).Select(p => p.Code).ToHashSet(StringComparer.OrdinalIgnoreCase), filter.In(to).Select(p => p.Code).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return
        [
            .. after.Except(before).Select(code => (Code: code, Amount: 1m)).Concat(before.Except(after).Select(code => (Code: code, Amount: -1m)))
                .OrderBy(p => p.Code, CodeOrder.Instance).Select(p => new ChangePart(ProjectCause(p.Code), p.Code, (to.FindProject(p.Code) ?? from.FindProject(p.Code))!.Name, p.Amount)),
        ];
    }

    private ChangeCause ProjectCause(string code) => new(ChangeKind.Project, code, (from.FindProject(code), to.FindProject(code)) switch
    {
        (null, _) => $"{code} is new",
        (_, null) => $"{code} is in the programme no more",
        var (was, now) => $"{code}: {was.Phase.Name()} before, {now.Phase.Name()} now",
    });
}
