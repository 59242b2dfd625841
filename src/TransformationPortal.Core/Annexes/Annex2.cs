using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Annexes;

/// <summary>Annex 2: the financial position in numbered paragraphs and tables.</summary>
public static class Annex2
{
    public const string Title = "Annex 2: Financial position";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis) =>
        new("annex-2", Title, AnnexWords.Subject(edition), [new AnnexPart(null, [.. Sections(edition, basis), AnnexWords.Notes(edition)])]);

    internal static IReadOnlyList<AnnexSection> Sections(Edition edition, DecisionBasis basis)
    {
        var savings = new SavingsStatements(edition, basis);
        var costs = new ImplementationCosts(edition, basis);
        return
        [
            new("About this annex", Numbered(Opening(edition))),
            new("The savings target", Numbered([.. savings.Target(), .. savings.Core()])),
            new($"Savings of {edition.Quarter.Year}", Numbered(savings.ThisYear())),
            new("Savings of later years", Numbered([.. savings.LaterYears(), savings.AtTheEnd()])),
            new(PendingStatements.Title, [.. Numbered(new PendingStatements(edition, basis).All), .. PendingStatements.Effects(edition)]),
            new("Implementation costs and funding", Numbered(new CostStatements(edition, basis).All)),
            new("Tables of savings", [.. new FinancialPosition(edition, basis).Tables.Select(t => new AnnexBlock.Figures(t))]),
            new("Tables of implementation costs",
            [
                new AnnexBlock.Figures(costs.Budget()), new AnnexBlock.Figures(costs.PlannedAgainstActual()), new AnnexBlock.Figures(costs.PlannedAgainstActualByLine()),
                .. Funding(edition),
            ]),
        ];
    }

    private static IEnumerable<AnnexText> Opening(Edition edition)
    {
        yield return AnnexText.Of($"This annex sets out the financial position of the {edition.Programme.Name} as at {edition.AsAt}, the end of {edition.Quarter} ({edition.Quarter.Months}).");
    }

    private static IEnumerable<AnnexBlock> Funding(Edition edition) =>
        edition.Funding.Count == 0 ? [] : [new AnnexBlock.Register(ProgrammeRegisters.Funding(edition))];

    private static List<AnnexBlock> Numbered(IEnumerable<AnnexText> texts) => [.. texts.Select(t => new AnnexBlock.Numbered(t))];
}
