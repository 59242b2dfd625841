using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Tests.Sentences;

/// <summary>Every sentence that the portal makes from the entries of an edition, as members and committees read it.</summary>
internal static class MadeSentences
{
    public static IReadOnlyList<string> Of(Edition edition, DecisionBasis basis)
    {
        var dashboard = new Dashboard(edition, basis);
        var report = QuarterlyReport.Compose(edition, basis);
        IEnumerable<string?> sentences =
        [
            dashboard.Headline,
            .. dashboard.Tiles.SelectMany(t => new[] { t.Caption, t.Note }),
            .. dashboard.Charts.Select(c => c.Summary), .. dashboard.Charts.SelectMany(c => c.Table.Notes),
            .. dashboard.CarriedForward.Select(c => c.Sentence),
            .. report.Blocks.SelectMany(TextsOf),
        ];
        return [.. sentences.OfType<string>().Where(s => s.Length > 0).Select(s => s.Replace('\u00A0', ' '))];
    }

    private static IEnumerable<string?> TextsOf(AnnexBlock block) => block switch
    {
        AnnexBlock.Lead lead => [lead.Text.Plain],
        AnnexBlock.Paragraph paragraph => [paragraph.Text.Plain],
        AnnexBlock.Numbered numbered => [numbered.Text.Plain],
        AnnexBlock.Bullets bullets => bullets.Items.Select(i => i.Plain),
        AnnexBlock.Note note => [note.Text.Plain],
        AnnexBlock.Figures figures => figures.Table.Notes,
        AnnexBlock.Register register => register.Table.Notes.Concat(register.Table.Rows.Any() ? [] : [register.Table.WhenEmpty]),
        _ => [],
    };
}
