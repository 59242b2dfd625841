namespace TransformationPortal.Core.Reports;

/// <summary>A field of a report that is not as it was.</summary>
/// <param name="Field">As <see cref="ReportFields"/> names it.</param>
/// <param name="Label">The field in words: <c>Reason of the cost rating</c>.</param>
/// <param name="From">What stood there, as readers meet it; nothing where the field was empty.</param>
/// <param name="To">What stands there; nothing where it is now empty.</param>
public sealed record ReportChange(ReportSection Section, string Field, string Label, string? From, string? To);

/// <summary>What differs between two contents of a report, field by field: since last month, in a save, between two editors.</summary>
public static class ReportChanges
{
    /// <summary>The differences in the order of the form; none when, and only when, both hold the same.</summary>
    public static IReadOnlyList<ReportChange> Between(ReportContent before, ReportContent after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var (old, now) = (Index(before), Index(after));
        var changes = new List<(ReportFact Fact, ReportChange Change)>();
        foreach (var (field, fact) in now)
        {
            var from = old.GetValueOrDefault(field)?.Text;
            if (from != fact.Text)
            {
                changes.Add((fact, new(fact.Section, field, fact.Label, from, fact.Text)));
            }
        }

        changes.AddRange(old.Where(p => !now.ContainsKey(p.Key)).Select(p => (p.Value, new ReportChange(p.Value.Section, p.Key, p.Value.Label, p.Value.Text, null))));
        return [.. changes.OrderBy(c => c.Change.Section).Select(c => c.Change)];
    }

    /// <summary>The differences within one section.</summary>
    public static IReadOnlyList<ReportChange> Between(ReportSection section, ReportContent before, ReportContent after) =>
        [.. Between(before, after).Where(c => c.Section == section)];

    // A wrong draft may hold a field twice; its second value is then told from the first by its place.
    private static Dictionary<string, ReportFact> Index(ReportContent content)
    {
        var facts = new Dictionary<string, ReportFact>(StringComparer.Ordinal);
        foreach (var fact in ReportFact.Of(content))
        {
            var field = fact.Field;
            for (var again = 2; !facts.TryAdd(field, fact with { Field = field }); again++)
            {
                field = FormattableString.Invariant($"{fact.Field}({again})");
            }
        }

        return facts;
    }
}
