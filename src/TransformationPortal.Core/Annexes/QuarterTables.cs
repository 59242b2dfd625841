using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Annexes;

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
    public IReadOnlyList<RegisterTable> Registers { get; } = [HeadlineFigures(edition, basis), Effects(edition), .. ProgrammeRegisters.All(edition)];

    public RegisterTable SavingsEntries { get; } = EntryTables.Savings(edition);

    public RegisterTable CostEntries { get; } = EntryTables.Costs(edition);

    /// <summary>The headline figures with how each is made.</summary>
    public static RegisterTable HeadlineFigures(Edition edition, DecisionBasis basis) =>
        new RegisterBuilder<KeyFigure>("headline-figures", "Headline figures", new KeyFigures(edition, basis).All, "No figure is recorded.")
            .Words("figure", "Figure", 60, f => f.Title)
            .Add(new("value", "Value", RegisterColumnKind.Figure, 24), f => RegisterCell.Of(f.Figure))
            .Words("unit", "Unit", 26, f => UnitName(f.Figure.Unit))
            .Words("as_printed", "As printed", 20, f => f.Figure.Text)
            .Words("how_made", "How it is made", 110, f => f.HowMade).Build();

    /// <summary>The headline figures that pending decisions would change, on both bases.</summary>
    public static RegisterTable Effects(Edition edition)
    {
        // Each pending decision is shown with the effect of all together, which is one list.
        var effects = new Dashboard(edition, DecisionBasis.AsItStands).Pending is [var first, ..] ? first.Effects : [];
        return new RegisterBuilder<DecisionEffect>("decision-effects", "Headline figures with and without the pending decisions", effects, "No figure waits for a decision.")
            .Words("figure", "Figure", 90, e => e.Title)
            .Add(new("as_it_stands", "As it stands", RegisterColumnKind.Figure, 36), e => RegisterCell.Of(e.AsItStands))
            .Add(new("if_agreed", "If agreed", RegisterColumnKind.Figure, 36), e => RegisterCell.Of(e.IfAgreed))
            .Words("unit", "Unit", 26, e => UnitName(e.AsItStands.Unit)).DataOnly().Build();
    }

    private static string UnitName(FigureUnit unit) => unit switch
    {
        FigureUnit.Pounds => "pounds",
        FigureUnit.Share => "share of one",
        FigureUnit.Count => "number",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };
}
