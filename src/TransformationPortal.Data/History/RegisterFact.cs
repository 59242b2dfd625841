using System.Text.Json;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Data.Entities;

namespace TransformationPortal.Data.History;

/// <summary>A change of a register with its two times.</summary>
/// <param name="Row">The row as people name it.</param>
/// <param name="Key">What tells the row from the others; empty where the order of rows changed.</param>
/// <param name="Column">The column's name; nothing where the row came, went or came back.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Cells">Those of a row that came, went or came back; of another order, the keys in the order before.</param>
/// <param name="Place">Where among the rows one stood that was taken out, from 0.</param>
internal sealed record RegisterFact(
    string Register, string Row, string Key, RegisterAction Action, string? Column, string? From, string? To, HoldsFrom HoldsFrom, DateTime RecordedAt,
    IReadOnlyList<string>? Cells, int Place)
{
    public bool IsOrder => Key.Length == 0;

    /// <summary>Whether the row was there after it.</summary>
    public bool IsThere => Action is not (RegisterAction.Removed or RegisterAction.Retired);

    public static RegisterFact Of(RegisterHistoryEntity stored, FormerGroupingNames names) => new(
        stored.Register, stored.Row, names.Now(stored.Register, stored.Row) is { } now ? RowKey.Of(now) : stored.RowKey!, stored.Action, stored.Column, stored.From, stored.To,
        new HoldsFrom(stored.HoldsFrom), stored.At, stored.Cells is null ? null : JsonSerializer.Deserialize<List<string>>(stored.Cells), stored.Place ?? 0);
}
