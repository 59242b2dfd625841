using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Narrative;

/// <summary>How a figure is printed in prose.</summary>
public enum FigureFormat
{
    /// <summary>The council's short style: <c>£2.3m</c>, <c>62%</c>.</summary>
    Short,

    /// <summary>£ million to three places: <c>£0.755m</c>.</summary>
    Exact,

    /// <summary>Whole pounds: <c>£755,000</c>.</summary>
    Full,
}

/// <summary>What a phrase gives in an edition: a figure, or what is wrong with it.</summary>
/// <param name="FixedBasis">The basis that the phrase itself names; none where it follows the reader's.</param>
/// <param name="Problem">What is wrong, in one sentence; nothing where there is a figure.</param>
/// <param name="Nearest">Phrases with their braces that were most likely meant, the nearest first.</param>
public sealed record FigureReading(Figure? Figure, FigureFormat Format, DecisionBasis? FixedBasis, string? Problem, IReadOnlyList<string> Nearest)
{
    /// <summary>The figure as it is printed; empty where there is none.</summary>
    public string Text => Figure is not { Amount: not null } figure ? "" : Format switch
    {
        FigureFormat.Exact => figure.ExactText,
        FigureFormat.Full => figure.FullText,
        _ => figure.Text,
    };
}
