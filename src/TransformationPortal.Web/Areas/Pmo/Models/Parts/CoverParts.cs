using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>A part of the covering report: what was written for the quarter, else for the last one before it.</summary>
/// <param name="section">What it is kept under.</param>
public abstract class CoverPart(string section) : QuarterPart
{
    public override string Address => "cover/" + section[CoveringReport.Prefix.Length..];

    public override string Key => QuarterParts.Annex(section);

    public override string? Clear => "Go back to what stood before";

    /// <summary>The parts in the order of the report.</summary>
    public static IReadOnlyList<CoverPart> All { get; } =
        [new CoverDetailsPart(), .. CoveringReport.Sections.Select(s => new CoverSectionPart(s)), new CoverNumberingPart()];

    /// <summary>What stands for the quarter, and for which quarter it was written; nothing where nobody wrote any.</summary>
    public AnnexEdit? Written(QuarterTexts texts) => CoveringReport.Written(texts.State.AnnexEdits, texts.Quarter).FirstOrDefault(e => e.Section == section);

    /// <summary>What there is, in a few words.</summary>
    public string Standing(QuarterTexts texts) => Written(texts) switch
    {
        null => Nothing,
        { } edit when edit.Quarter == texts.Quarter => "Written",
        { } edit => $"As in {edit.Quarter}",
    };

    protected virtual string Nothing => "Left out: nothing is written";

    protected Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IEnumerable<string> paragraphs, CancellationToken cancellationToken) =>
        store.SaveAnnexAsync(quarter, section, revision, by, [.. paragraphs], cancellationToken);
}

/// <summary>The lines at the head of the covering report.</summary>
public sealed class CoverDetailsPart() : CoverPart(CoveringReport.Details)
{
    private const string Name = "Name";
    private const string Text = "Text";

    public override string Title => "Covering report: who it goes to, and from whom";

    public override string Intro => "The lines at the head of the report. Change their names to those that your committee uses. A line without a text is left out.";

    public override string RowName => "Line";

    public override IReadOnlyList<PartField> Fields { get; } =
    [
        new(Name, "Name", PartFieldKind.Line, 60, IsRequired: true),
        new(Text, "Text", PartFieldKind.Line, Lengths.Name),
    ];

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) => Written(texts) is { } edit
        ? [.. edit.Paragraphs.Select(CoveringReport.Detail).Select(d => PartRow.Of((Name, d.Name), (Text, d.Text)))]
        : [.. CoveringReport.DetailNames.Select(n => PartRow.Of((Name, n)))];

    public override IEnumerable<PartProblem> Check(IReadOnlyList<PartRow> rows) => rows.Select((row, i) => (row, i))
        .Where(r => r.row[Name].Contains(':', StringComparison.Ordinal))
        .Select(r => new PartProblem(FieldId(Name, r.i), $"Name: “{r.row[Name].Trim()}” may hold no colon; the paper puts one after it."));

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        SaveAsync(store, quarter, revision, by, rows.Where(r => r[Text].Trim().Length > 0).Select(r => CoveringReport.Detail(r[Name].Trim(), r[Text].Trim())), cancellationToken);
}

/// <summary>A section of the covering report, in paragraphs.</summary>
public sealed class CoverSectionPart(CoverSection section) : CoverPart(section.Key)
{
    private const string Text = "Text";

    public override string Title => $"Covering report: {section.Title}";

    public override string Intro => section.Hint + (section.HasDefault
        ? " As long as nothing is written here, the portal writes it from the data."
        : " As long as nothing is written here, the report has no such section.")
        + " What you write stands for later quarters too, until you write something else.";

    public override string RowName => section.Key == CoveringReport.Recommendations ? "Recommendation" : "Paragraph";

    public override IReadOnlyList<PartField> Fields { get; } = [new(Text, "Text", PartFieldKind.Prose, Lengths.Text, IsRequired: true)];

    protected override string Nothing => section.HasDefault ? "The portal’s words" : base.Nothing;

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) => [.. (Written(texts)?.Paragraphs ?? []).Select(p => PartRow.Of((Text, p)))];

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        SaveAsync(store, quarter, revision, by, rows.Select(r => r[Text].Trim()), cancellationToken);
}

/// <summary>Whether paragraphs are numbered through the report and its annexes.</summary>
public sealed class CoverNumberingPart() : CoverPart(CoveringReport.Numbering)
{
    private const string How = "How";
    private const string Anew = "anew";

    public override string Title => "Covering report: numbers of paragraphs";

    public override string Intro => "How paragraphs are numbered in the quarterly report.";

    public override IReadOnlyList<PartField> Fields { get; } =
    [
        new(How, "Numbers", PartFieldKind.Choice, 20, IsRequired: true)
            { Options = [(Anew, "Begin with 1 in the covering report and in each annex"), (CoveringReport.RunsOn, "Run on through the covering report and its annexes")] },
    ];

    protected override string Nothing => "Begin with 1 in each part";

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) => [PartRow.Of((How, Written(texts)?.Paragraphs is [var how] ? how : Anew))];

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        SaveAsync(store, quarter, revision, by, rows.Select(r => r[How]), cancellationToken);
}
