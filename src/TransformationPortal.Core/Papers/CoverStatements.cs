using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>What the covering report says where nobody wrote its sections: sentences made from the edition.</summary>
internal static class CoverStatements
{
    /// <summary>A section’s paragraphs; none where the data know nothing of its subject.</summary>
    public static IEnumerable<AnnexText> Default(Edition edition, DecisionBasis basis, string section)
    {
        var savings = new SavingsStatements(edition, basis);
        var committee = edition.Boards.FirstOrDefault(b => b.Kind == BoardKind.Scrutiny)?.Name ?? "The committee";
        return section switch
        {
            CoveringReport.Recommendations => [AnnexText.Words($"{committee} is asked to consider the report and its annexes, and to say what it wishes to follow up.")],
            CoveringReport.Summary => [AnnexText.Words(new Dashboard(edition, basis).Headline), .. savings.Target().Take(1)],
            CoveringReport.Financial => [.. savings.ThisYear(), .. new CostStatements(edition, basis).All.Take(2), AnnexText.Words($"{Annex2.Title} sets out the whole.")],
            CoveringReport.Risk => [Risks(edition, new Dashboard(edition, basis))],
            CoveringReport.Background => edition.Documents.Select(d => AnnexText.Words($"{d.Title} ({d.Kind})")),
            _ => [],
        };
    }

    public static IEnumerable<AnnexBlock> Attention(Edition edition)
    {
        var red = new ProjectFilter { Rag = Rag.Red }.In(edition);
        var unrated = edition.Projects.Count(p => p.Rating(RagAspect.Overall) is null);
        var others = unrated == 0 || red.Count == 0 ? null : AnnexText.Words($"{AnnexWords.Capital(AnnexWords.Counted(unrated, "project is", "projects are"))} not rated.");
        yield return new AnnexBlock.Numbered(edition.Projects.Count == 0 ? AnnexText.Words("No project is recorded.")
            : unrated == edition.Projects.Count ? AnnexText.Words("No project is rated yet.")
            : red.Count == 0 ? AnnexText.Words(unrated == 0 ? "No project is rated red." : $"No project is rated red; {AnnexWords.Counted(unrated, "project is", "projects are")} not rated.")
            : AnnexText.Join(AnnexText.Of($"{AnnexWords.Capital(AnnexWords.Number(red.Count))} of {AnnexWords.Number(edition.Projects.Count)} projects {(red.Count == 1 ? "is" : "are")} rated red: {Rag.Red.Meaning().ToLowerInvariant()}."), others));
        if (red.Count > 0)
        {
            yield return new AnnexBlock.Bullets([.. red.Select(p => new AnnexText([new($"{p.Code} {p.Name}", IsStrong: true), new($": {p.Rating(RagAspect.Overall)!.Reason.TrimEnd('.')}.")]))]);
        }
    }

    private static AnnexText Risks(Edition edition, Dashboard dashboard)
    {
        var (all, critical, high) = (edition.Risks.Count, dashboard.CriticalRisks.Count(), edition.Risks.Count(r => r.Closed is null && r.ResidualRating == RiskLevel.High));
        return all == 0
            ? AnnexText.Words("No risk is recorded.")
            : AnnexText.Words($"The risk register holds {AnnexWords.Counted(all, "risk")}. {AnnexWords.Capital(AnnexWords.Counted(high, "stays", "stay"))} high with controls in place. Members are shown {AnnexWords.Counted(critical, "risk")}: every one that stays high, and those that the PMO marks for them.");
    }
}
