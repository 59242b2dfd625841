using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>Annex 2: the financial position in numbered paragraphs, each table after the paragraph that speaks of it.</summary>
public static class Annex2
{
    public const string Title = "Annex 2: Financial position";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis) =>
        new("annex-2", Title, AnnexWords.Subject(edition), [new AnnexPart(null, [.. Sections(edition, basis), AnnexWords.Notes(edition)])]);

    internal static IReadOnlyList<AnnexSection> Sections(Edition edition, DecisionBasis basis)
    {
        var tables = Tables(edition, basis).ToLookup(t => t.Section, t => t.Table, StringComparer.Ordinal);
        return
        [
            .. AnnexWording.Sections(edition.Quarter.Year).Where(s => AnnexWording.Has(edition, s.Key))
                .Select(s => new AnnexSection(s.Title, [.. Placed(Paragraphs(edition, basis, s.Key), tables[s.Key])])),
            .. edition.Pressures is { Count: > 0 } ? [new AnnexSection("Pressures beside the savings", [new AnnexBlock.Register(ProgrammeRegisters.Pressures(edition))])] : Array.Empty<AnnexSection>(),
            .. ReconciliationNotes(edition),
        ];
    }

    private static IEnumerable<AnnexText> Paragraphs(Edition edition, DecisionBasis basis, string section) =>
        AnnexWording.Of(edition, basis, section).Concat(section == AnnexWording.Decisions ? new PendingStatements(edition, basis).Basis() : []);

    // Each table with the section that it belongs to.
    private static IEnumerable<(string Section, AnnexBlock Table)> Tables(Edition edition, DecisionBasis basis)
    {
        foreach (var table in new FinancialPosition(edition, basis).Tables)
        {
            yield return (table.Key switch
            {
                var key when key.StartsWith(FinancialPosition.CurrentYearKey, StringComparison.Ordinal) => AnnexWording.ThisYear,
                var key when key.StartsWith(FinancialPosition.LaterYearsKey, StringComparison.Ordinal) => AnnexWording.LaterYears,
                _ => AnnexWording.Target,
            }, new AnnexBlock.Figures(table));
        }

        if (AnnexWording.Has(edition, AnnexWording.Unsure))
        {
            yield return (AnnexWording.Unsure, new AnnexBlock.Register(new UnsureSavings(edition, basis).Table()));
        }

        foreach (var effect in PendingStatements.Effects(edition))
        {
            yield return (AnnexWording.Decisions, effect);
        }

        var costs = new ImplementationCosts(edition, basis);
        foreach (var table in (FigureTable[])[costs.Budget(), costs.PlannedAgainstActual(), costs.PlannedAgainstActualByLine()])
        {
            yield return (AnnexWording.Costs, new AnnexBlock.Figures(table));
        }

        if (edition.Funding.Count > 0)
        {
            yield return (AnnexWording.Costs, new AnnexBlock.Register(ProgrammeRegisters.Funding(edition)));
        }

        if (AnnexWording.Has(edition, AnnexWording.Reporting) && edition.Boards.Count > 0)
        {
            yield return (AnnexWording.Reporting, new AnnexBlock.Register(new ReportingStatements(edition).Bodies()));
        }
    }

    // A table stands after the first paragraph that names it by its number; one that none names, at the section's end.
    private static IEnumerable<AnnexBlock> Placed(IEnumerable<AnnexText> paragraphs, IEnumerable<AnnexBlock> tables)
    {
        var left = tables.ToList();
        foreach (var paragraph in paragraphs)
        {
            yield return new AnnexBlock.Numbered(paragraph);
            foreach (var table in left.Where(t => IsNamed(t, paragraph)).ToList())
            {
                left.Remove(table);
                yield return table;
            }
        }

        foreach (var table in left)
        {
            yield return table;
        }
    }

    private static bool IsNamed(AnnexBlock block, AnnexText paragraph) => block is AnnexBlock.Figures { Table.Title: var title }
        && title.StartsWith("Table ", StringComparison.Ordinal)
        && paragraph.Plain.Replace('\u00A0', ' ').Contains(title[..(title.IndexOf(':', StringComparison.Ordinal) is var end and >= 0 ? end : title.Length)], StringComparison.Ordinal);

    // What the quarter was published with although it disagrees: each with why, and who signed for it.
    private static IEnumerable<AnnexSection> ReconciliationNotes(Edition edition) => edition.ReconciliationNotes is not { Count: > 0 } notes
        ? []
        : [new("Reconciliation notes",
        [
            .. notes.Select(n => new AnnexBlock.Numbered(AnnexText.Of($"{n.Disagreement} {n.Words} {n.Signed} on {CouncilTime.DayOf(n.SignedAt)}."))),
        ])];
}
