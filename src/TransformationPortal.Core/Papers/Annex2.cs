using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>Annex 2: the financial position in numbered paragraphs and tables.</summary>
public static class Annex2
{
    public const string Title = "Annex 2: Financial position";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis) =>
        new("annex-2", Title, AnnexWords.Subject(edition), [new AnnexPart(null, [.. Sections(edition, basis), AnnexWords.Notes(edition)])]);

    internal static IReadOnlyList<AnnexSection> Sections(Edition edition, DecisionBasis basis)
    {
        var costs = new ImplementationCosts(edition, basis);
        return
        [
            .. AnnexWording.Sections(edition.Quarter.Year).Select(section => new AnnexSection(section.Title,
            [
                .. Numbered(AnnexWording.Of(edition, basis, section.Key)),
                .. section.Key == AnnexWording.Decisions ? [.. Numbered(new PendingStatements(edition, basis).Basis()), .. PendingStatements.Effects(edition)] : Array.Empty<AnnexBlock>(),
            ])),
            .. ReconciliationNotes(edition),
            new("Tables of savings", [.. new FinancialPosition(edition, basis).Tables.Select(t => new AnnexBlock.Figures(t))]),
            new("Tables of implementation costs",
            [
                new AnnexBlock.Figures(costs.Budget()), new AnnexBlock.Figures(costs.PlannedAgainstActual()), new AnnexBlock.Figures(costs.PlannedAgainstActualByLine()),
                .. Funding(edition),
            ]),
        ];
    }

    // What the quarter was published with although it disagrees: each with why, and who signed for it.
    private static IEnumerable<AnnexSection> ReconciliationNotes(Edition edition) => edition.ReconciliationNotes is not { Count: > 0 } notes
        ? []
        : [new("Reconciliation notes", Numbered(notes.Select(n => AnnexText.Of($"{n.Disagreement} {n.Words} Signed by {n.SignedBy} on {CouncilTime.DayOf(n.SignedAt)}."))))];

    private static IEnumerable<AnnexBlock> Funding(Edition edition) =>
        edition.Funding.Count == 0 ? [] : [new AnnexBlock.Register(ProgrammeRegisters.Funding(edition))];

    private static List<AnnexBlock> Numbered(IEnumerable<AnnexText> texts) => [.. texts.Select(t => new AnnexBlock.Numbered(t))];
}
