using System.Globalization;
using System.Text.RegularExpressions;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <summary>
/// The form of one section as texts, named as <see cref="ReportFields"/> names its fields. It holds whatever was typed, so
/// that what cannot be read, or cannot be saved, is shown again as it was.
/// </summary>
public sealed partial class SectionForm
{
    private readonly Dictionary<string, string> texts;

    internal SectionForm(ReportSection section, Dictionary<string, string> texts)
    {
        Section = section;
        this.texts = texts;
    }

    public ReportSection Section { get; }

    /// <summary>Every field with its text, in the order of the form.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>What was posted for a section; names that belong to no field of it are left out.</summary>
    public static SectionForm Posted(ReportSection section, IFormCollection form) => new(
        section,
        form.Where(p => ReportFields.SectionOf(p.Key) == section).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal));

    /// <summary>What stands in a field; empty where nothing does.</summary>
    public string this[string field] => texts.GetValueOrDefault(field, "");

    /// <summary>The keys of the rows of a list such as <c>Milestones</c>, in the order of the form.</summary>
    public IReadOnlyList<string> Keys(string list) => [.. texts.Keys.Select(k => RowField().Match(k))
        .Where(m => m.Success && m.Groups["list"].Value == list).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a row was put on the page empty and its key is not yet in the report.</summary>
    public bool IsNew(string list, string key) => this[RowName(list, key, "New")].Length > 0;

    /// <summary>Whether a row is to be taken out.</summary>
    public bool IsRemoved(string list, string key) => this[RowName(list, key, "Remove")].Length > 0;

    /// <summary>This form with empty rows at the end of a list, each under the next key.</summary>
    /// <param name="more">Texts that the new rows begin with, by part.</param>
    public SectionForm WithRows(string list, string project, int count, ReportContent stored, params IReadOnlyList<(string Part, string Text)> more)
    {
        var copy = new Dictionary<string, string>(texts, StringComparer.Ordinal);
        var prefix = ReportParts.List(list).Prefix(project);
        var last = Keys(list).Concat(Of(Section, stored).Keys(list)).Select(k => Number(k, prefix)).DefaultIfEmpty(0).Max();
        for (var i = 0; i < count; i++)
        {
            var key = prefix + (++last).ToString(CultureInfo.InvariantCulture);
            copy[RowName(list, key, "New")] = "1";
            foreach (var (part, text) in more)
            {
                copy[RowName(list, key, part)] = text;
            }
        }

        return new(Section, copy);
    }

    /// <summary>This form with a few empty rows to fill in, so that rows can be added without asking for them first.</summary>
    public SectionForm WithEmptyRows(string project, ReportContent stored) => Section switch
    {
        ReportSection.Ratings => Enum.GetNames<RagAspect>().Except(Keys(PathToGreenStep.List.Name).Select(k => this[RowName(PathToGreenStep.List.Name, k, "Aspect")]), StringComparer.Ordinal)
            .Aggregate(this, (form, aspect) => form.WithRows(PathToGreenStep.List.Name, project, 1, stored, ("Aspect", aspect))),
        ReportSection.Milestones => WithRows(MilestoneEntry.List.Name, project, 2, stored),
        _ => ReportParts.ListsOf(Section).Aggregate(this, (form, list) => form.WithRows(list.Name, project, 1, stored)),
    };

    /// <summary>This form with other texts in some fields; nothing takes a field out.</summary>
    public SectionForm With(IEnumerable<KeyValuePair<string, string?>> others)
    {
        var copy = new Dictionary<string, string>(texts, StringComparer.Ordinal);
        foreach (var (field, text) in others)
        {
            if (text is null)
            {
                copy.Remove(field);
            }
            else
            {
                copy[field] = text;
            }
        }

        return new(Section, copy);
    }

    /// <summary>This form with some fields as they stand in the report.</summary>
    public SectionForm WithStored(IEnumerable<string> fields, SectionForm stored) =>
        With(fields.Select(f => KeyValuePair.Create(f, stored.texts.GetValueOrDefault(f))));

    /// <summary>This form with new rows under other keys, where the report meanwhile has rows of somebody else under theirs.</summary>
    public SectionForm WithoutClashes(SectionForm theirs, string project)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in ReportParts.ListsOf(Section).Select(l => l.Name))
        {
            var prefix = ReportParts.List(list).Prefix(project);
            var last = Keys(list).Concat(theirs.Keys(list)).Select(k => Number(k, prefix)).DefaultIfEmpty(0).Max();
            foreach (var key in Keys(list).Where(k => IsNew(list, k) && theirs.Keys(list).Contains(k, StringComparer.Ordinal)))
            {
                renamed[$"{list}[{key}]"] = $"{list}[{prefix}{(++last).ToString(CultureInfo.InvariantCulture)}]";
            }
        }

        return renamed.Count == 0 ? this : new(Section, texts.ToDictionary(
            p => p.Key.IndexOf("].", StringComparison.Ordinal) is > 0 and var end && renamed.TryGetValue(p.Key[..(end + 1)], out var other) ? other + p.Key[(end + 1)..] : p.Key,
            p => p.Value,
            StringComparer.Ordinal));
    }

    internal static string RowName(string list, string key, string part) => $"{list}[{key}].{part}";

    private static int Number(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < int.MaxValue / 2 ? number : 0;

    [GeneratedRegex(@"^(?<list>[A-Za-z]+)\[(?<key>[A-Za-z0-9._-]{1,40})\]\.[A-Za-z]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowField();
}
