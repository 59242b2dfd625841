using System.Globalization;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;

namespace TransformationPortal.Core.Reports;

/// <summary>One field of a report with what stands in it, as readers meet it.</summary>
internal sealed record ReportFact(ReportSection Section, string Field, string Label, string Text)
{
    /// <summary>Every field that holds something. What is not here is not in the report: changes and history are made of these.</summary>
    public static IEnumerable<ReportFact> Of(ReportContent content) =>
        Ratings(content).Concat(Story(content)).Concat(Savings(content)).Concat(Spend(content)).Concat(Milestones(content))
            .Concat(Risks(content)).Concat(Dependencies(content)).Concat(Capacity(content)).Concat(Decisions(content)).Concat(Evidences(content)).OfType<ReportFact>();

    private static IEnumerable<ReportFact?> Ratings(ReportContent content)
    {
        foreach (var entry in content.Ratings)
        {
            var name = ReportWords.Rating(entry.Aspect);
            yield return Fact(ReportFields.Rag(entry.Aspect), ReportWords.Capital(name), entry.Rag?.ToString());
            yield return Fact(ReportFields.Reason(entry.Aspect), $"Reason of the {name}", entry.Reason);
        }

        foreach (var step in content.PathToGreen)
        {
            var label = $"Path to green of the {ReportWords.Rating(step.Aspect)}, step {step.Key}";
            yield return Fact(ReportFields.PathToGreen(step.Key, nameof(step.Aspect)), $"{label}: rating", step.Aspect.ToString());
            yield return Fact(ReportFields.PathToGreen(step.Key, nameof(step.Action)), $"{label}: action", step.Action);
            yield return Fact(ReportFields.PathToGreen(step.Key, nameof(step.Owner)), $"{label}: owner", step.Owner);
            yield return Fact(ReportFields.PathToGreen(step.Key, nameof(step.Due)), $"{label}: due", Day(step.Due));
        }
    }

    private static IEnumerable<ReportFact?> Story(ReportContent content)
    {
        yield return Fact(ReportFields.Progress, "Progress this period", content.Progress);
        yield return Fact(ReportFields.NextSteps, "Next steps", content.NextSteps);
        yield return Fact(ReportFields.UnchangedBecause, "Nothing has changed, because", content.UnchangedBecause);
    }

    private static IEnumerable<ReportFact?> Savings(ReportContent content)
    {
        foreach (var cell in content.Savings)
        {
            yield return Fact(ReportFields.Savings(cell.Line, cell.Year, cell.Confidence), $"{cell.Line} in {cell.Year}, {cell.Confidence}", Pounds(cell.Amount));
        }

        foreach (var explanation in content.Variances)
        {
            yield return Fact(ReportFields.Variance(explanation.Line, explanation.Year), $"Explanation of {explanation.Line} in {explanation.Year}", explanation.Text);
        }
    }

    private static IEnumerable<ReportFact?> Spend(ReportContent content) =>
        content.Spend.Select(s => Fact(ReportFields.Spend(s.CostLine), $"Spend on {s.CostLine}", Pounds(s.Amount)));

    private static IEnumerable<ReportFact?> Milestones(ReportContent content)
    {
        foreach (var row in content.Milestones)
        {
            var label = $"Milestone {ReportWords.Named(row.Title, row.Key ?? "")}";
            yield return Fact(ReportFields.Milestone(row.Key, nameof(row.Title)), $"{label}: title", row.Title);
            yield return Fact(ReportFields.Milestone(row.Key, nameof(row.Baseline)), $"{label}: baseline", Day(row.Baseline));
            yield return Fact(ReportFields.Milestone(row.Key, nameof(row.Forecast)), $"{label}: forecast", Day(row.Forecast));
            yield return Fact(ReportFields.Milestone(row.Key, nameof(row.Actual)), $"{label}: reached", Day(row.Actual));
            yield return Fact(ReportFields.Milestone(row.Key, nameof(row.SlipReason)), $"{label}: why it moved", row.SlipReason);
        }
    }

    private static IEnumerable<ReportFact?> Risks(ReportContent content)
    {
        foreach (var row in content.Risks)
        {
            var label = $"{row.Kind} {row.Key}";
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.Kind)), $"{label}: risk or issue", row.Kind.ToString());
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.Impact)), $"{label}: impact", row.Impact);
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.InitialRating)), $"{label}: initial rating", row.InitialRating?.ToString());
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.Controls)), $"{label}: controls", row.Controls);
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.ResidualRating)), $"{label}: residual rating", row.ResidualRating?.ToString());
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.FurtherAction)), $"{label}: further action", row.FurtherAction);
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.Reviewed)), $"{label}: reviewed", Day(row.Reviewed));
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.Escalation)), $"{label}: escalated to", row.Escalation?.Name());
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.Closed)), $"{label}: closed", Day(row.Closed));
            yield return Fact(ReportFields.Risk(row.Key, nameof(row.ClosedBecause)), $"{label}: why it is closed", row.ClosedBecause);
        }
    }

    private static IEnumerable<ReportFact?> Dependencies(ReportContent content)
    {
        foreach (var row in content.Dependencies)
        {
            var label = $"Dependency {row.Key}";
            yield return Fact(ReportFields.Dependency(row.Key, nameof(row.Needs)), $"{label}: project needed", row.Needs);
            yield return Fact(ReportFields.Dependency(row.Key, nameof(row.What)), $"{label}: what is needed", row.What);
            yield return Fact(ReportFields.Dependency(row.Key, nameof(row.NeededBy)), $"{label}: needed by", Day(row.NeededBy));
            yield return Fact(ReportFields.Dependency(row.Key, nameof(row.Rag)), $"{label}: rating", row.Rag?.ToString());
            yield return Fact(ReportFields.Dependency(row.Key, nameof(row.Reason)), $"{label}: reason", row.Reason);
        }
    }

    private static IEnumerable<ReportFact?> Capacity(ReportContent content)
    {
        if (content.Capacity is { } capacity)
        {
            yield return Fact(ReportFields.Capacity(nameof(capacity.PostsNeeded)), "Posts needed", Posts(capacity.PostsNeeded));
            yield return Fact(ReportFields.Capacity(nameof(capacity.PostsFilled)), "Posts filled", Posts(capacity.PostsFilled));
            yield return Fact(ReportFields.Capacity(nameof(capacity.HoldsUp)), "What the gap holds up", capacity.HoldsUp);
            yield return Fact(ReportFields.Capacity(nameof(capacity.Risk)), "Risk that covers the gap", capacity.Risk);
        }
    }

    private static IEnumerable<ReportFact?> Decisions(ReportContent content)
    {
        foreach (var row in content.Decisions)
        {
            var label = $"Decision {row.Key}";
            yield return Fact(ReportFields.Decision(row.Key, nameof(row.What)), $"{label}: what is to be decided", row.What);
            yield return Fact(ReportFields.Decision(row.Key, nameof(row.Body)), $"{label}: who decides", row.Body);
            yield return Fact(ReportFields.Decision(row.Key, nameof(row.NeededBy)), $"{label}: needed by", Day(row.NeededBy));
        }
    }

    private static IEnumerable<ReportFact?> Evidences(ReportContent content)
    {
        foreach (var row in content.Evidence)
        {
            var label = $"Evidence {row.Key}";
            yield return Fact(ReportFields.Evidence(row.Key, nameof(row.About)), $"{label}: what it shows", Evidence.Label(row.About, content));
            yield return Fact(ReportFields.Evidence(row.Key, nameof(row.Title)), $"{label}: title", row.Title);
            yield return Fact(ReportFields.Evidence(row.Key, nameof(row.Address)), $"{label}: address", row.Address);
            yield return Fact(ReportFields.Evidence(row.Key, nameof(row.Document)), $"{label}: document", row.Document);
        }
    }

    private static ReportFact? Fact(string field, string label, string? text) =>
        string.IsNullOrEmpty(text) ? null : new(ReportFields.SectionOf(field)!.Value, field, label, text);

    private static string? Day(DateOnly? day) => day is { } value ? DateFormat.Long(value) : null;

    // A draft may hold more decimals than are shown; two different amounts must not read alike.
    private static string? Pounds(Money? amount) => amount is not { } money ? null
        : decimal.Round(money.Pounds, 2) == money.Pounds ? ReportWords.Pounds(money) : "£" + money;

    private static string? Posts(decimal? posts) => posts?.ToString("0.############", CultureInfo.InvariantCulture);
}
