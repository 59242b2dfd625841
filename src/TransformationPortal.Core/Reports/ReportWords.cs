using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>What the fields of a report are called in a sentence.</summary>
internal static class ReportWords
{
    /// <summary>As the middle of a sentence says it: <c>cost rating</c>.</summary>
    public static string Rating(RagAspect aspect) => aspect switch
    {
        RagAspect.Overall => "overall rating",
        RagAspect.Cost => "cost rating",
        RagAspect.Scope => "scope rating",
        RagAspect.Benefits => "benefits rating",
        RagAspect.Timescales => "timescales rating",
        RagAspect.Risks => "risks rating",
        _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect, "Unknown aspect."),
    };

    /// <summary>As a heading says it: <c>Cost rating</c>.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    public static string Pounds(Money amount) => MoneyFormat.Format(amount, MoneyStyle.Pounds);

    /// <summary>A title in quotation marks, cut where it is long; a substitute where it is missing.</summary>
    public static string Named(string? title, string otherwise) =>
        string.IsNullOrWhiteSpace(title) ? otherwise : $"“{(title.Length <= 60 ? title : title[..60] + "…")}”";
}
