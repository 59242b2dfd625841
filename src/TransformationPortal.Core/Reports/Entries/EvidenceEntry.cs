namespace TransformationPortal.Core.Reports;

/// <summary>A document or an address that shows what the report says of something.</summary>
/// <param name="About">What it shows: a rating, what a line delivered for a year, or a milestone, as <c>ReportFields.Shown</c> names it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where it is read; <c>https</c> only.</param>
/// <param name="Document">Key of the document that is kept with the report.</param>
public sealed record EvidenceEntry(string? Key, string? About, string? Title, string? Address, string? Document)
{
    public static EntryList<EvidenceEntry> List { get; } = new("Evidence", ReportSection.Evidence)
    {
        KeyPrefix = _ => "E",
        Get = content => content.Evidence,
        With = (content, rows) => content with { Evidence = rows },
        Key = e => e.Key,
        WithKey = (e, key) => e with { Key = key },
        Empty = key => new(key, null, null, null, null),
        Named = (e, _) => $"Evidence {e.Key}",
        Fields =
        [
            new EntryText<EvidenceEntry>(nameof(About), "what it shows", e => e.About, (e, v) => e with { About = v })
            {
                Words = Reports.Evidence.Label,
                SaysNothingAlone = true,
            },
            new EntryText<EvidenceEntry>(nameof(Title), "title", e => e.Title, (e, v) => e with { Title = v }),
            new EntryText<EvidenceEntry>(nameof(Address), "address", e => e.Address, (e, v) => e with { Address = v }),
            new EntryText<EvidenceEntry>(nameof(Document), "document", e => e.Document, (e, v) => e with { Document = v }),
        ],
    };
}
