using TransformationPortal.Registers.Update;

namespace TransformationPortal.Registers.Present;

/// <summary>What codes stand for, so that a history can say <c>TP-07 Adult social care</c> where a row or a cell holds <c>TP-07</c>.</summary>
public sealed class RowNames
{
    private readonly Dictionary<(string Register, string Code), string> titles = [];

    private RowNames()
    {
    }

    /// <summary>Knows none.</summary>
    public static RowNames None { get; } = new();

    internal static RowNames Of(KeptRows kept)
    {
        var names = new RowNames();
        foreach (var register in AllBindings.InOrder.Select(b => b.Register))
        {
            // Told apart by a code, and called by something else.
            if (register.Key is [var key] && register.Columns.ToList().FindIndex(c => c != key && c.Name is "name" or "title") is > 0 and var at)
            {
                var code = register.Columns.ToList().IndexOf(key);
                foreach (var row in kept[register])
                {
                    names.titles[(register.Name, row.Cells[code])] = row.Cells[at];
                }
            }
        }

        return names;
    }

    /// <summary>A row as its history names it: the texts of its key, in order.</summary>
    public string Row(RegisterDefinition register, string name) => name.Split(", ") is var parts && parts.Length == register.Key.Count
        ? string.Join(", ", parts.Select((part, i) => register.Key[i].Reference is { } of ? Said(of.Register, part) : register.Key.Count == 1 ? Said(register.Name, part) : part))
        : name;

    /// <summary>A cell; itself where it names no row by a code.</summary>
    public string Cell(Column column, string text) => column.Reference is { } of ? Said(of.Register, text) : text;

    private string Said(string register, string code) => titles.TryGetValue((register, code), out var title) && title.Length > 0 ? $"{code} {title}" : code;
}
