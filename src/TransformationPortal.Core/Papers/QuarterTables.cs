using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>Everything a data file of a quarter holds: the tables of both annexes, the registers, and the entries of both ledgers.</summary>
public sealed class QuarterTables(Edition edition, DecisionBasis basis)
{
    public Edition Edition => edition;

    public DecisionBasis Basis => basis;

    /// <summary>The tables of figures, each once, those of Annex 1 first.</summary>
    public IReadOnlyList<FigureTable> Figures { get; } =
    [
        .. Annex1.Compose(edition, basis).FigureTables.Concat(Annex2.Compose(edition, basis).FigureTables).DistinctBy(t => t.Key, StringComparer.Ordinal),
    ];

    /// <summary>The headline figures, what pending decisions change of them, and the programme's registers.</summary>
    public IReadOnlyList<PaperTable> Registers { get; } = [HeadlineFigures(edition, basis), Effects(edition), .. AnnexWording.Has(edition, AnnexWording.Unsure) ? [new UnsureSavings(edition, basis).Table()] : Array.Empty<PaperTable>(), .. ProgrammeRegisters.All(edition)];

    public PaperTable SavingsEntries { get; } = EntryTables.Savings(edition);

    public PaperTable CostEntries { get; } = EntryTables.Costs(edition);

    /// <summary>The headline figures with how each is made.</summary>
    public static PaperTable HeadlineFigures(Edition edition, DecisionBasis basis) =>
        new RegisterBuilder<KeyFigure>("headline-figures", "Headline figures", new KeyFigures(edition, basis).All, "No figure is recorded.")
            .Words("figure", "Figure", 60, f => f.Title)
            .Add(new("value", "Value", RegisterColumnKind.Figure, 24), f => RegisterCell.Of(f.Figure))
            .Words("unit", "Unit", 26, f => UnitName(f.Figure.Unit))
            .Words("as_printed", "As printed", 20, f => f.Figure.Text)
            .Words("how_made", "How it is made", 110, f => f.HowMade).Build();

    /// <summary>The headline figures that pending decisions would change: each decision by itself, and all together where there are several.</summary>
    public static PaperTable Effects(Edition edition)
    {
        var pending = new Dashboard(edition, DecisionBasis.AsItStands).Pending.Where(p => p.Moves.Count > 0).ToList();
        List<(string Decision, DecisionEffect Effect)> effects = [.. pending.SelectMany(p => p.Effects.Select(e => (p.Decision.Ref, e)))];
        if (pending.Count > 1)
        {
            effects.AddRange(new KeyFigures(edition, DecisionBasis.AsItStands).All.Zip(new KeyFigures(edition, DecisionBasis.IfAgreed).All)
                .Where(p => p.First.Figure.Amount != p.Second.Figure.Amount).Select(p => ("All together", new DecisionEffect(p.First.Title, p.First.Figure, p.Second.Figure))));
        }

        return new RegisterBuilder<(string Decision, DecisionEffect Effect)>(
                "decision-effects", "Headline figures with and without the pending decisions", effects, "No figure waits for a decision.")
            .Words("decision", "Decision", 30, e => e.Decision)
            .Words("figure", "Figure", 70, e => e.Effect.Title)
            .Add(new("as_it_stands", "As it stands", RegisterColumnKind.Figure, 32), e => RegisterCell.Of(e.Effect.AsItStands))
            .Add(new("if_agreed", "If agreed", RegisterColumnKind.Figure, 32), e => RegisterCell.Of(e.Effect.IfAgreed))
            .Words("unit", "Unit", 26, e => UnitName(e.Effect.AsItStands.Unit)).DataOnly().Build();
    }

    private static string UnitName(FigureUnit unit) => unit switch
    {
        FigureUnit.Pounds => "pounds",
        FigureUnit.Share => "share of one",
        FigureUnit.Count => "number",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };
}
