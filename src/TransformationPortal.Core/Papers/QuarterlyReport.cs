using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>The quarterly report: a covering report, both annexes, and the programme's registers.</summary>
public static class QuarterlyReport
{
    public const string Title = "Quarterly report";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis) => new("quarterly-report", Title, AnnexWords.Subject(edition),
    [
        new AnnexPart("Covering report", Cover(edition, basis)),
        new AnnexPart(Annex1.Title, Annex1.Sections(edition, basis)),
        new AnnexPart(Annex2.Title, Annex2.Sections(edition, basis)),
        new AnnexPart("Annex 3: Registers of the programme", Registers(edition)),
    ]);

    private static IReadOnlyList<AnnexSection> Cover(Edition edition, DecisionBasis basis)
    {
        var dashboard = new Dashboard(edition, basis);
        var committee = edition.Boards.FirstOrDefault(b => b.Kind == BoardKind.Scrutiny)?.Name ?? "The committee";
        return
        [
            new("Purpose", Numbered(
            [
                AnnexText.Of($"This report shows how the {edition.Programme.Name} stood on {edition.AsAt}, at the end of {edition.Quarter} ({edition.Quarter.Months})."),
                AnnexText.Words($"What the programme is for: {edition.Programme.Objective.TrimEnd('.')}."),
                AnnexText.Words($"{committee} is asked to consider the report and its annexes, and to say what it wishes to follow up."),
            ])),
            new("The quarter in brief", Numbered([AnnexText.Words(dashboard.Headline), .. new SavingsStatements(edition, basis).Target().Take(1)])),
            new("Projects that need attention", [.. Attention(edition)]),
            new("Risks", Numbered([Risks(edition, dashboard)])),
            new(PendingStatements.Title, Numbered(new PendingStatements(edition, basis).All)),
            new("Meetings to come",
            [
                new AnnexBlock.Register(ProgrammeRegisters.Meetings("meetings-to-come", "Meetings to come", dashboard.NextMeetings) with { WhenEmpty = "No meeting with an agenda is arranged." }),
            ]),
            new("What is attached", [new AnnexBlock.Bullets(
            [
                AnnexText.Words($"{Annex1.Title}, with the quarter’s charts and story"),
                AnnexText.Words($"{Annex2.Title}, with the tables of savings and costs"),
                AnnexText.Words("Annex 3: Registers of the programme, with projects, risks, milestones, dependencies, benefits, decisions and meetings"),
            ])]),
            AnnexWords.Notes(edition),
        ];
    }

    private static IEnumerable<AnnexBlock> Attention(Edition edition)
    {
        var red = new ProjectFilter { Rag = Rag.Red }.In(edition);
        var unrated = edition.Projects.Count(p => p.Rating(RagAspect.Overall) is null);
        var others = unrated == 0 || red.Count == 0 ? null : AnnexText.Words($"{Capital(Count(unrated, "project is", "projects are"))} not rated.");
        yield return new AnnexBlock.Numbered(edition.Projects.Count == 0 ? AnnexText.Words("No project is recorded.")
            : unrated == edition.Projects.Count ? AnnexText.Words("No project is rated yet.")
            : red.Count == 0 ? AnnexText.Words(unrated == 0 ? "No project is rated red." : $"No project is rated red; {Count(unrated, "project is", "projects are")} not rated.")
            : AnnexText.Join(AnnexText.Of($"{Capital(AnnexWords.Number(red.Count))} of {AnnexWords.Number(edition.Projects.Count)} projects {(red.Count == 1 ? "is" : "are")} rated red: {Rag.Red.Meaning().ToLowerInvariant()}."), others));
        if (red.Count > 0)
        {
            yield return new AnnexBlock.Bullets([.. red.Select(p => new AnnexText([new($"{p.Code} {p.Name}", IsStrong: true), new($": {p.Rating(RagAspect.Overall)!.Reason.TrimEnd('.')}.")]))]);
        }
    }

    private static AnnexText Risks(Edition edition, Dashboard dashboard)
    {
        var (all, critical, high) = (edition.Risks.Count, dashboard.CriticalRisks.Count(), edition.Risks.Count(r => r.ResidualRating == RiskLevel.High));
        return all == 0
            ? AnnexText.Words("No risk is recorded.")
            : AnnexText.Words($"The risk register holds {Count(all, "risk")}. {Capital(Count(high, "stays", "stay"))} high with controls in place. Members are shown {Count(critical, "risk")}: every one that stays high, and those that the PMO marks for them.");
    }

    private static IReadOnlyList<AnnexSection> Registers(Edition edition) =>
    [
        Register(ProgrammeRegisters.Projects(edition)),
        Register(ProgrammeRegisters.RatingsNotGreen(edition)),
        Register(ProgrammeRegisters.Risks(edition)),
        Register(ProgrammeRegisters.Milestones(edition)),
        Register(ProgrammeRegisters.Dependencies(edition)),
        Register(ProgrammeRegisters.Benefits(edition)),
        new("Decisions", [new AnnexBlock.Register(ProgrammeRegisters.Decisions(edition)), new AnnexBlock.Register(ProgrammeRegisters.Reprofiles(edition))]),
        Register(ProgrammeRegisters.Meetings("meetings", "Meetings", edition.Meetings)),
    ];

    private static AnnexSection Register(RegisterTable table) => new(table.Title, [new AnnexBlock.Register(table)]);

    private static List<AnnexBlock> Numbered(IEnumerable<AnnexText> texts) => [.. texts.Select(t => new AnnexBlock.Numbered(t))];

    private static string Count(int count, string one, string? many = null) => $"{AnnexWords.Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
