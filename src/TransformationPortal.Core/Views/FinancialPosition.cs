using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Views;

/// <summary>
/// The tables of the financial annex. In all of them a total is never blank (nothing adds up to 0.000), while a
/// confidence cell of a single activity is blank where nothing is recorded.
/// </summary>
public sealed class FinancialPosition(Edition edition, DecisionBasis basis)
{
    private FinancialYear CurrentYear => edition.Quarter.Year;

    private IReadOnlyList<FinancialYear> LaterYears => edition.OfSavingsFrom(CurrentYear.AddYears(1), basis);

    /// <summary>
    /// The three tables and that of the closed years; without the first where no source is the core programme, without the
    /// third in the programme's last year, and without the last in its first.
    /// </summary>
    public IReadOnlyList<FigureTable> Tables =>
    [
        .. edition.Sources.Any(s => s.IsCore) ? [CoreProgramme()] : Array.Empty<FigureTable>(),
        CurrentYearByWorkstream(),
        .. LaterYears.Count > 0 ? [LaterYearsByWorkstream()] : Array.Empty<FigureTable>(),
        .. new ClosedYears(edition, basis).Table() is { } closed ? [closed] : Array.Empty<FigureTable>(),
    ];

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
            FigureCell Target(Slice<SavingsDimension> slice) => indent > 0 ? FigureCell.Blank : Total(slice);
            FigureCell Band(Slice<SavingsDimension> slice) => kind == FigureRowKind.Item ? Recorded(slice) : Total(slice);
            return new(label, kind, indent,
            [
                Target(targets),
                .. years.SelectMany(y => (IEnumerable<FigureCell>)[Target(targets.In(y)), .. bands.Select(b => Band(positions.In(y).At(b)))]),
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

        rows.Add(Row("Total core transformation programme", FigureRowKind.GrandTotal, 0, null));
        var homeless = edition.Savings.Sum(original.Where(SavingsDimension.Year, LedgerKeys.None)).OrZero();
        return new("table-1", "Table 1: Core transformation programme", TableFormat.AnnexSavings, "Activity", columns, rows,
        [
            .. Notes(),
            .. homeless == Money.Zero ? [] : (string[])[$"The total target holds {MoneyFormat.ExactMillions(homeless)} that is not yet re-homed and so is in none of the years."],
        ]);
    }

    /// <summary>
    /// Table 2: the quarter's financial year by workstream. As it stands, what each pending decision would change follows
    /// the total, with the total as it would then be; if agreed, the change is already in the rows.
    /// </summary>
    public FigureTable CurrentYearByWorkstream()
    {
        var year = CurrentYear;
        List<FigureColumn> columns = [new(null, "Original"), .. ConfidenceFacts.Bands.Select(b => new FigureColumn(null, edition.Programme.Label(b))), new(null, "Revised")];
        var rows = WorkstreamRows([year], (slice, cell) => YearCells(slice, year, withRevised: true, ConfidenceFacts.Bands, cell));
        var pending = PendingMoves(year).ToList();
        if (basis == DecisionBasis.AsItStands && pending.Count > 0)
        {
            rows.AddRange(pending.Select(moves => new FigureRow(string.Join("; ", moves.Select(m => m.Label).Distinct(StringComparer.Ordinal)), FigureRowKind.Memo, 0, YearCells(
                s => s.On(DecisionBasis.IfAgreed).Where(SavingsDimension.Decision, moves.Key.Decision).Where(SavingsDimension.Line, moves.Key.Line),
                year, withRevised: true, ConfidenceFacts.Bands, Recorded))));
            rows.Add(new("Total Transformation (Revised)", FigureRowKind.GrandTotal, 0, YearCells(
                s => s.On(DecisionBasis.IfAgreed), year, withRevised: true, ConfidenceFacts.Bands, Total)));
        }

        return new("table-2", $"Table 2: {year} savings by workstream", TableFormat.AnnexSavings, "Workstream", columns, rows, Notes());
    }

    /// <summary>
    /// Table 3: the years after the quarter's, by workstream. Delivered has a column only where something has been delivered
    /// before its year began.
    /// </summary>
    public FigureTable LaterYearsByWorkstream()
    {
        var years = LaterYears;
        var early = years.Count > 0 && edition.Savings.Sum(SavingsSlices.Of(SavingsKind.Position, basis).In(years).At(Confidence.Delivered)) is not null;
        List<Confidence> bands = [.. ConfidenceFacts.Bands.Where(b => b != Confidence.Delivered || early)];
        List<FigureColumn> columns =
        [
            .. years.SelectMany(y => (IEnumerable<FigureColumn>)[new(y.ShortName, "Original"), .. bands.Select(b => new FigureColumn(y.ShortName, edition.Programme.Label(b)))]),
        ];
        var rows = WorkstreamRows(years, (slice, cell) => [.. years.SelectMany(y => YearCells(slice, y, withRevised: false, bands, cell))]);
        return new("table-3", "Table 3: Savings of later years by workstream", TableFormat.AnnexSavings, "Workstream", columns, rows, Notes());
    }

    private List<FigureRow> WorkstreamRows(
        IReadOnlyList<FinancialYear> years,
        Func<Func<Slice<SavingsDimension>, Slice<SavingsDimension>>, Func<Slice<SavingsDimension>, FigureCell>, IReadOnlyList<FigureCell>> cells)
    {
        IReadOnlyList<string> workstreams = years.Count == 0 ? [] : edition.Savings.Values(SavingsDimension.Workstream, Slice<SavingsDimension>.All.On(basis).In(years));
        return
        [
            .. workstreams.Select(w => new FigureRow(w, FigureRowKind.Item, 0, cells(s => s.Where(SavingsDimension.Workstream, w), Total))),
            new("Total Transformation", FigureRowKind.GrandTotal, 0, cells(s => s, Total)),
        ];
    }

    private List<FigureCell> YearCells(
        Func<Slice<SavingsDimension>, Slice<SavingsDimension>> narrow,
        FinancialYear year,
        bool withRevised,
        IReadOnlyList<Confidence> bands,
        Func<Slice<SavingsDimension>, FigureCell> cell)
    {
        Slice<SavingsDimension> Of(SavingsKind kind) => narrow(SavingsSlices.Of(kind, basis)).In(year);
        return
        [
            cell(Of(SavingsKind.OriginalTarget)),
            .. bands.Select(b => cell(Of(SavingsKind.Position).At(b))),
            .. withRevised ? [cell(Of(SavingsKind.RevisedTarget))] : Array.Empty<FigureCell>(),
        ];
    }

    private FigureCell Recorded(Slice<SavingsDimension> slice) => FigureCell.Recorded(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));

    private FigureCell Total(Slice<SavingsDimension> slice) => FigureCell.Totalled(edition.Savings.Sum(slice), new Derivation.OfSavings(slice));

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
