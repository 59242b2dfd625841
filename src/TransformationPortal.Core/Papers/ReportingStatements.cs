using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Papers;

/// <summary>What the financial annex says of reporting: to whom projects report, how many did, and what was taken further.</summary>
internal sealed class ReportingStatements(Edition edition)
{
    public IEnumerable<AnnexText> All => new[] { Reports(), Ways(), Decisions() }.OfType<AnnexText>();

    /// <summary>The bodies, each with what it does and whom it reports to.</summary>
    public PaperTable Bodies() =>
        new RegisterBuilder<Board>("boards", "Boards and who they report to", edition.Boards, "No board is recorded.")
            .Words("board", "Body", 52, b => b.Name)
            .Words("role", "What it does", 76, b => b.Role)
            .Words("reports_to", "Reports to", 46, b => b.ReportsTo)
            .Number("projects", "Projects", 16, b => edition.Projects.Count(p => p.Board == b.Name) is var count and > 0 ? count : null)
            .Build();

    private AnnexText? Reports()
    {
        var live = edition.Projects.Where(p => p.Phase.IsLive()).ToList();
        var reported = live.Count(p => p.RatedFor == edition.Quarter.LastMonth);
        var month = edition.Quarter.LastMonth.Name;
        return live.Count == 0 ? null
            : reported == 0 ? AnnexText.Words($"No project that reports each month is rated for {month}.")
            : reported == live.Count ? AnnexText.Words(live.Count == 1 ? $"The project that reports each month is rated for {month}." : $"Each of the {AnnexWords.Number(live.Count)} projects that report each month is rated for {month}.")
            : AnnexText.Words($"Of {AnnexWords.Number(live.Count)} projects that report each month, {AnnexWords.Number(reported)} {(reported == 1 ? "is" : "are")} rated for {month}; what is said of the others is what they last reported.");
    }

    private AnnexText? Ways()
    {
        List<AnnexText> boards =
        [
            .. edition.Boards.Select(b => (b.Name, Projects: edition.Projects.Count(p => p.Board == b.Name))).Where(b => b.Projects > 0)
                .Select(b => AnnexText.Words($"{b.Name} ({AnnexWords.Counted(b.Projects, "project", "projects")})")),
        ];
        return boards.Count == 0 ? null
            : AnnexText.Join(
                AnnexText.Of($"Projects report to {AnnexText.List(boards)}."),
                edition.Boards.Any(b => b.ReportsTo is not null) ? AnnexText.Words("The table shows where each body takes what it cannot settle.") : null);
    }

    private AnnexText? Decisions()
    {
        var red = edition.Projects.Count(p => p.Rating(RagAspect.Overall)?.Rating == Rag.Red);
        var bodies = edition.PendingDecisions.GroupBy(d => d.Body, StringComparer.Ordinal)
            .Select(g => AnnexText.Words($"{g.Key} ({AnnexWords.Counted(g.Count(), "decision", "decisions")})")).ToList();
        return AnnexText.Join(
            red == 0 ? null : AnnexText.Words($"{AnnexWords.Capital(AnnexWords.Counted(red, "project is", "projects are"))} rated red, which asks for a decision or help."),
            bodies.Count == 0 ? AnnexText.Words("No decision is waiting to be taken.") : AnnexText.Of($"Decisions are awaited from {AnnexText.List(bodies)}."));
    }
}
