using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

public enum ChartShape
{
    /// <summary>One horizontal bar a row.</summary>
    Bars,

    /// <summary>One horizontal bar a row, its columns end to end.</summary>
    StackedBars,

    /// <summary>One upright stack a row.</summary>
    StackedColumns,

    /// <summary>Upright columns side by side for each row.</summary>
    GroupedColumns,
}

/// <summary>What a chart is about: the heading that a paper shows it under.</summary>
public enum ChartTopic
{
    Savings,
    Projects,
    Costs,
}

/// <summary>A chart: a table first, a picture of it second.</summary>
/// <param name="Summary">What the picture shows, in one sentence or two: also what it leaves out.</param>
/// <param name="Table">Its data. The picture draws the rows of kind Item and the columns that name a series.</param>
public sealed record ChartView(string Key, ChartTopic Topic, string Title, string Summary, ChartShape Shape, FigureTable Table)
{
    /// <summary>Whether there is anything to draw: axes without a bar say nothing, and the table says that nothing is recorded.</summary>
    public bool HasPicture => Table.Rows.Any(r => r.Kind == FigureRowKind.Item
        && Table.Columns.Zip(r.Cells).Any(c => c.First.Series is not null && c.Second.Figure?.Amount is not (null or 0)));
}

/// <summary>The charts of the dashboard. Annex 1 shows every one of them, under its topic.</summary>
public sealed class Charts(Edition edition, DecisionBasis basis)
{
    private readonly CouncilWords words = new(edition.Programme);

    private IReadOnlyList<FinancialYear> YearsAhead => edition.OfSavingsFrom(edition.Quarter.Year, basis);

    private string Span => YearsAhead is [var only] ? only.ToString() : $"{YearsAhead[0]} to {YearsAhead[^1]}";

    public IReadOnlyList<ChartView> All => [ByWorkstream(), ByConfidence(), ByRag(), PlannedAgainstActual()];

    /// <summary>Revised targets of the quarter's year and later ones, by workstream.</summary>
    public ChartView ByWorkstream()
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, basis).In(YearsAhead);
        var rows = edition.Savings.Cut(slice, SavingsDimension.Workstream)
            .Select(w => Row(w.Value, FigureRowKind.Item, [(w.Amount, slice.Where(SavingsDimension.Workstream, w.Value))])).ToList();
        var total = edition.Savings.Sum(slice);
        rows.Add(Row("Total", FigureRowKind.GrandTotal, [(total, slice)]));
        var summary = total is { } all ? $"{Largest(edition.Savings.Cut(slice, SavingsDimension.Workstream), all)}{WithoutEarlierYears(all)}" : "No target is recorded.";
        return new("savings-by-workstream", ChartTopic.Savings, "Target savings by workstream", summary, ChartShape.Bars, new(
            "savings-by-workstream", $"Target savings by workstream, {Span}", TableFormat.ChartMillions, "Workstream",
            [new(null, "Revised target", "target")], rows, Rehoming()));
    }

    // The largest is said to be so only where it is alone in that, and is a part of the whole.
    private static string Largest(IReadOnlyList<(string Value, Money Amount)> cut, Money total)
    {
        var largest = cut.Max(w => w.Amount);
        List<string> holders = [.. cut.Where(w => w.Amount == largest).Select(w => w.Value)];
        var unit = MoneyUnits.Apart(largest, total);
        return (holders, cut.Count) switch
        {
            ([var only], 1) => $"{only} is to save all of it: {MoneyUnit.Short.Text(total)}.",
            ([var most], _) when largest > Money.Zero && largest <= total => $"{most} is to save most: {unit.Text(largest)} of {unit.Text(total)}.",
            ([var most], _) when largest > Money.Zero => $"{most} is to save most: {unit.Text(largest)}; all targets together come to {unit.Text(total)}.",
            _ when largest > Money.Zero => $"{string.Join(" and ", holders)} are to save most, {unit.Text(largest)} each; all targets together come to {unit.Text(total)}.",
            _ => $"The targets come to {MoneyUnit.Short.Text(total)} together.",
        };
    }

    /// <summary>How the targets of the quarter's year and later ones are expected to be met, by year and confidence.</summary>
    public ChartView ByConfidence()
    {
        var slice = SavingsSlices.Of(SavingsKind.Position, basis).In(YearsAhead);
        var bands = ConfidenceFacts.Bands;
        FigureRow BandRow(string label, FigureRowKind kind, Slice<SavingsDimension> of) =>
            Row(label, kind, [.. bands.Select(b => of.At(b)).Append(of).Select(s => (edition.Savings.Sum(s), s))]);
        List<FigureRow> rows =
        [
            .. YearsAhead.Select(y => BandRow(y.ToString(), FigureRowKind.Item, slice.In(y))),
            BandRow("Total", FigureRowKind.GrandTotal, slice),
        ];
        var total = edition.Savings.Sum(slice);
        var summary = total is { } all ? $"{Unsure(slice, all)}{WithoutEarlierYears(all)}" : "No saving is recorded at any confidence.";
        return new("savings-by-confidence", ChartTopic.Savings, "Savings by confidence of delivery", summary, ChartShape.StackedColumns, new(
            "savings-by-confidence", $"Savings by year and confidence of delivery, {Span}", TableFormat.ChartMillions, "Financial year",
            [.. bands.Select(b => new FigureColumn(null, edition.Programme.Label(b), "confidence-" + SavingsKeys.Confidence(b).ToLowerInvariant())), new(null, "Total")],
            rows, Rehoming()));
    }

    private string Unsure(Slice<SavingsDimension> slice, Money total)
    {
        var at = words.At(Confidence.Medium, Confidence.Low);
        if (edition.Savings.Sum(slice.At(Confidence.Medium, Confidence.Low)) is not { } unsure || unsure == Money.Zero)
        {
            return total > Money.Zero ? $"None of {MoneyUnit.Short.Text(total)} is {at}." : $"Nothing is {at}.";
        }

        var unit = MoneyUnits.Apart(unsure, total);
        return unsure > Money.Zero && unsure <= total
            ? $"{unit.Text(unsure)} of {unit.Text(total)} ({MoneyFormat.Percent(unsure.ShareOf(total))}) is {at}."
            : $"{unit.Text(unsure)} is {at}; all savings together come to {unit.Text(total)}.";
    }

    /// <summary>Projects by phase and overall rating.</summary>
    public ChartView ByRag()
    {
        var phases = new KeyFigures(edition, basis).Phases;
        var rows = phases.Select(p => RagRow(p.Name(), FigureRowKind.Item, new() { Phase = p })).ToList();
        rows.Add(RagRow("Total", FigureRowKind.GrandTotal, ProjectFilter.All));
        int Of(Rag rag) => new ProjectFilter { Rag = rag }.In(edition).Count;
        var unrated = edition.Projects.Count(p => p.Rating(RagAspect.Overall) is null);
        var summary = edition.Projects.Count switch
        {
            0 => "No project is recorded.",
            1 when unrated == 1 => "The one project is not rated.",
            var all when unrated == all => $"None of the {Count(all)} projects is rated.",
            var all => $"{Count(Of(Rag.Red))} rated red, {Count(Of(Rag.Amber))} amber and {Count(Of(Rag.Green))} green{(unrated > 0 ? $", {Count(unrated)} not rated" : "")}, "
                + $"of {Count(all)} {(all == 1 ? "project" : "projects")}.",
        };
        return new("projects-by-rag", ChartTopic.Projects, "Projects by RAG rating", summary, ChartShape.StackedBars,
            new("projects-by-rag", "Projects by phase and overall rating", TableFormat.Counts, "Phase", RagColumns, rows, Unrated([RagAspect.Overall], "")));
    }

    /// <summary>Projects by what they are rated on, all phases together.</summary>
    public FigureTable RagByAspect()
    {
        RagAspect[] aspects = [.. Enum.GetValues<RagAspect>().Where(a => a != RagAspect.Overall)];
        return new("projects-by-aspect", "Projects by what they are rated on", TableFormat.Counts, "Rated on", RagColumns,
            [.. aspects.Select(a => RagRow(a.ToString(), FigureRowKind.Item, new() { Aspect = a }))], Unrated(aspects, " on all five"));
    }

    public ChartView PlannedAgainstActual()
    {
        var table = new ImplementationCosts(edition, basis).PlannedAgainstActual();
        var figures = new KeyFigures(edition, basis);
        var (planned, spent, spentOrCommitted) = (figures.PlannedSpend.Figure, figures.Spent.Figure, figures.SpentOrCommitted.Figure);
        var unit = MoneyUnits.Apart(planned.Money, spent.Money, spentOrCommitted.Money);
        var both = spentOrCommitted.Amount is null ? "" : $"; {spentOrCommitted.In(unit)} is spent or committed";
        var summary = (planned.Amount, spent.Amount) switch
        {
            (null, null) when both.Length == 0 => "No implementation cost is recorded.",
            (null, null) => $"Nothing is recorded as spent{both}. No planned spend is recorded.",
            (null, _) => $"{spent.In(unit)} is spent{both}. No planned spend is recorded.",
            (_, null) => $"Nothing of {planned.In(unit)} is recorded as spent{both}.",
            ({ } whole, 0) when whole > 0 => $"Nothing of {planned.In(unit)} is spent{both}.",
            ({ } whole, { } part) when part > 0 && part <= whole => $"{spent.In(unit)} of {planned.In(unit)} is spent{both}.",
            _ => $"{spent.In(unit)} is spent, and {planned.In(unit)} was planned{both}.",
        };
        return new(table.Key, ChartTopic.Costs, "Implementation costs", summary, ChartShape.GroupedColumns, table);
    }

    private static IReadOnlyList<FigureColumn> RagColumns =>
        [.. Enum.GetValues<Rag>().Select(r => new FigureColumn(null, r.ToString(), "rag-" + r.ToString().ToLowerInvariant())), new(null, "Total")];

    // A project that has not been rated counts in the total alone; the total is then larger than its parts.
    private FigureRow RagRow(string label, FigureRowKind kind, ProjectFilter filter) => new(label, kind, 0,
        [.. Enum.GetValues<Rag>().Select(r => filter with { Rag = r }).Append(filter).Select(f => FigureCell.Counted(f.In(edition).Count, new Derivation.OfProjects(f)))]);

    private string[] Unrated(RagAspect[] aspects, string onWhat) => edition.Projects.Count(p => Array.Exists(aspects, a => p.Rating(a) is null)) switch
    {
        0 => [],
        1 => [$"1 project is not rated{onWhat}: where it has no rating it counts in the total alone."],
        var count => [$"{Count(count)} projects are not rated{onWhat}: where they have no rating they count in the total alone."],
    };

    // The tile of the whole target counts every year; a chart of the years from this one on says what it leaves out, and
    // what it would come to with it.
    private string WithoutEarlierYears(Money total)
    {
        var earlier = FinancialYear.Range(edition.Programme.FirstYear, edition.Quarter.Year.AddYears(-1));
        if (earlier.Count == 0 || edition.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, basis).In(earlier).At(Confidence.Delivered)) is not { } delivered)
        {
            return "";
        }

        var years = earlier is [var only] ? only.ToString() : $"{earlier[0]} to {earlier[^1]}";
        var unit = MoneyUnits.Agreeing(MoneyUnit.Short, (total + delivered, [total, delivered]));
        return $" What was {words.Delivered} in {years}, {unit.Text(delivered)}, is not in this chart: with it, {unit.Text(total)} would be {unit.Text(total + delivered)}.";
    }

    private string[] Rehoming() => new PendingDecisions(edition).NotYetRehomed(basis).Money is { } amount && amount > Money.Zero
        ? [$"{MoneyFormat.ExactMillions(amount)} is not yet re-homed: it has left its year and is in no later one, so it is not in this chart."]
        : [];

    private static FigureRow Row(string label, FigureRowKind kind, IReadOnlyList<(Money? Amount, Slice<SavingsDimension> Slice)> cells) => new(label, kind, 0,
        [.. cells.Select(c => FigureCell.Recorded(c.Amount, new Derivation.OfSavings(c.Slice)))]);

    private static string Count(int count) => MoneyFormat.Count(count);
}
