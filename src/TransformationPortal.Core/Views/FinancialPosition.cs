using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>
/// The tables of the financial annex. A cell of a total or of a workstream is 0.000 where something is recorded for its row
/// and none of it there: a target in another year, a saving of that year at another band. Where nothing is recorded for the
/// row it is blank, as every confidence cell of a single activity is.
/// </summary>
public sealed class FinancialPosition(Edition edition, DecisionBasis basis)
{
    /// <summary>The key of Table 2.</summary>
    public const string CurrentYearKey = "table-2";

    /// <summary>The key of Table 3.</summary>
    public const string LaterYearsKey = "table-3";

    private readonly CouncilWords words = new(edition.Programme);

    private FinancialYear CurrentYear => edition.Quarter.Year;

    private IReadOnlyList<FinancialYear> LaterYears => edition.OfSavingsFrom(CurrentYear.AddYears(1), basis);

    /// <summary>
    /// The three tables, each of the second and third followed by the council's own, and that of the closed years; without the
    /// first where no source is the core programme or the council has no activities to set it out by, without the third in the
    /// programme's last year, and without the last in its first.
    /// </summary>
    public IReadOnlyList<FigureTable> Tables =>
    [
        .. HasCoreActivities ? [CoreProgramme()] : Array.Empty<FigureTable>(),
        CurrentYearByWorkstream(),
        .. CurrentYearByOwnGroupings,
        .. LaterYears.Count > 0 ? SavingsRows.All(edition).Select(LaterYearsBy) : [],
        .. new ClosedYears(edition, basis).Table() is { } closed ? [closed] : Array.Empty<FigureTable>(),
    ];

    /// <summary>Table 2 once more by each of what the council chose to set its savings out by.</summary>
    public IEnumerable<FigureTable> CurrentYearByOwnGroupings => SavingsRows.Own(edition).Select(CurrentYearBy);

    /// <summary>Whether there is a core programme and anything to set it out by.</summary>
    public bool HasCoreActivities => edition.Sources.Any(s => s.IsCore)
        && (edition.Activities.Count > 0 || edition.SavingsLines.Any(l => l.Activity is not null && edition.Sources.Any(s => s.IsCore && s.Name == l.Source)));

    /// <summary>
    /// Table 1: the core programme by activity and year. Targets are set by activity, or by group of activities where the
    /// activities form one: a group's activities carry no target of their own, and the total row of the group does. What is
    /// recorded under no activity has a row of its own, so that the rows always add up to the total.
    /// </summary>
    public FigureTable CoreProgramme()
    {
        var core = edition.Sources.Where(s => s.IsCore).Select(s => s.Name).DefaultIfEmpty(LedgerKeys.None).ToList();
        var original = SavingsSlices.Of(SavingsKind.OriginalTarget, basis).Where(SavingsDimension.Source, core);
        var position = SavingsSlices.Of(SavingsKind.Position, basis).Where(SavingsDimension.Source, core);
        var years = Years(original).Union(Years(position)).Order().ToList();
        var bands = Bands(position);
        List<FigureColumn> columns =
        [
            new(null, "Total target"),
            .. years.SelectMany(y => (IEnumerable<FigureColumn>)[new(y.ShortName, "Original"), .. bands.Select(b => new FigureColumn(y.ShortName, edition.Programme.Label(b)))]),
        ];

        FigureRow Row(string label, FigureRowKind kind, int indent, IReadOnlyList<string>? activities)
        {
            var targets = activities is null ? original : original.Where(SavingsDimension.Activity, activities);
            var positions = activities is null ? position : position.Where(SavingsDimension.Activity, activities);
            FigureCell Target(Slice<SavingsDimension> slice) => indent > 0 ? FigureCell.Blank : PartOf(targets, slice);
            FigureCell Band(FinancialYear year, Confidence band) =>
                kind == FigureRowKind.Item ? Recorded(positions.In(year).At(band)) : PartOf(positions.In(year), positions.In(year).At(band));
            return new(label, kind, indent,
            [
                Target(targets),
                .. years.SelectMany(y => (IEnumerable<FigureCell>)[Target(targets.In(y)), .. bands.Select(b => Band(y, b))]),
            ]);
        }

        var rows = new List<FigureRow>();
        foreach (var group in edition.Activities.GroupBy(a => a.Group ?? a.Name, StringComparer.Ordinal))
        {
            var isGroup = group.Any(a => a.Group is not null);
            rows.AddRange(group.Select(a => Row(a.Name, FigureRowKind.Item, isGroup ? 1 : 0, [a.Name])));
            if (isGroup)
            {
                rows.Add(Row($"Total {group.Key}", FigureRowKind.Total, 0, [.. group.Select(a => a.Name)]));
            }
        }

        var withoutRow = edition.Savings.Values(SavingsDimension.Activity, Slice<SavingsDimension>.All.On(basis).Where(SavingsDimension.Source, core))
            .Except(edition.Activities.Select(a => a.Name), StringComparer.Ordinal).ToList();
        if (withoutRow.Count > 0)
        {
            rows.Add(Row("Under no activity", FigureRowKind.Item, 0, withoutRow));
        }

        var name = core is [LedgerKeys.None] ? "core programme" : CouncilWords.CoreInLabel(core);
        rows.Add(Row($"Total {name}", FigureRowKind.GrandTotal, 0, null));
        var homeless = edition.Savings.Sum(original.Where(SavingsDimension.Year, LedgerKeys.None)).OrZero();
        return new("table-1", $"Table 1: {name[..1].ToUpper(DateFormat.Culture)}{name[1..]}", TableFormat.AnnexSavings, "Activity", columns, rows,
        [
            .. Notes(),
            .. edition.Activities.Where(a => a.FirstTarget is not null)
                .Select(a => $"{MoneyFormat.ExactMillions(a.FirstTarget!.Value)} was first targeted for {a.Name}, before targets were set year by year."),
            .. homeless == Money.Zero ? [] : (string[])[$"The total target holds {MoneyFormat.ExactMillions(homeless)} that is not yet re-homed and so is in none of the years."],
        ]);
    }

    /// <summary>
    /// Table 2: the quarter's financial year by workstream. As it stands, what each pending decision would change follows
    /// the total, with the total as it would then be; if agreed, the change is already in the rows.
    /// </summary>
    public FigureTable CurrentYearByWorkstream() => CurrentYearBy(SavingsRows.ByWorkstream(edition));

    private FigureTable CurrentYearBy(SavingsRows by)
    {
        var year = CurrentYear;
        List<FigureColumn> columns = [new(null, "Original"), .. ConfidenceFacts.Bands.Select(b => new FigureColumn(null, edition.Programme.Label(b))), new(null, "Revised")];
        var rows = RowsOf(by, [year], slice => YearCells(slice, year, [year], withRevised: true, ConfidenceFacts.Bands));
        var pending = PendingMoves(year).ToList();
        if (basis == DecisionBasis.AsItStands && pending.Count > 0)
        {
            rows.AddRange(pending.Select(moves => new FigureRow(string.Join("; ", moves.Select(m => m.Label).Distinct(StringComparer.Ordinal)), FigureRowKind.Memo, 0, YearCells(
                s => s.On(DecisionBasis.IfAgreed).Where(SavingsDimension.Decision, moves.Key.Decision).Where(SavingsDimension.Line, moves.Key.Line),
                year, null, withRevised: true, ConfidenceFacts.Bands))));
            rows.Add(new($"{words.Total} (Revised)", FigureRowKind.GrandTotal, 0, YearCells(
                s => s.On(DecisionBasis.IfAgreed), year, [year], withRevised: true, ConfidenceFacts.Bands)));
        }

        return new(CurrentYearKey + by.KeyEnd, $"Table 2{by.Letter}: {year} savings by {by.Words}", TableFormat.AnnexSavings, by.Heading, columns, rows, Notes());
    }

    /// <summary>
    /// Table 3: the years after the quarter's, by workstream. Delivered has a column only where something has been delivered
    /// before its year began.
    /// </summary>
    public FigureTable LaterYearsByWorkstream() => LaterYearsBy(SavingsRows.ByWorkstream(edition));

    private FigureTable LaterYearsBy(SavingsRows by)
    {
        var years = LaterYears;
        var early = years.Count > 0 && edition.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, basis).In(years).At(Confidence.Delivered)) is not null;
        List<Confidence> bands = [.. ConfidenceFacts.Bands.Where(b => b != Confidence.Delivered || early)];
        List<FigureColumn> columns =
        [
            .. years.SelectMany(y => (IEnumerable<FigureColumn>)[new(y.ShortName, "Original"), .. bands.Select(b => new FigureColumn(y.ShortName, edition.Programme.Label(b)))]),
        ];
        var rows = RowsOf(by, years, slice => [.. years.SelectMany(y => YearCells(slice, y, years, withRevised: false, bands))]);
        return new(LaterYearsKey + by.KeyEnd, $"Table 3{by.Letter}: Savings of later years by {by.Words}", TableFormat.AnnexSavings, by.Heading, columns, rows, Notes());
    }

    private List<FigureRow> RowsOf(
        SavingsRows by,
        IReadOnlyList<FinancialYear> years,
        Func<Func<Slice<SavingsDimension>, Slice<SavingsDimension>>, IReadOnlyList<FigureCell>> cells) =>
    [
        .. years.Count == 0 ? [] : by.In(Slice<SavingsDimension>.All.On(basis).In(years))
            .Select(row => new FigureRow(row.Label, FigureRowKind.Item, 0, cells(s => s.Where(by.Dimension, row.Values)))),
        new(words.Total, FigureRowKind.GrandTotal, 0, cells(s => s)),
    ];

    // A row's target of a year is a part of its targets of all the table's years; its band is a part of that year's position.
    // What a decision moves has no such whole: there a blank is a blank.
    private List<FigureCell> YearCells(
        Func<Slice<SavingsDimension>, Slice<SavingsDimension>> narrow,
        FinancialYear year,
        IReadOnlyList<FinancialYear>? years,
        bool withRevised,
        IReadOnlyList<Confidence> bands)
    {
        FigureCell Target(SavingsKind kind)
        {
            var targets = narrow(SavingsSlices.Of(kind, basis));
            return years is null ? Recorded(targets.In(year)) : PartOf(targets.In(years), targets.In(year));
        }

        var position = narrow(SavingsSlices.Of(SavingsKind.Position, basis)).In(year);
        return
        [
            Target(SavingsKind.OriginalTarget),
            .. bands.Select(b => years is null ? Recorded(position.At(b)) : PartOf(position, position.At(b))),
            .. withRevised ? [Target(SavingsKind.RevisedTarget)] : Array.Empty<FigureCell>(),
        ];
    }

    private FigureCell Recorded(Slice<SavingsDimension> slice) => FigureCell.Recorded(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));

    private FigureCell PartOf(Slice<SavingsDimension> whole, Slice<SavingsDimension> part) =>
        FigureCell.PartOf(edition.Savings.Sum(whole), edition.Savings.Sum(part), new Derivation.OfSavings(part));

    private IEnumerable<FinancialYear> Years(Slice<SavingsDimension> slice) =>
        edition.Savings.Values(SavingsDimension.Year, slice).Where(y => y != LedgerKeys.None).Select(FinancialYear.Parse);

    private List<Confidence> Bands(Slice<SavingsDimension> position)
    {
        var occurring = edition.Savings.Values(SavingsDimension.Confidence, position).ToHashSet(StringComparer.Ordinal);
        return [.. ConfidenceFacts.Bands.Where(b => occurring.Contains(SavingsKeys.Confidence(b)))];
    }

    // Entries know their line and decision, so that moves of one line under one decision share a row.
    private IEnumerable<IGrouping<(string Decision, string Line), Reprofile>> PendingMoves(FinancialYear year)
    {
        var pending = edition.PendingDecisions.Select(d => d.Ref).ToHashSet(StringComparer.Ordinal);
        return edition.Reprofiles.Where(r => pending.Contains(r.Decision) && (r.FromYear == year || r.ToYear == year)).GroupBy(r => (r.Decision, r.Line));
    }

    private List<string> Notes() => basis == DecisionBasis.IfAgreed ? [.. new PendingDecisions(edition).Notes()] : [];
}
