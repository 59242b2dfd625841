using System.Globalization;
using System.Text.Json.Nodes;
using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Comparisons;

/// <summary>A value that a row holds differently in two editions.</summary>
/// <param name="Path">Where it stands in its row: <c>summary</c>, or <c>ratings</c>, <c>Overall</c>, <c>reason</c>.</param>
/// <param name="Before">As it is written in the earlier edition; nothing where it was not there.</param>
/// <param name="After">As it is written in the later.</param>
internal sealed record FieldDifference(IReadOnlyList<string> Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>The path's step for the order of rows that are otherwise the same.</summary>
    public const string Order = "order of its rows";

    public string Field => Path[0];
}

/// <summary>A row that two editions hold differently.</summary>
/// <param name="Member">The list that it stands in: <c>risks</c>, <c>story.items</c>.</param>
/// <param name="Key">What makes it the same row in both; empty for what is no list.</param>
/// <param name="Place">0, or 1 for the second row of that key, and so on.</param>
/// <param name="Before">The row in the earlier edition; nothing where it is new.</param>
/// <param name="After">The row in the later edition; nothing where it is there no more.</param>
/// <param name="Fields">What differs in it; none where it came or went.</param>
internal sealed record RowDifference(
    string Member, string Key, int Place, JsonObject? Before, JsonObject? After, IReadOnlyList<FieldDifference> Fields)
{
    public JsonObject Row => (After ?? Before)!;

    public bool CameOrWent => Before is null || After is null;
}

/// <summary>
/// Whatever differs between two editions, row by row and value by value, as they are written: nothing that an edition can hold
/// is left out, since nothing here says which members there are.
/// </summary>
internal static class RowDifferences
{
    // Between the values of a key, and between the steps of a path.
    private const char Between = '\u001F';
    private const char Step = '\u001E';
    private const char Second = '\u001D';

    // What tells editions apart that say the same; and notes, which are signed for findings that were answered one by one.
    private static readonly string[] Apart =
        ["schemaVersion", "quarter", "asAt", "number", "notice", "reconciliationNotes", "recordedLater"];

    // What makes a row the same row. Where a list is not named here, its first value does.
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["reprofiles"] = ["decision", "line", "fromYear", "label"],
        ["milestones"] = ["project", "title"],
        ["dependencies"] = ["project", "needs", "what"],
        ["benefits"] = ["project", "text"],
        ["meetings"] = ["body", "date"],
        ["plan"] = ["name", "stage"],
        ["reorganisations"] = ["grouping", "kind", "on", "from", "to"],
        ["story.items"] = ["kind", "order"],
        ["amounts"] = ["kind", "year", "month", "confidence", "decision", "pending"],
    };

    /// <summary>The differences, list by list in the order of the edition.</summary>
    public static IReadOnlyList<RowDifference> Find(Edition from, Edition to)
    {
        var (before, after) = (Lists(from), Lists(to));
        return [.. after.Keys.Union(before.Keys).SelectMany(member => InList(member, before.GetValueOrDefault(member) ?? [], after.GetValueOrDefault(member) ?? []))];
    }

    /// <summary>The key of an amount of a savings line or cost line, as <see cref="FieldDifference.Path"/> has it.</summary>
    public static string AmountKey(params ReadOnlySpan<string?> values) => string.Join(Between, values);

    /// <summary>The key of a row within a row, without its place among those of the same key.</summary>
    public static string WithoutPlace(string key) => key.Split(Second)[0];

    /// <summary>The values of a row, by their paths.</summary>
    public static IEnumerable<(IReadOnlyList<string> Path, JsonNode Value)> Values(JsonObject row) =>
        Leaves(row).Where(l => !l.Key.EndsWith(Step + FieldDifference.Order, StringComparison.Ordinal))
            .Select(l => ((IReadOnlyList<string>)l.Key.Split(Step), l.Value));

    /// <summary>A key as it can be read: its values one after the other.</summary>
    public static string InWords(string key) => string.Join(' ', key.Split([Between, Second], StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, List<JsonObject>> Lists(Edition edition)
    {
        var lists = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        foreach (var (name, node) in JsonNode.Parse(EditionJson.Write(edition))!.AsObject().ToList())
        {
            if (Apart.Contains(name) || node is null)
            {
                continue;
            }

            if (name != "story")
            {
                lists[name] = node is JsonArray rows ? [.. rows.Select(AsRow)] : [AsRow(node)];
                continue;
            }

            foreach (var (part, rows) in node.AsObject().Where(p => p.Key != "quarter"))
            {
                lists[$"story.{part}"] = rows is JsonArray some ? [.. some.Select(AsRow)] : [AsRow(rows)];
            }
        }

        return lists;
    }

    private static JsonObject AsRow(JsonNode? node) => node as JsonObject ?? new JsonObject { ["value"] = node?.DeepClone() };

    private static IEnumerable<RowDifference> InList(string member, List<JsonObject> from, List<JsonObject> to)
    {
        var isList = Keys.ContainsKey(member) || member != "programme";
        var (before, after) = (Keyed(member, from, isList), Keyed(member, to, isList));
        var found = after.Keys.Union(before.Keys).Select(key => Of(member, key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .OfType<RowDifference>().ToList();

        // Where a row came, went or has another day, the order follows from it.
        return found.Count > 0 || before.Keys.SequenceEqual(after.Keys) ? found
            : [new(member, "", 0, [], [], [new([FieldDifference.Order], Order(before.Keys.Select(k => k.Key)), Order(after.Keys.Select(k => k.Key)))])];
    }

    private static JsonValue Order(IEnumerable<string> keys) => JsonValue.Create(string.Join("; ", keys.Select(InWords)));

    private static Dictionary<(string Key, int Place), JsonObject> Keyed(string member, IEnumerable<JsonObject> rows, bool isList)
    {
        var (keyed, places) = (new Dictionary<(string, int), JsonObject>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var key = !isList ? "" : Keys.TryGetValue(member, out var names)
                ? string.Join(Between, names.Select(n => row[n]?.ToString()))
                : row.FirstOrDefault().Value?.ToString() ?? "";
            places[key] = places.TryGetValue(key, out var place) ? place + 1 : 0;
            keyed[(key, places[key])] = row;
        }

        return keyed;
    }

    private static RowDifference? Of(string member, (string Key, int Place) key, JsonObject? before, JsonObject? after)
    {
        if (before is null || after is null)
        {
            return new(member, key.Key, key.Place, before, after, []);
        }

        if (JsonNode.DeepEquals(before, after))
        {
            return null;
        }

        var (was, now) = (Leaves(before), Leaves(after));
        var fields = was.Keys.Union(now.Keys).Where(path => !JsonNode.DeepEquals(was.GetValueOrDefault(path), now.GetValueOrDefault(path)))
            .Select(path => new FieldDifference(path.Split(Step), was.GetValueOrDefault(path), now.GetValueOrDefault(path))).ToList();

        // The order of a list within the row says something only where nothing else in that list differs.
        fields = [.. fields.Where(f => f.Path[^1] != FieldDifference.Order || f.Path.Count == 1 || fields.Count(g => g.Field == f.Field) == 1)];
        return new(member, key.Key, key.Place, before, after, fields);
    }

    private static Dictionary<string, JsonNode> Leaves(JsonObject row)
    {
        var leaves = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (name, node) in row)
        {
            Add(name, name, node);
        }

        return leaves;

        // A paragraph is one text, whatever stretches it is written in.
        void Add(string path, string name, JsonNode? node)
        {
            switch (node)
            {
                case JsonObject some when !some.ContainsKey("runs"):
                    foreach (var (inner, value) in some)
                    {
                        Add(path + Step + inner, inner, value);
                    }

                    break;
                case JsonArray rows when rows.Count > 0 && rows.All(r => r is JsonObject):
                    var isText = rows[0]!.AsObject().ContainsKey("runs");
                    var keyed = isText ? rows.Select((r, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), Row: r!.AsObject()))
                        : Keyed(name, rows.Select(r => r!.AsObject()), isList: true).Select(r => (r.Key.Place == 0 ? r.Key.Key : string.Create(CultureInfo.InvariantCulture, $"{r.Key.Key}{Second}{r.Key.Place + 1}"), r.Value));
                    var inOrder = keyed.ToList();
                    foreach (var (key, value) in inOrder)
                    {
                        Add(path + Step + key, key, value);
                    }

                    leaves[path + Step + FieldDifference.Order] = Order(inOrder.Select(k => k.Item1));
                    break;
                case not null:
                    leaves[path] = node;
                    break;
            }
        }
    }
}
