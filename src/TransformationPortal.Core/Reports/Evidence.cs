using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Reports;

/// <summary>Something in a report that evidence can show.</summary>
/// <param name="Field">As <c>ReportFields.Shown</c> names it.</param>
/// <param name="Label">In words: <c>Cost rating</c>, <c>S-010 delivered in 2019/20</c>, <c>Milestone “Structure agreed”</c>.</param>
public sealed record EvidenceSubject(string Field, string Label);

/// <summary>What evidence a report holds, and what has none.</summary>
public static class Evidence
{
    /// <summary>Everything in a report that evidence can show, in the order of the form.</summary>
    public static IReadOnlyList<EvidenceSubject> Subjects(ReportContent content) =>
    [
        .. Enum.GetValues<RagAspect>().Select(a => new EvidenceSubject(ReportFields.Shown(a), ReportWords.Capital(ReportWords.Rating(a)))),
        .. content.Savings.Where(c => c.Confidence == Confidence.Delivered && c.Amount > Money.Zero)
            .Select(c => new EvidenceSubject(ReportFields.Shown(c.Line, c.Year), $"{c.Line} delivered in {c.Year}")),
        .. content.Milestones.Where(m => m.Key is not null).Select(m => new EvidenceSubject(ReportFields.Shown(m), $"Milestone {ReportWords.Named(m.Title, m.Key!)}")),
    ];

    /// <summary>What a piece of evidence shows, in words; as it is named where it is no longer in the report.</summary>
    public static string? Label(string? about, ReportContent content) => Subjects(content).FirstOrDefault(s => s.Field == about)?.Label ?? about;

    /// <summary>Whether an address may be evidence: <c>https</c>, with a host, and nobody’s password in it.</summary>
    public static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0 && uri.UserInfo.Length == 0
        && text is not null && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>Whether something is shown by evidence that the last approved report did not have.</summary>
    internal static bool IsShown(ReportContent content, ReportContext context, string field) =>
        content.Evidence.Any(e => e.About == field && (e.Document is not null || IsAddress(e.Address)) && context.LastApproved?.Evidence.Contains(e) != true);

    /// <summary>What is delivered beyond what the last approved report said; nothing before there is one.</summary>
    internal static IEnumerable<NewlyDelivered> NewlyDelivered(ReportContent content, ReportContext context) =>
        from last in context.Previous.Take(1)
        from cell in content.Savings
        where cell.Confidence == Confidence.Delivered
        let before = last.Content.Savings.FirstOrDefault(c => c.Line == cell.Line && c.Year == cell.Year && c.Confidence == Confidence.Delivered)?.Amount
        where cell.Amount.OrZero() > before.OrZero()
        select new NewlyDelivered(cell.Line, cell.Year, cell.Amount.OrZero() - before.OrZero());

    /// <summary>The ratings that are better than in the last approved report.</summary>
    internal static IEnumerable<RagAspect> Better(ReportContent content, ReportContext context) =>
        from last in context.Previous.Take(1)
        from rating in content.Ratings
        where rating.Rag is { } now && last.Content.Rating(rating.Aspect)?.Rag is { } before && now < before
        select rating.Aspect;
}

/// <summary>An amount that a line delivered for a year since the last approved report, in pounds.</summary>
internal sealed record NewlyDelivered(string Line, FinancialYear Year, Money Amount)
{
    public string Field => ReportFields.Shown(Line, Year);
}
