using System.Text.Json;

namespace TransformationPortal.Core.Notices;

/// <summary>A line of a list that a notice brings, with where it leads inside the portal.</summary>
public sealed record NoticeItem(string Text, string Address);

/// <summary>The list that a notice brings, as it is stored.</summary>
public static class NoticeItems
{
    public static string? Write(IReadOnlyList<NoticeItem> items) => items.Count == 0 ? null : JsonSerializer.Serialize(items);

    public static IReadOnlyList<NoticeItem> Read(string? stored) => stored is null ? [] : JsonSerializer.Deserialize<List<NoticeItem>>(stored) ?? [];
}
