using System.Text.Json;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.History;
using TransformationPortal.Registers.Present;

namespace TransformationPortal.Registers.Update;

/// <summary>What is done to one row of a register by itself: in one transaction with its history, and only where a sound programme comes of it.</summary>
public sealed class RowActs(PortalDbContext context, CouncilClock clock)
{
    /// <summary>What the history says that it was done with.</summary>
    internal const string Page = "The register’s page";

    /// <summary>Whether acts are only tried: checked in full, and not stored.</summary>
    internal bool IsTrial { get; set; }

    /// <inheritdoc cref="DoAsync(RegisterDefinition, string, bool, Person, Func{RowAct, Task{IReadOnlyList{ImportProblem}}}, CancellationToken)"/>
    internal Task<RowOutcome> DoAsync(RegisterDefinition register, string id, bool isRetired, Person by, Func<RowAct, IReadOnlyList<ImportProblem>> act, CancellationToken ct) =>
        DoAsync(register, id, isRetired, by, doing => Task.FromResult(act(doing)), ct);

    /// <param name="isRetired">Whether the row must be retired, or must not be.</param>
    /// <param name="act">Does it to what the context tracks; its problems, if any, refuse it.</param>
    internal async Task<RowOutcome> DoAsync(
        RegisterDefinition register, string id, bool isRetired, Person by, Func<RowAct, Task<IReadOnlyList<ImportProblem>>> act, CancellationToken ct)
    {
        RowOutcome outcome = new RowOutcome.NotFound();
        await context.WriteAsync(
            async token =>
            {
                var kept = await KeptRows.LoadAsync(context, token);
                if (register.Layout == RegisterLayout.Fields
                    || kept[register].FirstOrDefault(r => r.IsRetired == isRetired && RowKeys.IdOf(register, r.Cells) == id && r.Entity is IRetirable) is not { } row)
                {
                    return;
                }

                var doing = new RowAct(context, register, kept, row, by, clock.Now);
                var problems = await act(doing);
                if (problems.Count == 0)
                {
                    // What comes of it must be a programme that every later save can be checked with.
                    problems = [.. ProgrammeUpdate.Check(PresentProgramme.Of(kept.Now(context, doing.Added)), []).Problems.Select(p => p with { Column = null })];
                }

                outcome = problems.Count > 0 ? new RowOutcome.Refused(problems) : new RowOutcome.Done([]);
                if (problems.Count == 0 && !IsTrial)
                {
                    await context.SaveChangesAsync(token);
                }
            },
            _ => Task.FromResult(false),
            ct);
        return outcome;
    }
}

/// <summary>Something that is being done to a row.</summary>
internal sealed class RowAct(PortalDbContext context, RegisterDefinition register, KeptRows kept, KeptRow row, Person by, DateTime at)
{
    private readonly List<object> added = [];

    public RegisterDefinition Register => register;

    public KeptRows Kept => kept;

    public KeptRow Row => row;

    public Person By => by;

    /// <summary>UTC.</summary>
    public DateTime At => at;

    /// <summary>The rows of registers that it added.</summary>
    public IReadOnlyList<object> Added => added;

    public void Add(object entity)
    {
        added.Add(entity);
        context.Add(entity);
    }

    /// <summary>Writes it into the register's history.</summary>
    /// <param name="of">The name of the row; of the one that it is done to where none is given.</param>
    public void Note(RegisterAction action, string? column, string? from, string? to, string? of = null) => context.Add(new RegisterHistoryEntity
    {
        Register = register.Name, Row = of ?? RowKeys.NameOf(register, row.Cells), Action = action, Column = column, From = from, To = to,
        By = by, At = at, With = RowActs.Page,
    });

    /// <summary>Writes into the histories that rows came back, each from a day on.</summary>
    public void NoteRestored(RegisterDefinition of, KeptRow restored, HoldsFrom from) => context.Add(new RegisterHistoryEntity
    {
        Register = of.Name, Row = RowKeys.NameOf(of, restored.Cells), Action = RegisterAction.Restored, By = by, At = at, With = RowActs.Page,
        RowKey = DatedRegisters.Find(of) is null ? null : RowKeys.Recorded(of, RowKeys.Of(of, restored.Cells)), HoldsFrom = from.Day,
        Cells = JsonSerializer.Serialize(restored.Cells),
    });
}
