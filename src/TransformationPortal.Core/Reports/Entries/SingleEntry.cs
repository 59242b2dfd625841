namespace TransformationPortal.Core.Reports;

/// <summary>An entry of which a report holds one: its fields are <c>Capacity.PostsNeeded</c>.</summary>
/// <typeparam name="TEntry">What it says.</typeparam>
public sealed class SingleEntry<TEntry>(string name, ReportSection section) : ReportPart(name, section)
    where TEntry : class
{
    /// <summary>In the order of the form.</summary>
    public required IReadOnlyList<EntryField<TEntry>> Fields { get; init; }

    public required Func<ReportContent, TEntry?> Get { get; init; }

    public required Func<ReportContent, TEntry?, ReportContent> With { get; init; }

    /// <summary>In which nothing is entered yet.</summary>
    public required TEntry Empty { get; init; }

    /// <summary>A field, as <see cref="ReportFields"/> names it.</summary>
    public string Field(string part) => $"{Name}.{part}";

    public override IEnumerable<(string Field, string? Text)> Typed(ReportContent content) =>
        Fields.Select(f => (Field(f.Name), Get(content) is { } entry ? f.Typed(entry) : null));

    public override ReportContent Read(
        ReportContent content, ReportInput input, Func<string, IEnumerable<string>> keys, Func<string, string> text) =>
        With(content, Fields.Aggregate(Empty, (entry, f) => f.Read(entry, input, Field(f.Name), text(Field(f.Name))) ?? entry));

    public override ReportContent Take(ReportContent content, ReportContent other) => With(content, Get(other));

    internal override IEnumerable<ReportFact> Facts(ReportContent content) =>
        from field in Fields
        let told = Get(content) is { } entry ? field.Told(entry, content) : null
        where !string.IsNullOrEmpty(told)
        select new ReportFact(Section, Field(field.Name), ReportWords.Capital(field.Label), told);

    internal override ReportContent Tidy(ReportContent content, ReportContent stored, string project)
    {
        var entry = Get(content) is { } typed ? Fields.Aggregate(typed, (e, f) => f.Cleaned(e, ReportTidying.Clean)) : null;
        return With(content, entry is not null && Fields.All(f => f.IsEmpty(entry)) ? null : entry);
    }
}
