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

/// <summary>A chart: a table first, a picture of it second.</summary>
/// <param name="Summary">What the picture shows, in one sentence.</param>
/// <param name="Table">Its data. The picture draws the rows of kind Item and the columns that name a series.</param>
public sealed record ChartView(string Key, string Title, string Summary, ChartShape Shape, FigureTable Table);

/// <summary>The four charts of the dashboard.</summary>
public sealed class Charts(Edition edition, DecisionBasis basis)
{
    private IReadOnlyList<FinancialYear> YearsAhead => edition.OfSavingsFrom(edition.Quarter.Year, basis);

    private string Span => YearsAhead is [var only] ? only.ToString() : $"{YearsAhead[0]} to {YearsAhead[^1]}";

    public IReadOnlyList<ChartView> All => [ByWorkstream(), ByConfidence(), ByRag(), PlannedAgainstActual()];

    /// <summary>Revised targets of the quarter's year and later ones, by workstream.</summary>
    public ChartView ByWorkstream()
    {
        var slice = SavingsSlices.Of(SavingsKind.RevisedTarget, basis).In(YearsAhead);
        var rows = edition.Savings.Cut(slice, SavingsDimension.Workstream)
            .Select(w => Row(w.Value, FigureRowKind.Item, [(w.Amount, slice.Where(SavingsDimension.Workstream, w.Value))])).ToList();
        var total = edition.Savings.Sum(slice).OrZero();
        rows.Add(Row("Total", FigureRowKind.GrandTotal, [(total, slice)]));
        var largest = edition.Savings.Cut(slice, SavingsDimension.Workstream).OrderByDescending(w => w.Amount).FirstOrDefault();
        var summary = largest.Value is null ? "No target is recorded."
            : $"{largest.Value} is to save most: {Millions(largest.Amount)} of {Millions(total)}.";
        return new("savings-by-workstream", "Target savings by workstream", summary, ChartShape.Bars, new(
            "savings-by-workstream", $"Target savings by workstream, {Span}", TableFormat.ChartMillions, "Workstream",
            [new(null, "Revised target", "target")], rows, Rehoming()));
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
        var total = edition.Savings.Sum(slice).OrZero();
        var unsure = edition.Savings.Sum(slice.At(Confidence.Medium, Confidence.Low)).OrZero();
        var labels = edition.Programme;
        var summary = unsure.ShareOf(total) is not { } share ? "No saving is recorded at any confidence."
            : $"{Millions(unsure)} of {Millions(total)} ({MoneyFormat.Percent(share)}) is at {labels.Label(Confidence.Medium).ToLowerInvariant()} or {labels.Label(Confidence.Low).ToLowerInvariant()} confidence.";
        return new("savings-by-confidence", "Savings by confidence of delivery", summary, ChartShape.StackedColumns, new(
            "savings-by-confidence", $"Savings by year and confidence of delivery, {Span}", TableFormat.ChartMillions, "Financial year",
            [.. bands.Select(b => new FigureColumn(null, labels.Label(b), "confidence-" + SavingsKeys.Confidence(b).ToLowerInvariant())), new(null, "Total")],
            rows, [.. EarlierYears(total), .. Rehoming()]));
    }

    /// <summary>Projects by phase and overall rating.</summary>
    public ChartView ByRag()
    {
        var phases = new KeyFigures(edition, basis).Phases;
        var rows = phases.Select(p => RagRow(p.Name(), FigureRowKind.Item, new() { Phase = p })).ToList();
        rows.Add(RagRow("Total", FigureRowKind.GrandTotal, ProjectFilter.All));
        int Of(Rag rag) => new ProjectFilter { Rag = rag }.In(edition).Count;
        var summary = edition.Projects.Count == 0 ? "No project is recorded."
            : $"{Count(Of(Rag.Red))} rated red, {Count(Of(Rag.Amber))} amber and {Count(Of(Rag.Green))} green, of {Count(edition.Projects.Count)} {(edition.Projects.Count == 1 ? "project" : "projects")}.";
        return new("projects-by-rag", "Projects by RAG rating", summary, ChartShape.StackedBars,
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
        var summary = (planned.Amount, spentOrCommitted.Amount) switch
        {
            (null, null) => "No implementation cost is recorded.",
            (null, _) => $"{spent.TextOr("Nothing")} is spent and {spentOrCommitted.Text} is spent or committed; no planned spend is recorded.",
            _ => $"{spent.TextOr("Nothing")} of {planned.Text} is spent; {spentOrCommitted.TextOr("nothing")} is spent or committed.",
        };
        return new(table.Key, "Implementation costs", summary, ChartShape.GroupedColumns, table);
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

    private IEnumerable<string> EarlierYears(Money total)
    {
        var earlier = FinancialYear.Range(edition.Programme.FirstYear, edition.Quarter.Year.AddYears(-1));
        if (earlier.Count > 0 && edition.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, basis).In(earlier).At(Confidence.Delivered)) is { } delivered)
        {
            var years = earlier is [var only] ? only.ToString() : $"{earlier[0]} to {earlier[^1]}";
            yield return $"With {MoneyFormat.ExactMillions(delivered)} delivered in {years}: {MoneyFormat.ExactMillions(total + delivered)}.";
        }
    }

    private string[] Rehoming() => new PendingDecisions(edition).NotYetRehomed(basis).Money is { } amount && amount > Money.Zero
        ? [$"{MoneyFormat.ExactMillions(amount)} is not yet re-homed: it has left its year and is in no later one, so it is not in this chart."]
        : [];

    private static FigureRow Row(string label, FigureRowKind kind, IReadOnlyList<(Money? Amount, Slice<SavingsDimension> Slice)> cells) => new(label, kind, 0,
        [.. cells.Select(c => kind == FigureRowKind.Item ? FigureCell.Recorded(c.Amount, new Derivation.OfSavings(c.Slice)) : FigureCell.Totalled(c.Amount, new Derivation.OfSavings(c.Slice)))]);

    private static string Millions(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Millions);

    private static string Count(int count) => MoneyFormat.Count(count);
}
