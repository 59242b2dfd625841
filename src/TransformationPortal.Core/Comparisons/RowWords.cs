using System.Globalization;
using System.Text.Json.Nodes;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Comparisons;

/// <summary>How the rows and values of an edition are called where a reader sees that they differ.</summary>
internal static class RowWords
{
    private const string Story = "The quarter’s story";

    // What is not the list's own name in words.
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["story.items"] = Story, ["story.measures"] = Story, ["story.spotlights"] = "Spotlights",
        ["reprofiles"] = "Decisions", ["boards"] = "Governance", ["plan"] = "Programme plan", ["reorganisations"] = ReviewedChange.NamesGroup,
        ["sources"] = "Sources of targets", ["activities"] = "Core activities",
    };

    private static readonly string[] Amounts =
        ["amount", "firstTarget", "expectedLow", "expectedHigh", "plannedBenefitLow", "plannedBenefitHigh", "redundancyProvision"];

    private static readonly string[] Choices = ["phase", "outcome", "kind", "status"];

    private static readonly string[] Months = ["asAt", "month", "ratedFor"];

    /// <summary>The heading that a list's differences stand under: <c>Savings lines</c>.</summary>
    public static string Group(string member) => Groups.GetValueOrDefault(member) ?? Capital(Plain(member));

    /// <summary>What a row is called by: <c>S-02 Fewer systems</c>.</summary>
    public static string Row(RowDifference difference, Edition edition)
    {
        var row = difference.Row;
        string Of(string name) => row[name]?.ToString() ?? "";
        var words = difference.Member switch
        {
            "savingsLines" => $"{Of("ref")} {Of("title")}",
            "costLines" or "costAreas" => $"{Of("code")} {Of("name")}",
            "projects" => Of("code"),
            "reprofiles" => $"{Of("decision")}, {Of("label")}",
            "milestones" => $"{Of("project")}: {Of("title")}",
            "dependencies" => $"{Of("project")} needs {Of("needs")}: {Of("what")}",
            "benefits" or "story.spotlights" => $"{Of("project")} {edition.FindProject(Of("project"))?.Name}".Trim(),
            "documents" => Of("title"),
            "meetings" => $"{Of("body")}, {(row["date"] is { } day ? Value("date", day) : "undated")}",
            "plan" => $"{Of("name")}: {Of("stage")}",
            "story.items" => $"{Of("kind")} {Of("order")}",
            "programme" => edition.Programme.Name,
            _ => RowDifferences.InWords(difference.Key),
        };
        return difference.Place == 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{words} ({difference.Place + 1})");
    }

    /// <summary>What a value is called by within its row: <c>accountable officer</c>.</summary>
    public static string Field(string member, FieldDifference field) => (member, field.Field) switch
    {
        ("financialAnnex", _) when field.Path.Count > 1 => $"paragraph {field.Path[1]}",
        ("decisions", "body") => "taken by",
        _ => Plain(field.Field),
    };

    /// <summary>The differing values of one field, before or after; nothing where none of them was there.</summary>
    public static string? Values(IEnumerable<(IReadOnlyList<string> Path, JsonNode? Value)> values)
    {
        var told = values.Where(v => v.Value is not null).Select(v => v.Path.Count == 1 || v.Value is JsonObject
            ? (v.Path[0] == "ifAgreed" ? "If agreed: " : "") + Value(v.Path[^1], v.Value!)
            : $"{string.Join(", ", v.Path.Skip(1).Select(Step))} {Value(v.Path[^1], v.Value!)}").ToList();
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    /// <summary>All that a row says that came or went.</summary>
    public static string Whole(JsonObject row) =>
        string.Join("; ", RowDifferences.Values(row).Select(v => $"{string.Join(", ", v.Path.Select(Step))} {Value(v.Path[^1], v.Value)}"));

    private static string Step(string step) => string.Join(' ', RowDifferences.InWords(step).Split(' ').Select(w => w == "true" ? "pending" : Plain(w)));

    private static string Value(string field, JsonNode value) => value switch
    {
        JsonObject paragraph => string.Concat((paragraph["runs"] as JsonArray ?? []).Select(r => r?["text"]?.ToString())),
        JsonArray list => list.Count == 0 ? "none" : string.Join(", ", list.Select(v => v?.ToString())),
        JsonValue one when one.TryGetValue<bool>(out var yes) => yes ? "yes" : "no",
        JsonValue one when one.TryGetValue<decimal>(out var number) => Amounts.Contains(field)
            ? MoneyFormat.Format(new(number), MoneyStyle.Pounds) : number.ToString("#,0.############", CultureInfo.InvariantCulture),
        _ => Text(field, value.ToString()),
    };

    private static string Text(string field, string text) =>
        Months.Contains(field) && ReportingMonth.TryParse(text, out var month) ? month.Name
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateFormat.Long(day)
        : Choices.Contains(field) ? Capital(Plain(text)) : text;

    // isCritical: critical; RevisedTarget: revised target. What has a digit or a space is a name or a year already.
    private static string Plain(string name) => name.Any(c => !char.IsAsciiLetter(c)) ? name
        : Split(name.StartsWith("is", StringComparison.Ordinal) && name.Length > 2 && char.IsUpper(name[2]) ? name[2..] : name);

    private static string Split(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
