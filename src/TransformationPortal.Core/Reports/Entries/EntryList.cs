using System.Globalization;

namespace TransformationPortal.Core.Reports;

/// <summary>
/// A list of a report whose rows people add and take out. A row carries a key that is unique in its list and stays with the
/// row from month to month; one that comes without is given one when it is saved.
/// </summary>
/// <param name="name">The property of <see cref="ReportContent"/>, which its rows' fields are named after.</param>
public abstract class EntryList(string name, ReportSection section) : ReportPart(name, section)
{
    /// <summary>What the key of a new row begins with.</summary>
    /// <param name="project">References of risks carry it, so that no two projects share one.</param>
    public abstract string Prefix(string project);

    /// <summary>A field of a row, as <see cref="ReportFields"/> names it: <c>Risks[R5].Impact</c>.</summary>
    public string Field(string? key, string part) => $"{Name}[{key}].{part}";
}

/// <inheritdoc cref="EntryList"/>
/// <typeparam name="TEntry">What a row says.</typeparam>
public sealed class EntryList<TEntry>(string name, ReportSection section) : EntryList(name, section)
    where TEntry : class
{
    public required Func<ReportContent, IReadOnlyList<TEntry>> Get { get; init; }

    public required Func<ReportContent, IReadOnlyList<TEntry>, ReportContent> With { get; init; }

    /// <summary>In the order of the form.</summary>
    public required IReadOnlyList<EntryField<TEntry>> Fields { get; init; }

    public required Func<TEntry, string?> Key { get; init; }

    public required Func<TEntry, string, TEntry> WithKey { get; init; }

    /// <summary>A row in which nothing is entered yet.</summary>
    public required Func<string, TEntry> Empty { get; init; }

    /// <summary>How a row is called in the history: <c>Risk R5</c>.</summary>
    public required Func<TEntry, ReportContent, string> Named { get; init; }

    /// <summary>The order of rows in a report that has been saved; rows that are alike in it stand by their keys.</summary>
    public Func<IEnumerable<TEntry>, IOrderedEnumerable<TEntry>> Order { get; init; } = rows => rows.OrderBy(_ => 0);

    public required Func<string, string> KeyPrefix { get; init; }

    public override string Prefix(string project) => KeyPrefix(project);

    public override IEnumerable<(string Field, string? Text)> Typed(ReportContent content) =>
        from row in Get(content) from field in Fields select (Field(Key(row), field.Name), field.Typed(row));

    public override ReportContent Read(ReportContent content, ReportInput input, Func<string, IEnumerable<string>> keys, Func<string, string> text) =>
        With(content, [.. keys(Name).Select(key => Row(input, key, text)).OfType<TEntry>()]);

    public override ReportContent Take(ReportContent content, ReportContent other) => With(content, Get(other));

    internal override IEnumerable<ReportFact> Facts(ReportContent content) =>
        from row in Get(content)
        let named = Named(row, content)
        from field in Fields
        let told = field.Told(row, content)
        where !string.IsNullOrEmpty(told)
        select new ReportFact(Section, Field(Key(row), field.Name), $"{named}: {field.Label}", told);

    internal override ReportContent Tidy(ReportContent content, ReportContent stored, string project)
    {
        var (rows, prefix) = (Get(content), Prefix(project));
        var last = rows.Concat(Get(stored)).Select(r => Number(Key(r), prefix)).DefaultIfEmpty(0).Max();
        List<TEntry> kept =
        [
            .. rows.Select(Cleaned).Where(r => !Fields.All(f => f.IsEmpty(r)))
                .Select(r => ReportTidying.Clean(Key(r)) is { } own && IsKey(own)
                    ? WithKey(r, own)
                    : WithKey(r, string.Create(CultureInfo.InvariantCulture, $"{prefix}{++last}"))),
        ];
        return With(content, [.. Order(kept).ThenBy(Key, CodeOrder.Instance)]);
    }

    private TEntry? Row(ReportInput input, string key, Func<string, string> text) => Fields.Aggregate((TEntry?)Empty(key), (row, field) =>
    {
        var place = Field(key, field.Name);
        var read = field.Read(row ?? Empty(key), input, place, text(place));
        return row is null ? null : read;
    });

    private TEntry Cleaned(TEntry row) => Fields.Aggregate(row, (r, field) => field.Cleaned(r, ReportTidying.Clean));

    // What a page did not make itself is no key: it would become part of the names of fields.
    private static bool IsKey(string text) => text.Length <= ReportLimits.Key && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    private static int Number(string? key, string prefix) =>
        key is not null && key.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2
            ? number
            : 0;
}
