namespace TransformationPortal.Core.Reports;

/// <summary>A part of a report that is made of fields which are declared once: a list of entries, or one entry.</summary>
/// <param name="name">The property of <see cref="ReportContent"/>, which its fields are named after.</param>
public abstract class ReportPart(string name, ReportSection section)
{
    public string Name { get; } = name;

    public ReportSection Section { get; } = section;

    /// <summary>What a form of it holds, field by field.</summary>
    public abstract IEnumerable<(string Field, string? Text)> Typed(ReportContent content);

    /// <summary>The content with what was typed.</summary>
    /// <param name="keys">The keys of a list's rows, in the order of the form.</param>
    /// <param name="text">What stands in a field of the form.</param>
    public abstract ReportContent Read(
        ReportContent content, ReportInput input, Func<string, IEnumerable<string>> keys, Func<string, string> text);

    /// <summary>The content with this part taken from another.</summary>
    public abstract ReportContent Take(ReportContent content, ReportContent other);

    internal abstract IEnumerable<ReportFact> Facts(ReportContent content);

    /// <inheritdoc cref="ReportTidying.Tidy"/>
    internal abstract ReportContent Tidy(ReportContent content, ReportContent stored, string project);
}

/// <summary>The parts of a report that are made of fields which are declared once.</summary>
public static class ReportParts
{
    /// <summary>Every one, in the order of the form.</summary>
    public static IReadOnlyList<ReportPart> All { get; } =
    [
        PathToGreenStep.List, MilestoneEntry.List, RiskEntry.List, DependencyEntry.List, CapacityEntry.Part, DecisionSought.List,
        EvidenceEntry.List,
    ];

    public static IEnumerable<ReportPart> Of(ReportSection section) => All.Where(p => p.Section == section);

    /// <summary>The list of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static EntryList List(string name) =>
        All.OfType<EntryList>().FirstOrDefault(l => l.Name == name) ?? throw new ArgumentException($"A report has no list {name}.", nameof(name));

    /// <summary>The lists of a section; none in a section without.</summary>
    public static IEnumerable<EntryList> ListsOf(ReportSection section) => Of(section).OfType<EntryList>();
}
