using System.Globalization;
using TransformationPortal.Core;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <content>From what a report holds to the texts of a form.</content>
public sealed partial class SectionForm
{
    /// <summary>The form of a section, filled in with what a report holds.</summary>
    public static SectionForm Of(ReportSection section, ReportContent content)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, text) in Fields(section, content).Concat(ReportParts.Of(section).SelectMany(p => p.Typed(content))))
        {
            filled.TryAdd(field, text ?? "");
        }

        return new(section, filled);
    }

    /// <summary>An amount as it stands in a field: <c>1,200,000</c>.</summary>
    public static string Amount(Money? amount) => amount is { } money ? money.Pounds.ToString("#,0.############", CultureInfo.InvariantCulture) : "";

    private static IEnumerable<(string Field, string? Text)> Fields(ReportSection section, ReportContent content) => section switch
    {
        ReportSection.Ratings => Ratings(content),
        ReportSection.Progress => [(ReportFields.Progress, content.Progress), (ReportFields.NextSteps, content.NextSteps)],
        ReportSection.Savings =>
        [
            .. content.Savings.Select(c => (ReportFields.Savings(c.Line, c.Year, c.Confidence), (string?)Amount(c.Amount))),
            .. content.Variances.Select(v => (ReportFields.Variance(v.Line, v.Year), v.Text)),
        ],
        ReportSection.Spend => content.Spend.Select(s => (ReportFields.Spend(s.CostLine), (string?)Amount(s.Amount))),
        _ => [],
    };

    private static IEnumerable<(string, string?)> Ratings(ReportContent content)
    {
        foreach (var rating in content.Ratings)
        {
            yield return (ReportFields.Rag(rating.Aspect), rating.Rag?.ToString());
            yield return (ReportFields.Reason(rating.Aspect), rating.Reason);
        }
    }
}
