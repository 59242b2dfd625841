using System.Text.RegularExpressions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>The documents that readers are pointed to.</summary>
public sealed partial class DocumentsPart : QuarterPart
{
    private const string Name = "Key";
    private const string Heading = "Title";
    private const string Kind = "Kind";
    private const string Note = "Note";

    public override string Address => QuarterParts.Documents;

    public override string Key => QuarterParts.Documents;

    public override string Title => "Documents";

    public override string Intro => "The documents that readers are pointed to. They are the same in every quarter that is yet to be published.";

    public override string RowName => "Document";

    public override IReadOnlyList<PartField> Fields { get; } =
    [
        new(Name, "Short name", PartFieldKind.Line, Lengths.Key, IsRequired: true) { Hint = "Small letters, digits and hyphens, such as business-case-2018. Texts point to it by this name." },
        new(Heading, "Title", PartFieldKind.Line, Lengths.Name, IsRequired: true),
        new(Kind, "Kind", PartFieldKind.Line, Lengths.Name, IsRequired: true) { Hint = "For instance Business case, Committee report." },
        new(Note, "What it holds (optional)", PartFieldKind.Words, Lengths.Text),
    ];

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) =>
        [.. texts.State.Documents.Select(d => PartRow.Of((Name, d.Key), (Heading, d.Title), (Kind, d.Kind), (Note, d.Note)))];

    public override IEnumerable<PartProblem> Check(IReadOnlyList<PartRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var key = rows[i][Name].Trim();
            if (key.Length > 0 && !Keys().IsMatch(key))
            {
                yield return new(FieldId(Name, i), $"Short name: “{key}” may hold small letters, digits and hyphens only.");
            }
            else if (rows.Take(i).Any(r => r[Name].Trim() == key))
            {
                yield return new(FieldId(Name, i), $"Short name: “{key}” is there twice.");
            }
        }
    }

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        store.SaveDocumentsAsync(quarter, revision, by, [.. rows.Select(r => new DocumentReference(r[Name].Trim(), r[Heading].Trim(), r[Kind].Trim(), r.Find(Note)?.Trim()))], cancellationToken);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();
}
