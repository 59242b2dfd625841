using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Update;

namespace TransformationPortal.Registers.History;

/// <summary>A register that is declared here, as its history gives it back.</summary>
/// <param name="register">What it is.</param>
/// <param name="get">The rows as they are now.</param>
/// <param name="with">The programme with other rows.</param>
/// <param name="values">What each column says of a row, in any order; every column once.</param>
/// <param name="row">The row that cells make.</param>
internal sealed class DeclaredDatedRegister<T>(
    RegisterDefinition register,
    Func<ProgrammeState, IReadOnlyList<T>> get,
    Func<ProgrammeState, IReadOnlyList<T>, ProgrammeState> with,
    IReadOnlyList<ColumnValue<T>> values,
    Func<RegisterRow, T> row) : DatedRegister<T>
    where T : class
{
    /// <inheritdoc cref="RegisterVersions{T}.Keep"/>
    public Func<T, T, T>? Keep { get; init; }

    /// <inheritdoc cref="RegisterVersions{T}.ClosesOn"/>
    public Func<T, DateOnly>? ClosesOn { get; init; }

    /// <inheritdoc cref="RegisterVersions{T}.AsClosed"/>
    public Func<T, T, T>? AsClosed { get; init; }

    public RegisterDefinition Register => register;

    public override string Name => register.Name;

    private readonly RowCells<T> written = new(register, values);

    private readonly int[] keys = [.. register.Key.Select(key => register.Columns.ToList().IndexOf(key))];

    public override RegisterVersions Versions(ProgrammeState state, IReadOnlyList<RegisterFact> facts, FormerGroupingNames names)
    {
        return new RegisterVersions<T>(
            get, with, KeyOf, Rows(get(state), facts, names),
            [.. facts.Where(f => f is { IsOrder: true, HoldsFrom.Day: not null }).OrderBy(f => f.HoldsFrom.Day).Select(f => new RowOrder(f.HoldsFrom.Day!.Value, f.Cells!))])
        {
            Keep = Keep,
            ClosesOn = ClosesOn,
            AsClosed = AsClosed,
        };
    }

    public override IReadOnlyList<RegisterWord<T>> Words(IReadOnlyList<T> present, IReadOnlyList<RegisterFact> facts, FormerGroupingNames names, Func<T, string?> projectOf)
    {
        var rows = Rows(present, facts, names).ToDictionary(r => r.Key, StringComparer.Ordinal);
        return [.. facts.Where(f => !f.IsOrder).OrderBy(f => f.HoldsFrom.Day ?? DateOnly.MinValue).SelectMany(f => Words(f, rows[f.Key], projectOf))];
    }

    // A change is told to the project that the row belongs to from then on. One that moves the row is told to both: it leaves
    // the one, and comes to the other as the register has it.
    private IEnumerable<RegisterWord<T>> Words(RegisterFact fact, RowVersions<T> versions, Func<T, string?> projectOf)
    {
        RegisterWord<T> Word(string project, Func<T?, T?> apply) => new(fact.Key, project, fact.HoldsFrom.Day, fact.RecordedAt, apply);
        var then = versions.On(fact.HoldsFrom.Day ?? DateOnly.MinValue) ?? versions.Versions.Select(v => v.Row).OfType<T>().LastOrDefault();
        if (fact.Column is { } name && name == MovingColumn)
        {
            if (!string.IsNullOrEmpty(fact.From))
            {
                yield return Word(fact.From, _ => null);
            }

            if (!string.IsNullOrEmpty(fact.To))
            {
                yield return Word(fact.To, told => told ?? then);
            }
        }
        else if (then is not null && projectOf(then) is { } project)
        {
            yield return Word(project, told => Applied(fact, told));
        }
    }

    // The column that says which project a row belongs to, where that can change.
    private string? MovingColumn => Register.Columns.Where((c, i) => c.Reference is { Register: "projects" } && !keys.Contains(i)).Select(c => c.Name).FirstOrDefault();

    private IReadOnlyList<RowVersions<T>> Rows(IReadOnlyList<T> present, IReadOnlyList<RegisterFact> facts, FormerGroupingNames names)
    {
        var changed = facts.Where(f => !f.IsOrder).GroupBy(f => f.Key, StringComparer.Ordinal).ToList();
        var keyed = changed.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var now = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var record in changed.Count == 0 ? [] : present)
        {
            if (KeyOf(record) is var key && keyed.Contains(key))
            {
                now[key] = record;
            }
        }

        return [.. changed.Select(g => Versions(g.Key, now.GetValueOrDefault(g.Key), [.. g], names))];
    }

    private string KeyOf(T record)
    {
        if (keys.Length == 0)
        {
            return RowKeys.Only;
        }

        return RowKey.Of(keys.Select(i => written.Value(record, i) is { } value ? Register.Columns[i].Write(value) : ""));
    }

    private T? Applied(RegisterFact fact, T? told)
    {
        if (fact.Column is null)
        {
            return fact.IsThere ? told ?? Read(fact.Cells!) : null;
        }

        return told is null ? null : Read([.. Cells(told).Select((text, i) => Register.Columns[i].Name == fact.Column ? fact.To ?? "" : text)]);
    }

    private RowVersions<T> Versions(string key, T? now, IReadOnlyList<RegisterFact> facts, FormerGroupingNames names)
    {
        var timeline = new RowTimeline(facts, now is null ? null : Cells(now), [.. Register.Columns.Select(c => c.Name)]);
        var days = facts.Select(f => f.HoldsFrom.Day).OfType<DateOnly>().Concat(Register.Columns.Any(IsGrouping) ? names.Days : []).Distinct().Order().ToList();
        return new(key, timeline.Place,
        [
            .. days.Select(day => (DateOnly?)day).Prepend(null)
                .Select(from => new RowVersion<T>(from, timeline.On(from ?? DateOnly.MinValue) is { } cells ? Read(Named(cells, from ?? DateOnly.MinValue, names)) : null)),
        ]);
    }

    private IReadOnlyList<string> Cells(T record) => written.Of(record);

    private T Read(IReadOnlyList<string> cells) => row(RegisterRow.Of(Register, cells));

    private IReadOnlyList<string> Named(IReadOnlyList<string> cells, DateOnly day, FormerGroupingNames names) =>
        [.. cells.Select((text, i) => Register.Columns[i] is { Reference: { } to } && text.Length > 0 ? names.On(day, to.Register, text) : text)];

    private static bool IsGrouping(Column column) => column.Reference is { Register: "boards" or "workstreams" or "directorates" or "sources" or "activities" };
}
