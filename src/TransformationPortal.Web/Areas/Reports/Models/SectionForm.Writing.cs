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
        foreach (var (field, text) in Fields(section, content))
        {
            filled.TryAdd(field, text ?? "");
        }

        return new(section, filled);
    }

    /// <summary>An amount as it stands in a field: <c>1,200,000</c>.</summary>
    public static string Amount(Money? amount) => amount is { } money ? money.Pounds.ToString("#,0.############", CultureInfo.InvariantCulture) : "";

    private static string Day(DateOnly? day) => day is { } value ? value.ToString("d/M/yyyy", CultureInfo.InvariantCulture) : "";

    private static string Number(decimal? number) => number is { } value ? value.ToString("0.############", CultureInfo.InvariantCulture) : "";

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
        ReportSection.Milestones => Milestones(content),
        ReportSection.RisksAndIssues => Risks(content),
        ReportSection.Dependencies => Dependencies(content),
        ReportSection.Capacity =>
        [
            (ReportFields.Capacity(nameof(CapacityEntry.PostsNeeded)), Number(content.Capacity?.PostsNeeded)),
            (ReportFields.Capacity(nameof(CapacityEntry.PostsFilled)), Number(content.Capacity?.PostsFilled)),
            (ReportFields.Capacity(nameof(CapacityEntry.HoldsUp)), content.Capacity?.HoldsUp),
            (ReportFields.Capacity(nameof(CapacityEntry.Risk)), content.Capacity?.Risk),
        ],
        ReportSection.Decisions => Decisions(content),
        ReportSection.Evidence => Evidences(content),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "Unknown section of a report."),
    };

    private static IEnumerable<(string, string?)> Ratings(ReportContent content)
    {
        foreach (var rating in content.Ratings)
        {
            yield return (ReportFields.Rag(rating.Aspect), rating.Rag?.ToString());
            yield return (ReportFields.Reason(rating.Aspect), rating.Reason);
        }

        foreach (var step in content.PathToGreen)
        {
            yield return (ReportFields.PathToGreen(step.Key, nameof(step.Aspect)), step.Aspect.ToString());
            yield return (ReportFields.PathToGreen(step.Key, nameof(step.Action)), step.Action);
            yield return (ReportFields.PathToGreen(step.Key, nameof(step.Owner)), step.Owner);
            yield return (ReportFields.PathToGreen(step.Key, nameof(step.Due)), Day(step.Due));
        }
    }

    private static IEnumerable<(string, string?)> Milestones(ReportContent content)
    {
        foreach (var row in content.Milestones)
        {
            yield return (ReportFields.Milestone(row.Key, nameof(row.Title)), row.Title);
            yield return (ReportFields.Milestone(row.Key, nameof(row.Baseline)), Day(row.Baseline));
            yield return (ReportFields.Milestone(row.Key, nameof(row.Forecast)), Day(row.Forecast));
            yield return (ReportFields.Milestone(row.Key, nameof(row.Actual)), Day(row.Actual));
            yield return (ReportFields.Milestone(row.Key, nameof(row.SlipReason)), row.SlipReason);
        }
    }

    private static IEnumerable<(string, string?)> Risks(ReportContent content)
    {
        foreach (var row in content.Risks)
        {
            yield return (ReportFields.Risk(row.Key, nameof(row.Kind)), row.Kind.ToString());
            yield return (ReportFields.Risk(row.Key, nameof(row.Impact)), row.Impact);
            yield return (ReportFields.Risk(row.Key, nameof(row.InitialRating)), row.InitialRating?.ToString());
            yield return (ReportFields.Risk(row.Key, nameof(row.Controls)), row.Controls);
            yield return (ReportFields.Risk(row.Key, nameof(row.ResidualRating)), row.ResidualRating?.ToString());
            yield return (ReportFields.Risk(row.Key, nameof(row.FurtherAction)), row.FurtherAction);
            yield return (ReportFields.Risk(row.Key, nameof(row.Reviewed)), Day(row.Reviewed));
            yield return (ReportFields.Risk(row.Key, nameof(row.Escalation)), row.Escalation?.ToString());
            yield return (ReportFields.Risk(row.Key, nameof(row.Closed)), Day(row.Closed));
            yield return (ReportFields.Risk(row.Key, nameof(row.ClosedBecause)), row.ClosedBecause);
        }
    }

    private static IEnumerable<(string, string?)> Dependencies(ReportContent content)
    {
        foreach (var row in content.Dependencies)
        {
            yield return (ReportFields.Dependency(row.Key, nameof(row.Needs)), row.Needs);
            yield return (ReportFields.Dependency(row.Key, nameof(row.What)), row.What);
            yield return (ReportFields.Dependency(row.Key, nameof(row.NeededBy)), Day(row.NeededBy));
            yield return (ReportFields.Dependency(row.Key, nameof(row.Rag)), row.Rag?.ToString());
            yield return (ReportFields.Dependency(row.Key, nameof(row.Reason)), row.Reason);
        }
    }

    private static IEnumerable<(string, string?)> Decisions(ReportContent content)
    {
        foreach (var row in content.Decisions)
        {
            yield return (ReportFields.Decision(row.Key, nameof(row.What)), row.What);
            yield return (ReportFields.Decision(row.Key, nameof(row.Body)), row.Body);
            yield return (ReportFields.Decision(row.Key, nameof(row.NeededBy)), Day(row.NeededBy));
        }
    }

    private static IEnumerable<(string, string?)> Evidences(ReportContent content)
    {
        foreach (var row in content.Evidence)
        {
            yield return (ReportFields.Evidence(row.Key, nameof(row.About)), row.About);
            yield return (ReportFields.Evidence(row.Key, nameof(row.Title)), row.Title);
            yield return (ReportFields.Evidence(row.Key, nameof(row.Address)), row.Address);
            yield return (ReportFields.Evidence(row.Key, nameof(row.Document)), row.Document);
        }
    }
}
