using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>Names a figure as prose does: what it writes, <see cref="FigureReader"/> reads as the same figure.</summary>
/// <param name="edition">The edition that the figures are of.</param>
public sealed class FigureWriter(Edition edition)
{
    /// <summary>A figure's phrase in its braces.</summary>
    /// <param name="fixedBasis">The basis that the figure keeps; none where it follows the reader's.</param>
    public string Write(Figure figure, FigureFormat format, DecisionBasis? fixedBasis)
    {
        var phrase = figure.Source switch
        {
            Derivation.OfSavings(var slice) => SavingsMeasures.Write(edition, slice, figure.Unit),
            Derivation.OfCosts(var slice) => CostMeasures.Write(edition, slice),
            Derivation.OfProjects(var filter) => ProjectMeasures.Write(filter),
            Derivation.OfFigures(var key, _, _) => key,
            Derivation.OfFunding(var source, var status) => "funding"
                + status switch { FundingStatus.Confirmed => ".confirmed", FundingStatus.ToBeIdentified => ".to-find", _ => "" }
                + (source is null ? "" : " " + FigurePhrase.Quoted(source)),
            Derivation.OfMeasure(var label) => "measure " + FigurePhrase.Quoted(label),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown derivation."),
        };
        var printed = format switch { FigureFormat.Exact => " exact", FigureFormat.Full => " full", _ => "" };
        var basis = fixedBasis switch { DecisionBasis.IfAgreed => " basis=agreed", DecisionBasis.AsItStands => " basis=stands", _ => "" };
        return "{" + phrase + printed + basis + "}";
    }
}
