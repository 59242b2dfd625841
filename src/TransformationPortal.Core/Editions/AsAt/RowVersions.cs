namespace TransformationPortal.Core.Editions.AsAt;

/// <summary>What a row of a register said from a day on.</summary>
/// <param name="HoldsFrom">The first day; nothing where it was always so.</param>
/// <param name="Row">The row; nothing where there was none.</param>
public sealed record RowVersion<T>(DateOnly? HoldsFrom, T? Row)
    where T : class;

/// <summary>A row of a register over time.</summary>
/// <param name="Key">What tells the row from the others.</param>
/// <param name="Place">Where among the rows it stood before it was taken out, from 0; only read where it is there no more.</param>
/// <param name="Versions">The first first; the first has no day.</param>
public sealed record RowVersions<T>(string Key, int Place, IReadOnlyList<RowVersion<T>> Versions)
    where T : class
{
    /// <summary>The row as it was on a day; nothing where there was none.</summary>
    public T? On(DateOnly day)
    {
        var last = Versions.Count - 1;
        while (Versions[last].HoldsFrom is { } from && from > day)
        {
            last--;
        }

        return Versions[last].Row;
    }
}

/// <summary>In which order rows stood until a day.</summary>
/// <param name="Until">The first day of another order.</param>
/// <param name="Keys">The rows in order.</param>
public sealed record RowOrder(DateOnly Until, IReadOnlyList<string> Keys);

/// <summary>One of the programme's registers over time.</summary>
public abstract record RegisterVersions
{
    /// <summary>The programme with this register as it was on a day.</summary>
    public abstract ProgrammeState On(ProgrammeState state, DateOnly day);
}

/// <inheritdoc cref="RegisterVersions"/>
/// <param name="Get">The register's rows as they are now.</param>
/// <param name="With">The programme with other rows in the register.</param>
/// <param name="KeyOf">What tells a row from the others.</param>
/// <param name="Rows">Those that were ever changed, added or taken out.</param>
/// <param name="Orders">Orders that the rows once had, the first first.</param>
public sealed record RegisterVersions<T>(
    Func<ProgrammeState, IReadOnlyList<T>> Get,
    Func<ProgrammeState, IReadOnlyList<T>, ProgrammeState> With,
    Func<T, string> KeyOf,
    IReadOnlyList<RowVersions<T>> Rows,
    IReadOnlyList<RowOrder> Orders) : RegisterVersions
    where T : class
{
    /// <summary>A row of another day with what no column of the register holds; given the row then and the row now.</summary>
    public Func<T, T, T>? Keep { get; init; }

    /// <summary>The last day on which a row's own matter can change; nothing where any day can.</summary>
    public Func<T, DateOnly>? ClosesOn { get; init; }

    /// <summary>A row as it closed, with what may be said of it afterwards; given the row then and the row now.</summary>
    public Func<T, T, T>? AsClosed { get; init; }

    // What is not known from before the close is as it is now.
    private T? On(RowVersions<T> versions, DateOnly day) =>
        versions.On(day) is { } now && ClosesOn?.Invoke(now) is { } closed && closed < day && versions.On(closed) is { } then ? AsClosed!(then, now) : versions.On(day);

    public override ProgrammeState On(ProgrammeState state, DateOnly day)
    {
        if (Rows.Count == 0 && Orders.Count == 0)
        {
            return state;
        }

        var now = Get(state);
        var known = Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var rows = new List<T>(now.Count);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in now)
        {
            if (!known.TryGetValue(KeyOf(row), out var versions))
            {
                rows.Add(row);
                continue;
            }

            met.Add(versions.Key);
            if (On(versions, day) is { } then)
            {
                rows.Add(Keep is null ? then : Keep(then, row));
            }
        }

        foreach (var gone in Rows.Where(r => !met.Contains(r.Key)).OrderBy(r => r.Place))
        {
            if (On(gone, day) is { } then)
            {
                rows.Insert(Math.Min(gone.Place, rows.Count), then);
            }
        }

        if (Orders.FirstOrDefault(o => o.Until > day) is { } order)
        {
            var places = order.Keys.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
            rows = [.. rows.OrderBy(r => places.GetValueOrDefault(KeyOf(r), int.MaxValue))];
        }

        return With(state, rows);
    }
}

/// <summary>
/// Rows that have a month of their own, and so no versions, but belong to rows that have: they are there where their owners are.
/// </summary>
/// <param name="All">Also those of owners that were taken out since.</param>
public sealed record OwnedRows<T>(
    IReadOnlyList<T> All, Func<ProgrammeState, Func<T, bool>> HasOwner, Func<ProgrammeState, IReadOnlyList<T>, ProgrammeState> With) : RegisterVersions
{
    public override ProgrammeState On(ProgrammeState state, DateOnly day)
    {
        var hasOwner = HasOwner(state);
        return With(state, [.. All.Where(hasOwner)]);
    }
}
