using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Reports;
using TransformationPortal.Data.Entities;
using TransformationPortal.Data.Quarters;

namespace TransformationPortal.Web.Areas.Pmo.Models.Parts;

/// <summary>The achievements of a quarter, or the focus for the next.</summary>
public sealed class ItemsPart(StoryKind kind, ProgrammeState state, QuarterStory story) : QuarterPart
{
    private const string Text = "Text";
    private const string Link = "Link";

    public override string Address => Key;

    public override string Key => QuarterParts.Of(kind);

    public override string Title => kind == StoryKind.Achievement ? "Key achievements" : "Focus for next quarter";

    public override string Intro => kind == StoryKind.Achievement
        ? "What was achieved in the quarter, one line each, in the order in which members read them."
        : "What the programme turns to next, one line each, in the order in which members read them.";

    public override string RowName => kind == StoryKind.Achievement ? "Achievement" : "Focus";

    public override IReadOnlyList<PartField> Fields { get; } =
    [
        new(Text, "Text", PartFieldKind.Prose, Lengths.Text, IsRequired: true),
        new(Link, "Leads to (optional)", PartFieldKind.Choice, Lengths.Name)
        {
            Options =
            [
                .. story.Spotlights.Select(s => ($"spotlight:{s.Project}", $"Spotlight on {s.Project}")),
                .. state.Documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => ($"document:{d.Key}", $"Document: {d.Title}")),
                .. state.Projects.OrderBy(p => p.Code, Core.CodeOrder.Instance).Select(p => ($"project:{p.Code}", $"Project {p.Code} {p.Name}")),
            ],
        },
    ];

    public override IReadOnlyList<PartRow> Load(QuarterTexts texts) =>
        [.. texts.Story.Items.Where(i => i.Kind == kind).OrderBy(i => i.Order).Select(i => PartRow.Of((Text, i.Text), (Link, i.Link)))];

    public override Task<PartOutcome> SaveAsync(QuarterStore store, Quarter quarter, int revision, Person by, IReadOnlyList<PartRow> rows, CancellationToken cancellationToken) =>
        store.SaveItemsAsync(quarter, kind, revision, by, [.. rows.Select(r => (r[Text].Trim(), r.Find(Link)))], cancellationToken);
}
