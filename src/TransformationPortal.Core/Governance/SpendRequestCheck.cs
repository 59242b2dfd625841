using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Reports;

namespace TransformationPortal.Core.Governance;

/// <summary>What a request for spending must say before it is kept.</summary>
public static class SpendRequestCheck
{
    /// <summary>Everything that is missing or wrong; nothing where it can be kept.</summary>
    public static IReadOnlyList<SpendProblem> Of(SpendRequestContent content, SpendFrame frame)
    {
        var problems = new List<SpendProblem>();
        Text("title", content.Title, "what the money is for, in one line", ReportLimits.Title);
        if (frame.Line(content.Line) is null)
        {
            problems.Add(new("line", content.Line.Length == 0 ? "Choose the cost line." : $"There is no cost line {content.Line}. Choose one of the list."));
        }

        if (content.Project is { } project && frame.Projects.All(p => p.Code != project))
        {
            problems.Add(new("project", $"There is no project {project}. Choose one of the list."));
        }

        if (content.Amounts.Count == 0)
        {
            problems.Add(new("amounts", "Enter how many pounds are asked for, in at least one year."));
        }

        foreach (var (year, amount) in content.Amounts)
        {
            if (amount <= Money.Zero)
            {
                problems.Add(new(YearField(year), $"Enter an amount above £0 for {year}, or leave it empty."));
            }
        }

        Text("why", content.Why, "why the money is needed", ReportLimits.Paragraph);
        Most("supplier", content.Supplier, ReportLimits.Title);
        Most("workOrder", content.WorkOrder, ReportLimits.Title);
        Most("businessCase", content.BusinessCase, ReportLimits.Paragraph);
        Most("delivers", content.Delivers, ReportLimits.Paragraph);
        return problems;

        void Text(string field, string text, string what, int most)
        {
            if (text.Length == 0)
            {
                problems.Add(new(field, $"Enter {what}."));
            }

            Most(field, text, most);
        }

        void Most(string field, string? text, int most)
        {
            if (text?.Length > most)
            {
                problems.Add(new(field, $"Use at most {MoneyFormat.Count(most)} characters; these are {MoneyFormat.Count(text.Length)}."));
            }
        }
    }

    /// <summary>The field of a year's amount.</summary>
    public static string YearField(FinancialYear year) => $"amount-{year.Slug}";
}
