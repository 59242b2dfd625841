using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Web.Areas.Reports.Models;

/// <content>From the texts of a form to what a report holds.</content>
public sealed partial class SectionForm
{
    /// <summary>The section as the form has it; nothing in the other sections. Texts that cannot be read are problems of the input.</summary>
    /// <param name="context">Which lines and years there may be.</param>
    /// <param name="stored">What the report holds: its lines and years may be changed too.</param>
    public ReportContent Read(ReportInput input, ReportContext context, ReportContent stored) =>
        ReportParts.Of(Section).Aggregate(Undeclared(input, context, stored), (content, part) => part.Read(content, input, Rows, field => this[field]));

    // What is not made of fields that are declared once.
    private ReportContent Undeclared(ReportInput input, ReportContext context, ReportContent stored) => Section switch
    {
        ReportSection.Ratings => new()
        {
            Ratings = [.. Enum.GetValues<RagAspect>().Select(a => new RatingEntry(a, input.Choice<Rag>(ReportFields.Rag(a), this[ReportFields.Rag(a)]), this[ReportFields.Reason(a)]))],
        },
        ReportSection.Progress => new() { Progress = this[ReportFields.Progress], NextSteps = this[ReportFields.NextSteps] },
        ReportSection.Savings => Savings(input, context, stored),
        ReportSection.Spend => new()
        {
            Spend = [.. context.CostLines.Select(l => l.Code).Union(stored.Spend.Select(s => s.CostLine), StringComparer.Ordinal)
                .Select(code => new SpendEntry(code, input.Amount(ReportFields.Spend(code), this[ReportFields.Spend(code)])))],
        },
        _ => new(),
    };

    private IEnumerable<string> Rows(string list) => Keys(list).Where(key => !IsRemoved(list, key));

    private ReportContent Savings(ReportInput input, ReportContext context, ReportContent stored)
    {
        var known = context.Lines.Select(l => l.Ref).Union(stored.Savings.Select(c => c.Line), StringComparer.Ordinal).Union(stored.Variances.Select(v => v.Line), StringComparer.Ordinal).ToList();
        var years = context.Years.Union(stored.Savings.Select(c => c.Year)).Union(stored.Variances.Select(v => v.Year)).ToList();
        var possible = (from line in known from year in years from band in ConfidenceFacts.Bands select ReportFields.Savings(line, year, band))
            .Concat(from line in known from year in years select ReportFields.Variance(line, year)).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, text) in texts.Where(t => !possible.Contains(t.Key)))
        {
            input.NoPlace(field, text, $"only the savings lines of {context.Project.Code} can be reported, in the years {context.FirstYear} to {context.LastYear}");
        }

        return new()
        {
            Savings =
            [
                .. from line in known from year in years from band in ConfidenceFacts.Bands
                   let field = ReportFields.Savings(line, year, band)
                   select new SavingsCell(line, year, band, input.Amount(field, this[field])),
            ],
            Variances = [.. from line in known from year in years select new VarianceExplanation(line, year, this[ReportFields.Variance(line, year)])],
        };
    }
}
