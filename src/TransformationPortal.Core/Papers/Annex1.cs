using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>Annex 1: the dashboard of a quarter as a paper.</summary>
public static class Annex1
{
    public const string Title = "Annex 1: Programme dashboard";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis) =>
        new("annex-1", Title, AnnexWords.Subject(edition), [new AnnexPart(null, [.. Sections(edition, basis), AnnexWords.Notes(edition)])]);

    internal static IReadOnlyList<AnnexSection> Sections(Edition edition, DecisionBasis basis)
    {
        var dashboard = new Dashboard(edition, basis);
        return
        [
            new("The quarter in brief", [new AnnexBlock.Lead(AnnexText.Words(dashboard.Headline)), new AnnexBlock.Tiles("Headline figures", dashboard.Tiles)]),
            new("Key achievements", [Story(edition, basis, dashboard.Achievements, "No achievement is recorded for this quarter.")]),
            new("Focus for the next quarter", [Story(edition, basis, dashboard.Focus, "No focus is recorded for the next quarter.")]),
            .. Pictures(dashboard),
            new("Benefits other than savings", [.. Benefits(dashboard)]),
            .. Spotlights(dashboard, basis),
            new("Programme plan", [new AnnexBlock.Register(ProgrammeRegisters.Plan(edition))]),
            new("Critical risks", [new AnnexBlock.Register(ProgrammeRegisters.CriticalRisks(edition, dashboard.CriticalRisks))]),
            new("Dependencies that matter", [new AnnexBlock.Register(ProgrammeRegisters.DependenciesThatMatter(edition, dashboard.DependenciesThatMatter))]),
            new(PendingStatements.Title, [.. new PendingStatements(edition, basis).All.Select(t => new AnnexBlock.Paragraph(t)), .. PendingStatements.Effects(edition)]),
            new("Measures entered by hand", [new AnnexBlock.Register(ProgrammeRegisters.Measures(edition))]),
        ];
    }

    // Every chart of the dashboard, in its own order, under its topic: one that is added there is here by itself.
    private static IEnumerable<AnnexSection> Pictures(Dashboard dashboard) => dashboard.Charts.GroupBy(c => c.Topic).Select(topic => new AnnexSection(
        topic.Key.ToString(),
        [
            .. topic.Select(c => new AnnexBlock.Chart(c)),
            .. topic.Key == ChartTopic.Projects
                ? [new AnnexBlock.Figures(dashboard.RagByAspect), new AnnexBlock.Note(AnnexText.Words(RagRules.Basis))]
                : Array.Empty<AnnexBlock>(),
        ]));

    private static AnnexBlock Story(Edition edition, DecisionBasis basis, IEnumerable<StoryItem> items, string whenEmpty)
    {
        List<AnnexText> texts = [.. items.Select(i => AnnexText.Join(StoryText.Read(i.Text, basis), Reference(edition, i.Link)))];
        return texts.Count == 0 ? new AnnexBlock.Paragraph(AnnexText.Words(whenEmpty)) : new AnnexBlock.Bullets(texts);
    }

    // On paper a link is a reference that can be looked up: a project's code, a document's title.
    private static AnnexText? Reference(Edition edition, string? link) => link?.Split(':', 2) switch
    {
        ["project" or "spotlight", var code] => AnnexText.Words($"({code})"),
        ["document", var key] when edition.Documents.FirstOrDefault(d => d.Key == key) is { } document => AnnexText.Words($"(see “{document.Title}”)"),
        _ => null,
    };

    private static IEnumerable<AnnexBlock> Benefits(Dashboard dashboard)
    {
        foreach (var (project, benefits) in dashboard.Benefits)
        {
            yield return new AnnexBlock.Subheading($"{project.Code} {project.Name}");
            yield return new AnnexBlock.Bullets([.. benefits.Select(b => AnnexText.Words(b.Text))]);
        }

        if (dashboard.Benefits.Count == 0)
        {
            yield return new AnnexBlock.Paragraph(AnnexText.Words("No benefit other than savings is recorded."));
        }
    }

    private static IEnumerable<AnnexSection> Spotlights(Dashboard dashboard, DecisionBasis basis) =>
        dashboard.Spotlights.Select(s => new AnnexSection($"Spotlight: {s.Project.Name} ({s.Project.Code})", [.. Spotlight(s.Spotlight, basis)]));

    private static IEnumerable<AnnexBlock> Spotlight(Spotlight spotlight, DecisionBasis basis)
    {
        var expected = (spotlight.ExpectedLow, spotlight.ExpectedHigh) switch
        {
            ({ } low, { } high) when low != high => AnnexText.Of($"{low} to {high} a year"),
            ({ } low, _) => AnnexText.Of($"{low} a year"),
            (null, { } high) => AnnexText.Of($"Up to {high} a year"),
            _ => null,
        };
        (string Heading, AnnexText? Text)[] parts =
        [
            ("What it is for", StoryText.Read(spotlight.Aim, basis)),
            ("What has been done so far", StoryText.Read(spotlight.DoneSoFar, basis)),
            ("What comes next", StoryText.Read(spotlight.Next, basis)),
            ("Expected savings", expected),
            ("Accountable officer", AnnexText.Words(spotlight.AccountableOfficer)),
            ("People involved", AnnexText.Words(spotlight.PeopleInvolved)),
        ];
        foreach (var (heading, text) in parts.Where(p => p.Text is not null))
        {
            yield return new AnnexBlock.Subheading(heading);
            yield return new AnnexBlock.Paragraph(text!);
        }
    }
}
