using TransformationPortal.Core.Reports;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <summary>A field that two people changed: what the other left there, and what was typed here.</summary>
/// <param name="Theirs">The text of the field as it is now; empty where it was emptied or its row taken out.</param>
/// <param name="Mine">The text that would have been saved.</param>
public sealed record ContestedField(string Field, string Label, string Theirs, string Mine);

/// <summary>
/// A section that somebody else changed while it was being filled in, put together field by field. What only one of the two
/// changed is taken from that one; where both did, a person has to choose.
/// </summary>
/// <param name="Form">The section put together, with what was typed here wherever both changed a field.</param>
/// <param name="Theirs">The section as it is now.</param>
public sealed record SectionMerge(SectionForm Form, SectionForm Theirs, IReadOnlyList<ContestedField> Contested)
{
    /// <param name="typed">What was typed.</param>
    /// <param name="mine">What would have been saved of it.</param>
    /// <param name="theirs">What the report holds now.</param>
    /// <param name="since">What others did since the revision that was seen, the oldest first.</param>
    public static SectionMerge Of(SectionForm typed, ReportContent mine, ReportContent theirs, IReadOnlyList<ReportEvent> since)
    {
        var now = SectionForm.Of(typed.Section, theirs);
        var (yours, current) = (Shown(typed.Section, mine), Shown(typed.Section, theirs));
        var seen = new Dictionary<string, ReportChange>(StringComparer.Ordinal);
        foreach (var change in since.SelectMany(e => e.Changes).Where(c => c.Section == typed.Section))
        {
            seen.TryAdd(change.Field, change);
        }

        var taken = new Dictionary<string, string?>(StringComparer.Ordinal);
        var contested = new List<ContestedField>();
        foreach (var (field, first) in seen)
        {
            var (own, other) = (yours.GetValueOrDefault(field), current.GetValueOrDefault(field));
            if (own == other)
            {
                continue;
            }

            if (own == first.From)
            {
                taken[field] = now.Texts.TryGetValue(field, out var text) ? text : null;
            }
            else
            {
                contested.Add(new(field, first.Label, now[field], typed[field]));
            }
        }

        return new(typed.With(taken), now, contested);
    }

    /// <summary>The section with their text in the fields that are to be theirs.</summary>
    public SectionForm Choose(Func<string, bool> isTheirs) => Form.With(Contested.Where(c => isTheirs(c.Field))
        .Select(c => KeyValuePair.Create(c.Field, Theirs.Texts.TryGetValue(c.Field, out var text) ? text : null)));

    private static Dictionary<string, string?> Shown(ReportSection section, ReportContent content) =>
        ReportChanges.Between(section, ReportContent.Empty, content).ToDictionary(c => c.Field, c => c.To, StringComparer.Ordinal);
}
