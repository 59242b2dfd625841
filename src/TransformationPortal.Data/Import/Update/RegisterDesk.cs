using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Import.Present;
using TransformationPortal.Data.Import.Registers;
using TransformationPortal.Data.Import.Workbooks;

namespace TransformationPortal.Data.Import.Update;

/// <summary>A row of a register as its page shows it.</summary>
/// <param name="Id">Its name in addresses; it follows from the row's key.</param>
/// <param name="Cells">In the order of the register's columns.</param>
/// <param name="Seen">A fingerprint of the cells: who writes over others than they saw is told.</param>
public sealed record RegisterRowView(string Id, string Name, IReadOnlyList<string> Cells, string Seen, bool IsRetired);

/// <summary>A register as its page shows it.</summary>
/// <param name="Offers">What columns that name rows of other registers may hold, by the column's name.</param>
public sealed record RegisterView(RegisterDefinition Register, IReadOnlyList<RegisterRowView> Rows, IReadOnlyDictionary<string, IReadOnlyList<string>> Offers, string Seal);

/// <summary>What came of changing a row.</summary>
public abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    public sealed record Done : RowOutcome;

    /// <summary>It was refused; nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<ImportProblem> Problems) : RowOutcome;

    /// <summary>Somebody else changed the row, or the programme, meanwhile; nothing was stored.</summary>
    public sealed record Conflicted : RowOutcome;

    public sealed record NotFound : RowOutcome;
}

/// <summary>Keeps one register at a time, row by row, with the same checks and in the same way as a workbook.</summary>
public sealed class RegisterDesk(PortalDbContext context, ProgrammeUpdate update, TimeProvider clock)
{
    private const string Page = "The register’s page";

    // What others are grouped by is named and nothing more: it can take another name, or go into another one.
    private static readonly RegisterDefinition[] Groupings =
        [BoardsRegister.Definition, WorkstreamsRegister.Definition, DirectoratesRegister.Definition, SourcesRegister.Definition, ActivitiesRegister.Definition];

    /// <summary>Whether rows of the register can be renamed and merged.</summary>
    public static bool IsGrouping(RegisterDefinition register) => Groupings.Contains(register);

    /// <summary>Whether a column tells rows apart by a code that reports and addresses name, and that therefore stays.</summary>
    public static bool IsFixed(RegisterDefinition register, Column column) =>
        register.Key is [var only] && only == column && AllBindings.InOrder.First(b => b.Register == register).Entity.IsAssignableTo(typeof(IRetirable));

    public async Task<RegisterView> OpenAsync(RegisterDefinition register, CancellationToken ct)
    {
        var kept = await KeptRows.LoadAsync(context, ct);
        context.ChangeTracker.Clear();
        var present = PresentProgramme.Of(kept);
        var offers = register.Columns.Where(c => c.Reference is not null).ToDictionary(c => c.Name, c => Offered(present, c.Reference!), StringComparer.Ordinal);
        IReadOnlyList<RegisterRowView> rows = register.Layout == RegisterLayout.Fields
            ? present.IsEmpty ? [] : [View(register, [.. present.Tables.First(t => t.Name == register.Name).Rows.Select(r => r.Cells[1])], isRetired: false)]
            : [.. kept[register].Select(r => View(register, r.Cells, r.IsRetired))];
        return new(register, rows, offers, present.Seal);
    }

    /// <param name="id">The row; none where it is new.</param>
    /// <param name="seen">The fingerprint of the row that was seen.</param>
    /// <param name="typed">What was typed, in the order of the columns.</param>
    public async Task<RowOutcome> SaveAsync(RegisterDefinition register, string? id, string? seen, IReadOnlyList<string> typed, Person by, CancellationToken ct)
    {
        var view = await OpenAsync(register, ct);
        var row = id is null ? null : view.Rows.FirstOrDefault(r => r.Id == id && !r.IsRetired);
        if (id is not null && (row is null || row.Seen != seen))
        {
            return row is null ? new RowOutcome.NotFound() : new RowOutcome.Conflicted();
        }

        var cells = typed.Select((text, i) => row is not null && IsFixed(register, register.Columns[i]) ? row.Cells[i] : CellReading.OfText(register.Columns[i], text, isTyped: false).Text).ToList();
        var rows = view.Rows.Where(r => !r.IsRetired).Select(r => r.Id == id ? cells : r.Cells).ToList();
        if (row is null)
        {
            rows.Add(cells);
        }

        return await WriteAsync(view, rows, id is null ? rows.Count - 1 : rows.FindIndex(r => ReferenceEquals(r, cells)), by, ct);
    }

    /// <summary>Takes a row out of its register: deleted, or retired where reports or published quarters may have used it.</summary>
    public async Task<RowOutcome> RemoveAsync(RegisterDefinition register, string id, string? seen, Person by, CancellationToken ct)
    {
        var view = await OpenAsync(register, ct);
        if (view.Rows.FirstOrDefault(r => r.Id == id && !r.IsRetired) is not { } row)
        {
            return new RowOutcome.NotFound();
        }

        return row.Seen != seen || register.Layout == RegisterLayout.Fields
            ? new RowOutcome.Conflicted()
            : await WriteAsync(view, [.. view.Rows.Where(r => !r.IsRetired && r != row).Select(r => r.Cells)], null, by, ct);
    }

    /// <summary>Brings a retired row back, with what belongs to it.</summary>
    public Task<RowOutcome> RestoreAsync(RegisterDefinition register, string id, Person by, CancellationToken ct) => ActAsync(register, id, isRetired: true, by, (kept, row, history) =>
    {
        if (new Retirement(context).Principals(row.Entity).Any(p => p is IRetirable { RetiredOn: not null }))
        {
            return [new(register.Title, null, null, RowKeys.NameOf(register, row.Cells), "that what it belongs to is in its register; bring that back first")];
        }

        context.Entry(row.Entity).Property(nameof(IRetirable.RetiredOn)).CurrentValue = null;
        history(RegisterAction.Restored, null, null, null);
        return [];
    }, ct);

    /// <summary>Gives what others are grouped by another name, everywhere at once. Published quarters keep the old one.</summary>
    public Task<RowOutcome> RenameAsync(RegisterDefinition register, string id, string name, Person by, CancellationToken ct) => ActAsync(register, id, isRetired: false, by, (kept, row, history) =>
    {
        var key = register.Key[0];
        var written = Understanding.Tidy(name);
        if (!IsGrouping(register) || written.Length == 0 || key.Read(written) is null)
        {
            return [new(register.Title, null, key.Name, written.Length == 0 ? null : written, key.Expected)];
        }

        if (kept[register].Any(r => r != row && string.Equals(r.Cells[0], written, StringComparison.OrdinalIgnoreCase)))
        {
            return [new(register.Title, null, key.Name, written, "what no other row has; to make two into one, merge them")];
        }

        context.Entry(row.Entity).Property(nameof(BoardEntity.Name)).CurrentValue = written;
        history(RegisterAction.Changed, key.Name, row.Cells[0], written);
        return [];
    }, ct);

    /// <summary>Makes one of two: whatever names the one names the other from now on, and the one is retired. No amount moves or is lost.</summary>
    public Task<RowOutcome> MergeAsync(RegisterDefinition register, string id, string into, Person by, CancellationToken ct) => ActAsync(register, id, isRetired: false, by, (kept, row, history) =>
    {
        if (!IsGrouping(register) || kept[register].FirstOrDefault(r => !r.IsRetired && r != row && IdOf(register, r.Cells) == into) is not { } other)
        {
            return [new(register.Title, null, register.Key[0].Name, null, "another row of the register to merge it into")];
        }

        foreach (var named in AllBindings.InOrder.SelectMany(b => kept[b.Register]).Select(r => r.Entity).Where(e => e != row.Entity))
        {
            foreach (var navigation in context.Entry(named).References.Where(r => ReferenceEquals(r.CurrentValue, row.Entity)))
            {
                navigation.CurrentValue = ReferenceEquals(named, other.Entity) ? null : other.Entity;
            }
        }

        context.Entry(row.Entity).Property(nameof(IRetirable.RetiredOn)).CurrentValue = CouncilTime.DayOf(clock.GetUtcNow().UtcDateTime);
        history(RegisterAction.Retired, register.Key[0].Name, row.Cells[0], other.Cells[0]);
        return [];
    }, ct);

    /// <summary>What happened in a register, the latest first.</summary>
    /// <param name="row">Only to the row of that name; to all where none is given.</param>
    public async Task<IReadOnlyList<RegisterHistoryEntity>> HistoryAsync(RegisterDefinition register, string? row, int most, CancellationToken ct) =>
        await context.RegisterHistory.AsNoTracking().Where(h => h.Register == register.Name && (row == null || h.Row == row)).OrderByDescending(h => h.Id).Take(most).ToListAsync(ct);

    private static IReadOnlyList<string> Offered(PresentProgramme present, ColumnReference reference)
    {
        var table = present.Tables.First(t => t.Name == reference.Register);
        var at = table.Header.ToList().IndexOf(reference.Column);
        return [.. table.Rows.Select(r => r.Cells[at])];
    }

    private static RegisterRowView View(RegisterDefinition register, IReadOnlyList<string> cells, bool isRetired) =>
        new(IdOf(register, cells), RowKeys.NameOf(register, cells), cells, Fingerprint(string.Join('\u001F', cells)), isRetired);

    private static string IdOf(RegisterDefinition register, IReadOnlyList<string> cells) => Fingerprint(RowKeys.Of(register, cells))[..16];

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<RowOutcome> WriteAsync(RegisterView view, IReadOnlyList<IReadOnlyList<string>> rows, int? changed, Person by, CancellationToken ct)
    {
        var register = view.Register;
        var table = register.Layout == RegisterLayout.Fields
            ? new RegisterTable(register.Name, register.Title, ["field", "value"], [.. rows[0].Select((text, i) => new RegisterTableRow(i + 2, [register.Columns[i].Name, text]))])
            : new RegisterTable(register.Name, register.Title, [.. register.Columns.Select(c => c.Name)], [.. rows.Select((cells, i) => new RegisterTableRow(i + 2, cells))]);
        var preview = await update.PreviewAsync([table], ct);
        if (preview.Problems.Count > 0)
        {
            // Only what the row itself is wrong in is said at its fields.
            return new RowOutcome.Refused([.. preview.Problems.Select(p => p.Register == register.Title && p.Row != changed + 2 && register.Layout == RegisterLayout.Rows ? p with { Column = null } : p)]);
        }

        return await update.ApplyAsync([table], view.Seal, by, Page, null, ct) switch
        {
            UpdateOutcome.Applied or UpdateOutcome.NothingToChange => new RowOutcome.Done(),
            _ => new RowOutcome.Conflicted(),
        };
    }

    private async Task<RowOutcome> ActAsync(
        RegisterDefinition register, string id, bool isRetired, Person by,
        Func<KeptRows, KeptRow, Action<RegisterAction, string?, string?, string?>, IReadOnlyList<ImportProblem>> act, CancellationToken ct)
    {
        RowOutcome outcome = new RowOutcome.NotFound();
        await context.WriteAsync(
            async token =>
            {
                var kept = await KeptRows.LoadAsync(context, token);
                if (register.Layout == RegisterLayout.Fields || kept[register].FirstOrDefault(r => r.IsRetired == isRetired && IdOf(register, r.Cells) == id && r.Entity is IRetirable) is not { } row)
                {
                    return;
                }

                var problems = act(kept, row, (action, column, from, to) => context.Add(new RegisterHistoryEntity
                {
                    Register = register.Name, Row = RowKeys.NameOf(register, row.Cells), Action = action, Column = column, From = from, To = to,
                    By = by, At = clock.GetUtcNow().UtcDateTime, With = Page,
                }));
                if (problems.Count == 0)
                {
                    // What comes of it must be a programme that every later save can be checked with.
                    problems = [.. ProgrammeUpdate.Check(PresentProgramme.Of(kept.Now(context)), []).Problems.Select(p => p with { Column = null })];
                }

                outcome = problems.Count > 0 ? new RowOutcome.Refused(problems) : new RowOutcome.Done();
                if (problems.Count == 0)
                {
                    await context.SaveChangesAsync(token);
                }
            },
            _ => Task.FromResult(false),
            ct);
        return outcome;
    }
}
