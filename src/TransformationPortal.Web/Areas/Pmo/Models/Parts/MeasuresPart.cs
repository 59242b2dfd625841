using TransformationPortal.Core;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>The statistics of a quarter that are entered by hand, each with its source.</summary>
public sealed class MeasuresPart(ProgrammeState state) : QuarterPart
{
    private const string Label = "Label";
    private const string Value = "Value";
    private const string Caption = "Caption";
    private const string Source = "Source";
    private const string LinkText = "LinkText";
    private const string Document = "Document";

    public override string Address => QuarterParts.Measures;

    public override string Key => QuarterParts.Measures;

    public override string Title => "Measures entered by hand";

    public override string Intro => "Statistics that the programme’s own data do not hold, each with where it comes from. Members see them as tiles.";

    public override string RowName => "Measure";

    public override IReadOnlyList<PartField> Fields { get; } =
    [
        new(Label, "What is measured", PartFieldKind.Line, Lengths.Name, IsRequired: true),
        new(Value, "Value", PartFieldKind.Number, 20, IsRequired: true),
        new(Caption, "Caption (optional)", PartFieldKind.Line, Lengths.Name) { Hint = "For instance when it was counted." },
        new(Source, "Source", PartFieldKind.Line, Lengths.Sentence, IsRequired: true),
        new(LinkText, "Words of its link (optional)", PartFieldKind.Line, Lengths.Name),
        new(Document, "Document it leads to (optional)", PartFieldKind.Choice, Lengths.Key) { Options = [.. state.Documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => (d.Key, d.Title))] },
    ];

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) =>
        [.. texts.Story.Measures.Select(m => PartRow.Of((Label, m.Label), (Value, MoneyFormat.Count(m.Value)), (Caption, m.Caption), (Source, m.Source), (LinkText, m.LinkText), (Document, m.Document)))];

    public override IEnumerable<PartProblem> Check(IReadOnlyList<PartRow> rows) => rows.Select((row, i) => (row, i))
        .Where(r => r.row.Find(Label) is { } label && rows.Take(r.i).Any(o => o[Label].Trim().Equals(label.Trim(), StringComparison.OrdinalIgnoreCase)))
        .Select(r => new PartProblem(FieldId(Label, r.i), $"“{r.row[Label].Trim()}” is measured twice. Give each measure a name of its own."));

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        store.SaveMeasuresAsync(quarter, revision, by,
            [.. rows.Select(r => new Measure(r[Label].Trim(), Number(r[Value]).Value ?? 0, r.Find(Caption)?.Trim(), r[Source].Trim(), r.Find(LinkText)?.Trim(), r.Find(Document)))], cancellationToken);
}
