using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>A section of the financial annex: its numbered paragraphs, which begin as those that the portal composes.</summary>
/// <param name="draft">What the default paragraphs are composed from.</param>
public sealed class AnnexTextPart(Edition draft, string section, string title) : QuarterPart
{
    private const string Text = "Text";

    public override string Address => "annex/" + section;

    public override string Key => QuarterParts.Annex(section);

    public override string Title => $"Financial annex: {title}";

    public override string Intro => "Each row is a numbered paragraph. As long as you save nothing here, the portal composes the paragraphs from the data; once you do, yours stand for this quarter.";

    public override string RowName => "Paragraph";

    public override string Clear => "Go back to the portal’s paragraphs";

    public override IReadOnlyList<PartField> Fields { get; } = [new(Text, "Text", PartFieldKind.Prose, Lengths.Text, IsRequired: true)];

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) =>
        [.. (texts.Annex(section) ?? AnnexWording.Template(draft, section)).Select(p => PartRow.Of((Text, p)))];

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        store.SaveAnnexAsync(quarter, section, revision, by, [.. rows.Select(r => r[Text].Trim())], cancellationToken);
}
