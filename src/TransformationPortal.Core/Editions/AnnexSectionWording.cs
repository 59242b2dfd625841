using System.Text.Json.Serialization;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;

namespace TransformationPortal.Core.Editions;

/// <summary>The numbered paragraphs of a section of the financial annex, as they read when the quarter was published.</summary>
/// <param name="IfAgreed">The same with every pending decision taken as agreed; none where they read alike.</param>
public sealed record AnnexSectionWording(string Section, IReadOnlyList<AnnexParagraph> AsItStands, IReadOnlyList<AnnexParagraph>? IfAgreed)
{
    public IReadOnlyList<AnnexParagraph> On(DecisionBasis basis) => basis == DecisionBasis.IfAgreed && IfAgreed is { } agreed ? agreed : AsItStands;
}

public sealed record AnnexParagraph(IReadOnlyList<ParagraphRun> Runs)
{
    [JsonIgnore]
    public string Plain => string.Concat(Runs.Select(r => r.Note is null ? r.Text : $" (source: {r.Note})"));
}

/// <summary>A stretch of a paragraph.</summary>
/// <param name="Figure">For a figure: the address of what it is made of, below the quarter.</param>
/// <param name="Note">For a footnote, which has no text: where the figure before it comes from.</param>
public sealed record ParagraphRun(
    string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsStrong = false, string? Figure = null, string? Note = null);

/// <summary>A disagreement that the quarter was published with, and why: what readers see in place of silence.</summary>
/// <param name="Finding">The key of the finding that it answers.</param>
/// <param name="Disagreement">What disagrees and by how much.</param>
/// <param name="Words">Why it stands.</param>
/// <param name="SignedBy">As readers see the name.</param>
/// <param name="SignedAt">UTC.</param>
/// <param name="FinanceBy">Who signed for finance, as readers see the name; nobody where finance did not.</param>
public sealed record ReconciliationNote(
    string Finding, string Disagreement, string Words, string SignedBy, DateTime SignedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FinanceBy = null)
{
    /// <summary>Who signed, as a sentence says it: <c>Signed by the Programme Manager, and for finance by the Finance Business Partner</c>.</summary>
    [JsonIgnore]
    public string Signed => FinanceBy is null ? $"Signed by {SignedBy}" : $"Signed by {SignedBy}, and for finance by {FinanceBy},";
}

/// <summary>A section of the financial annex that the programme office wrote itself for a quarter.</summary>
/// <param name="Section">The key of the section, as <see cref="AnnexSectionWording.Section"/> holds it.</param>
/// <param name="Paragraphs">Markdown of the simple kind, with figures in braces.</param>
public sealed record AnnexEdit(Quarter Quarter, string Section, IReadOnlyList<string> Paragraphs);
