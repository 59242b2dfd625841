using TransformationPortal.Core.Narrative;

namespace TransformationPortal.Core.Consistency;

/// <summary>Figures that a text names and that are not there any more: a register has changed since the text was saved.</summary>
internal static class FigureFindings
{
    public static IEnumerable<Finding> In(FigureReader figures, IEnumerable<ProseText> prose) =>
        from text in prose
        from problem in ProseCheck.Figures(figures, text.Text)
        select new Finding(
            FindingKind.Figure, FindingSeverity.Blocking, $"{text.Name}: {problem.Sentence}", text.Where, text.Name,
            problem.Nearest.Count == 0 ? "Choose another figure." : $"Use {string.Join(" or ", problem.Nearest)}, or choose another figure.");
}
