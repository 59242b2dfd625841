using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reading;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.History;
using TransformationPortal.Data.Reading;
using TransformationPortal.Registers.Definitions;
using TransformationPortal.Registers.Present;
using TransformationPortal.Registers.Workbooks;

namespace TransformationPortal.Registers.Update;

/// <summary>A row of a register as its page shows it.</summary>
/// <param name="Id">Its name in addresses; it follows from the row's key.</param>
/// <param name="Name">As the council says it.</param>
/// <param name="Recorded">As its history has it.</param>
/// <param name="Cells">In the order of the register's columns.</param>
/// <param name="Seen">A fingerprint of the cells: who writes over others than they saw is told.</param>
public sealed record RegisterRowView(string Id, string Name, string Recorded, IReadOnlyList<string> Cells, string Seen, bool IsRetired);

/// <summary>A register as its page shows it.</summary>
/// <param name="Words">What the council calls bands of confidence; cells hold the portal's own words for them.</param>
/// <param name="Offers">What columns that name rows of other registers may hold, by the column's name.</param>
public sealed record RegisterView(
    RegisterDefinition Register, ConfidenceWords Words, IReadOnlyList<RegisterRowView> Rows, IReadOnlyDictionary<string, IReadOnlyList<string>> Offers, string Seal)
{
    /// <summary>What the codes of rows stand for.</summary>
    public RowNames Names { get; init; } = RowNames.None;

    /// <summary>The days that a change most likely holds from; nothing where changes of the register have no day, or no quarter is published.</summary>
    public HoldsFromDates? Dates { get; init; }

    /// <summary>For a register that reports speak of too: the month of each project's last approved report.</summary>
    public IReadOnlyDictionary<string, ReportingMonth> Reported { get; init; } = new Dictionary<string, ReportingMonth>();

    /// <summary>The project of a row and the month of the last approved report that speaks of it; nothing where none does.</summary>
    public (string Project, ReportingMonth Month)? SpeakingOf(RegisterRowView row)
    {
        var at = Register.Columns.ToList().FindIndex(c => c.Name == "project");
        return at >= 0 && Reported.TryGetValue(row.Cells[at], out var month) ? (row.Cells[at], month) : null;
    }
}

/// <summary>What came of changing a row.</summary>
public abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    /// <param name="Notes">How cells were read that may have been meant otherwise, a sentence each.</param>
    public sealed record Done(IReadOnlyList<string> Notes) : RowOutcome
    {
        /// <summary>Whether somebody else changed other fields of the row meanwhile; both stand.</summary>
        public bool IsTogether { get; init; }

        /// <summary>Whether the row said all of it already; nothing was stored.</summary>
        public bool IsNothing { get; init; }

        /// <summary>Whether the row says what it said, and its last change has another day.</summary>
        public bool IsDayPutRight { get; init; }
    }

    /// <summary>Something is possible and unlikely; nothing was stored. It is saved when it comes again with the key.</summary>
    /// <param name="Questions">At their columns, in whole sentences.</param>
    /// <param name="Key">What says that just these questions were answered with yes.</param>
    public sealed record Asked(IReadOnlyList<ImportProblem> Questions, string Key) : RowOutcome;

    /// <summary>It was refused; nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<ImportProblem> Problems) : RowOutcome;

    /// <summary>Somebody else changed the row, or the programme, meanwhile; nothing was stored.</summary>
    /// <param name="Merge">The row put together, where both changed a field; nothing where it cannot be.</param>
    public sealed record Conflicted(RowMerge? Merge = null) : RowOutcome;

    public sealed record NotFound : RowOutcome;
}

/// <summary>Keeps one register at a time, row by row, with the same checks and in the same way as a workbook.</summary>
public sealed class RegisterDesk(PortalDbContext context, ProgrammeUpdate update, RowActs acts, DaysPutRight days)
{
    /// <summary>Whether a column tells rows apart by a code that reports and addresses name, and that therefore stays.</summary>
    public static bool IsFixed(RegisterDefinition register, Column column) =>
        register.Key is [var only] && only == column && AllBindings.InOrder.First(b => b.Register == register).Entity.IsAssignableTo(typeof(IRetirable));

    public async Task<RegisterView> OpenAsync(RegisterDefinition register, CancellationToken ct)
    {
        var kept = await KeptRows.LoadAsync(context, ct);
        context.ChangeTracker.Clear();
        var present = PresentProgramme.Of(kept);
        var words = ConfidenceWords.Of(kept.Labels);
        var offers = register.Columns.Where(c => c.Reference is not null).ToDictionary(c => c.Name, c => Offered(present, c.Reference!), StringComparer.Ordinal);
        IReadOnlyList<RegisterRowView> rows = register.Layout == RegisterLayout.Fields
            ? present.IsEmpty ? [] : [View(register, words, [.. present.Tables.First(t => t.Name == register.Name).Rows.Select(r => r.Cells[1])], isRetired: false)]
            : [.. kept[register].Select(r => View(register, words, r.Cells, r.IsRetired))];
        return new(register, words, rows, offers, present.Seal) 
        {
            Names = RowNames.Of(kept),
            Dates = DatedRegisters.Find(register) is null ? null : await update.DatesAsync(ct),
            Reported = register != MilestonesRegister.Definition && register != RisksRegister.Definition && register != DependenciesRegister.Definition
                ? new Dictionary<string, ReportingMonth>()
                : (await context.HighlightReports.AsNoTracking().Where(r => r.ApprovedVersion != null).Select(r => new { r.Project.Code, r.Month }).ToListAsync(ct))
                    .GroupBy(r => r.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(r => r.Month), StringComparer.Ordinal),
        };
    }

    /// <param name="id">The row; none where it is new.</param>
    /// <param name="from">From when it holds; where it is not said, from today, or always while no quarter is published.</param>
    public async Task<RowOutcome> SaveAsync(RegisterDefinition register, string? id, TypedRow typed, Person by, CancellationToken ct, HoldsFrom? from = null)
    {
        var view = await OpenAsync(register, ct);
        var row = id is null ? null : view.Rows.FirstOrDefault(r => r.Id == id && !r.IsRetired);
        if (id is not null && row is null)
        {
            return new RowOutcome.NotFound();
        }

        var readings = typed.Typed.Select((text, i) => row is not null && IsFixed(register, register.Columns[i])
            ? new CellReading(row.Cells[i]) : Understood(register.Columns[i], text, view.Words)).ToList();
        var cells = readings.ConvertAll(r => r.Text);
        var isTogether = row is not null && row.Seen != typed.Seen;
        if (isTogether)
        {
            if (typed.Was is not { } was || was.Count != cells.Count)
            {
                return new RowOutcome.Conflicted();
            }

            var merge = RowMerge.Of(register, [.. was.Select(w => TypedText.Clean(w).Text.Trim())], cells, row!.Cells);
            if (merge.Contested.Count > 0)
            {
                return new RowOutcome.Conflicted(merge);
            }

            cells = [.. merge.Cells];
        }

        List<ImportProblem> questions =
        [
            .. readings.Select((reading, i) => (Reading: reading, At: i)).Where(c => c.Reading.IsAsked && (row is null || row.Cells[c.At] != c.Reading.Text))
                .Select(c => new ImportProblem(register.Title, null, register.Columns[c.At].Name, typed.Typed[c.At], c.Reading.Note!) { IsSentence = true }),
        ];
        var key = RowKeys.Fingerprint(string.Join('\u001F', questions.Select(q => q.Expected)));
        if (questions.Count > 0 && typed.Sure != key)
        {
            return new RowOutcome.Asked(questions, key);
        }

        var rows = view.Rows.Where(r => !r.IsRetired).Select(r => r.Id == id ? cells : r.Cells).ToList();
        if (row is null)
        {
            rows.Add(cells);
        }

        var outcome = await WriteAsync(view, rows, id is null ? rows.Count - 1 : rows.FindIndex(r => ReferenceEquals(r, cells)), by, from, ct);
        if (outcome is RowOutcome.Done { IsNothing: true } && row is not null && typed.IsDayChosen && from is { } since)
        {
            outcome = await days.DoAsync(register, RowKeys.Recorded(register, RowKeys.Of(register, row.Cells)), since, by, ct);
        }

        return outcome is RowOutcome.Done { IsNothing: false, IsDayPutRight: false }
            ? new RowOutcome.Done([.. readings.Where(r => r is { Note: not null, IsAsked: false, IsOnlySpelt: false }).Select(r => Sentence(r.Note!))]) { IsTogether = isTogether }
            : outcome;
    }

    /// <summary>Takes a row out of its register: deleted, or retired where reports or published quarters may have used it.</summary>
    public async Task<RowOutcome> RemoveAsync(RegisterDefinition register, string id, string? seen, Person by, CancellationToken ct, HoldsFrom? from = null)
    {
        var view = await OpenAsync(register, ct);
        if (view.Rows.FirstOrDefault(r => r.Id == id && !r.IsRetired) is not { } row)
        {
            return new RowOutcome.NotFound();
        }

        return row.Seen != seen || register.Layout == RegisterLayout.Fields
            ? new RowOutcome.Conflicted()
            : await WriteAsync(view, [.. view.Rows.Where(r => !r.IsRetired && r != row).Select(r => r.Cells)], null, by, from, ct);
    }

    /// <summary>Brings a retired row back, with what belongs to it, from the day from which it was gone or a later one.</summary>
    /// <param name="from">From when it is there again; where it is not said, from today, or always while no quarter is published.</param>
    public Task<RowOutcome> RestoreAsync(RegisterDefinition register, string id, Person by, CancellationToken ct, HoldsFrom? from = null) => acts.DoAsync(register, id, isRetired: true, by, async act =>
    {
        if (FormerNames.GroupingOf(register) is { } grouping && (await ReorganisationReading.ReadAsync(context, ct)).Refusal(grouping, act.Row.Cells[0]) is { } former)
        {
            return [new(register.Title, null, null, act.Row.Cells[0], former) { IsSentence = true }];
        }

        if (new Retirement(context).Principals(act.Row.Entity).Any(p => p is IRetirable { RetiredOn: not null }))
        {
            return [new(register.Title, null, null, RowKeys.NameOf(register, act.Row.Cells), "that what it belongs to is in its register; bring that back first")];
        }

        var hidden = AllBindings.InOrder.SelectMany(b => act.Kept[b.Register].Where(r => r.IsRetired).Select(r => (b.Register, Row: r))).ToList();
        context.Entry(act.Row.Entity).Property(nameof(IRetirable.RetiredOn)).CurrentValue = null;
        var gone = await context.RegisterHistory.AsNoTracking().Where(h => h.Register == register.Name && h.Action == RegisterAction.Retired && h.RowKey != null)
            .OrderByDescending(h => h.Id).Where(h => h.Row == RowKeys.NameOf(register, act.Row.Cells)).Select(h => h.HoldsFrom).FirstOrDefaultAsync(ct);
        var since = from ?? await update.DefaultFromAsync(ct);
        var retirement = new Retirement(context);
        foreach (var (of, row) in hidden.Where(r => !retirement.IsRetired(r.Row.Entity) && (r.Row == act.Row || DatedRegisters.Find(r.Register) is not null)))
        {
            act.NoteRestored(of, row, gone is { } day && since.IsBy(day) ? HoldsFrom.On(day) : since);
        }

        return [];
    }, ct);

    /// <summary>What happened in a register, the latest first.</summary>
    /// <param name="row">Only to the row of that name; to all where none is given.</param>
    public async Task<IReadOnlyList<RegisterHistoryEntity>> HistoryAsync(RegisterDefinition register, string? row, int most, CancellationToken ct) =>
        await context.RegisterHistory.AsNoTracking().Where(h => h.Register == register.Name && (row == null || h.Row == row)).OrderByDescending(h => h.Id).Take(most).ToListAsync(ct);

    /// <summary>What the council calls bands of confidence now.</summary>
    public async Task<ConfidenceWords> WordsAsync(CancellationToken ct) => ConfidenceWords.Of(await context.ConfidenceLabels.AsNoTracking().ToListAsync(ct));

    /// <summary>What the codes of rows stand for, retired ones too.</summary>
    public async Task<RowNames> NamesAsync(CancellationToken ct)
    {
        var names = RowNames.Of(await KeptRows.LoadAsync(context, ct));
        context.ChangeTracker.Clear();
        return names;
    }

    private static IReadOnlyList<string> Offered(PresentProgramme present, ColumnReference reference)
    {
        var table = present.Tables.First(t => t.Name == reference.Register);
        var at = table.Header.ToList().IndexOf(reference.Column);
        return [.. table.Rows.Select(r => r.Cells[at])];
    }

    private static CellReading Understood(Column column, string typed, ConfidenceWords words)
    {
        var reading = CellReading.OfText(column, typed, isTyped: false);
        return ConfidenceWords.IsOne(column) ? new(UnderstoodConfidence.Read(column, reading.Text, null, words)) : reading;
    }

    private static string Sentence(string note) => char.ToUpperInvariant(note[0]) + note[1..];

    private static RegisterRowView View(RegisterDefinition register, ConfidenceWords words, IReadOnlyList<string> cells, bool isRetired) =>
        new(RowKeys.IdOf(register, cells), words.Named(register, RowKeys.NameOf(register, cells)), RowKeys.NameOf(register, cells), cells, RowKeys.Fingerprint(string.Join('\u001F', cells)), isRetired);

    private async Task<RowOutcome> WriteAsync(RegisterView view, IReadOnlyList<IReadOnlyList<string>> rows, int? changed, Person by, HoldsFrom? from, CancellationToken ct)
    {
        var register = view.Register;
        var table = RegisterTable.Of(register, rows);
        var answer = await update.ApplyOrExplainAsync(new([table], from), view.Seal, by, RowActs.Page, ct);
        if (answer.Problems.Count > 0)
        {
            // Only what the row itself is wrong in is said at its fields.
            return new RowOutcome.Refused([.. answer.Problems.Select(p => p.Register == register.Title && p.Row != changed + 2 && register.Layout == RegisterLayout.Rows ? p with { Column = null } : p)]);
        }

        return answer.Outcome switch
        {
            UpdateOutcome.Applied => new RowOutcome.Done([]),
            UpdateOutcome.NothingToChange => new RowOutcome.Done([]) { IsNothing = true },
            _ => new RowOutcome.Conflicted(),
        };
    }
}
