namespace TransformationPortal.Registers.Update;

/// <summary>What happened since to something that an upload changed.</summary>
public enum LaterChangeKind
{
    /// <summary>A cell that it changed, or one of a row that it added, was changed again.</summary>
    Cell,

    /// <summary>A row in which it changed something was taken out.</summary>
    RowGone,

    /// <summary>A row that it took out is there again, and says something else.</summary>
    RowBack,

    /// <summary>The order of the rows, which it changed, was changed again.</summary>
    Order,
}

/// <summary>A later change that rests on an upload, so that the upload cannot be taken back before it.</summary>
/// <param name="Row">How people name the row.</param>
/// <param name="Column">Where a cell was changed.</param>
/// <param name="From">What the upload left; empty where nothing.</param>
/// <param name="To">What stands there now; empty where nothing.</param>
public sealed record LaterChange(RegisterDefinition Register, LaterChangeKind Kind, string Row, Column? Column, string From, string To)
{
    /// <summary>When it was recorded, by whom and with what; nothing where the register's history does not say.</summary>
    public Data.Entities.RegisterHistoryEntity? Entry { get; init; }
}

/// <summary>
/// Works out the registers as they would be without an upload: each cell that it changed as it was before, each row that it
/// added gone, each that it took out there again, and all that came later as it is. Pure.
/// </summary>
/// <param name="Tables">The registers that it changed, as they would be.</param>
/// <param name="Later">What came later and rests on it.</param>
internal sealed record TakingBack(IReadOnlyList<RegisterTable> Tables, IReadOnlyList<LaterChange> Later)
{
    /// <param name="before">Every register before the upload.</param>
    /// <param name="after">The registers that it changed, after it.</param>
    /// <param name="present">Every register now.</param>
    public static TakingBack Of(IReadOnlyList<RegisterTable> before, IReadOnlyList<RegisterTable> after, IReadOnlyList<RegisterTable> present)
    {
        var later = new List<LaterChange>();
        var tables = after.Select(then => Definitions.AllRegisters.FindKept(then.Name)).OfType<RegisterDefinition>().Select(register =>
        {
            IReadOnlyList<IReadOnlyList<string>> Rows(IReadOnlyList<RegisterTable> tables) => RowsOf(register, tables.FirstOrDefault(t => t.Name == register.Name));
            return RegisterTable.Of(register, new Register(register, Rows(before), Rows(after), Rows(present), later).WithoutIt());
        }).ToList();
        return new(tables, later);
    }

    private static IReadOnlyList<IReadOnlyList<string>> RowsOf(RegisterDefinition register, RegisterTable? table) =>
        table is null ? [] : register.Layout == RegisterLayout.Fields ? [[.. table.Rows.Select(r => r.Cells[1])]] : [.. table.Rows.Select(r => r.Cells)];

    private sealed class Register(
        RegisterDefinition register, IReadOnlyList<IReadOnlyList<string>> before, IReadOnlyList<IReadOnlyList<string>> after, IReadOnlyList<IReadOnlyList<string>> present, List<LaterChange> later)
    {
        private readonly Dictionary<string, IReadOnlyList<string>> was = ByKey(register, before);
        private readonly Dictionary<string, IReadOnlyList<string>> then = ByKey(register, after);
        private readonly Dictionary<string, IReadOnlyList<string>> now = ByKey(register, present);

        public IEnumerable<IReadOnlyList<string>> WithoutIt()
        {
            var left = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var (key, cells) in now)
            {
                if (Left(key, cells) is { } kept)
                {
                    left[key] = kept;
                }
            }

            foreach (var (key, cells) in was.Where(r => !now.ContainsKey(r.Key)))
            {
                if (!then.TryGetValue(key, out var changed))
                {
                    left[key] = cells;
                }
                else if (!changed.SequenceEqual(cells, StringComparer.Ordinal))
                {
                    later.Add(new(register, LaterChangeKind.RowGone, RowKeys.NameOf(register, cells), null, "", ""));
                }
            }

            return InOrder(left);
        }

        // A row that is there now, without what the upload did to it; nothing where the upload brought it.
        private IReadOnlyList<string>? Left(string key, IReadOnlyList<string> cells)
        {
            var (old, made) = (was.GetValueOrDefault(key), then.GetValueOrDefault(key));
            if (old is null && made is not null)
            {
                later.AddRange(cells.Select((text, i) => (text, i)).Where(c => c.text != made[c.i]).Select(c => Cell(cells, c.i, made[c.i], c.text)));
                return null;
            }

            if (old is not null && made is null && !old.SequenceEqual(cells, StringComparer.Ordinal))
            {
                later.Add(new(register, LaterChangeKind.RowBack, RowKeys.NameOf(register, cells), null, "", ""));
            }

            return old is null || made is null ? cells : [.. cells.Select((text, i) =>
            {
                if (old[i] == made[i])
                {
                    return text;
                }

                if (text != made[i])
                {
                    later.Add(Cell(cells, i, made[i], text));
                }

                return old[i];
            })];
        }

        private LaterChange Cell(IReadOnlyList<string> cells, int at, string from, string to) =>
            new(register, LaterChangeKind.Cell, RowKeys.NameOf(register, cells), register.Columns[at], from, to);

        // As it was before the upload, where that or nobody since has changed the order; what came since stands where it stands now.
        private IEnumerable<IReadOnlyList<string>> InOrder(Dictionary<string, IReadOnlyList<string>> left)
        {
            List<string> Common(Dictionary<string, IReadOnlyList<string>> rows) => [.. rows.Keys.Where(k => was.ContainsKey(k) && then.ContainsKey(k) && now.ContainsKey(k))];
            var (wasOrder, thenOrder, nowOrder) = (Common(was), Common(then), Common(now));
            var isReordered = !wasOrder.SequenceEqual(thenOrder, StringComparer.Ordinal);
            var isReorderedSince = !thenOrder.SequenceEqual(nowOrder, StringComparer.Ordinal);
            if (isReordered && isReorderedSince)
            {
                later.Add(new(register, LaterChangeKind.Order, "The order of the rows", null, "", ""));
            }

            var order = (isReorderedSince ? now.Keys : was.Keys).Where(left.ContainsKey).ToList();
            Insert(order, isReorderedSince ? was.Keys : now.Keys, left);
            return order.Select(k => left[k]);
        }

        // Each of the others after the one that it stands after.
        private static void Insert(List<string> order, IEnumerable<string> others, Dictionary<string, IReadOnlyList<string>> left)
        {
            var there = order.ToHashSet(StringComparer.Ordinal);
            string? above = null;
            foreach (var key in others.Where(left.ContainsKey))
            {
                if (there.Add(key))
                {
                    order.Insert(above is null ? 0 : order.IndexOf(above) + 1, key);
                }

                above = key;
            }
        }

        private static Dictionary<string, IReadOnlyList<string>> ByKey(RegisterDefinition register, IEnumerable<IReadOnlyList<string>> rows)
        {
            var byKey = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var cells in rows)
            {
                byKey[RowKeys.Of(register, cells)] = cells;
            }

            return byKey;
        }
    }
}
