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
    public ReportContent Read(ReportInput input, ReportContext context, ReportContent stored) => Section switch
    {
        ReportSection.Ratings => new()
        {
            Ratings = [.. Enum.GetValues<RagAspect>().Select(a => new RatingEntry(a, input.Choice<Rag>(ReportFields.Rag(a), this[ReportFields.Rag(a)]), this[ReportFields.Reason(a)]))],
            PathToGreen = [.. Rows(ReportLists.PathToGreen).Select(key => Step(input, key)).OfType<PathToGreenStep>()],
        },
        ReportSection.Progress => new() { Progress = this[ReportFields.Progress], NextSteps = this[ReportFields.NextSteps] },
        ReportSection.Savings => Savings(input, context, stored),
        ReportSection.Spend => new()
        {
            Spend = [.. context.CostLines.Select(l => l.Code).Union(stored.Spend.Select(s => s.CostLine), StringComparer.Ordinal)
                .Select(code => new SpendEntry(code, input.Amount(ReportFields.Spend(code), this[ReportFields.Spend(code)])))],
        },
        ReportSection.Milestones => new() { Milestones = [.. Rows(ReportLists.Milestones).Select(key => Milestone(input, key))] },
        ReportSection.RisksAndIssues => new() { Risks = [.. Rows(ReportLists.Risks).Select(key => Risk(input, key))] },
        ReportSection.Dependencies => new() { Dependencies = [.. Rows(ReportLists.Dependencies).Select(key => Dependency(input, key))] },
        ReportSection.Capacity => new()
        {
            Capacity = new(
                input.Number(ReportFields.Capacity(nameof(CapacityEntry.PostsNeeded)), this[ReportFields.Capacity(nameof(CapacityEntry.PostsNeeded))]),
                input.Number(ReportFields.Capacity(nameof(CapacityEntry.PostsFilled)), this[ReportFields.Capacity(nameof(CapacityEntry.PostsFilled))]),
                this[ReportFields.Capacity(nameof(CapacityEntry.HoldsUp))],
                this[ReportFields.Capacity(nameof(CapacityEntry.Risk))]),
        },
        ReportSection.Decisions => new()
        {
            Decisions = [.. Rows(ReportLists.Decisions).Select(key => new DecisionSought(
                key,
                this[ReportFields.Decision(key, nameof(DecisionSought.What))],
                this[ReportFields.Decision(key, nameof(DecisionSought.Body))],
                Day(input, ReportFields.Decision(key, nameof(DecisionSought.NeededBy)))))],
        },
        ReportSection.Evidence => new() { Evidence = [.. Rows(ReportLists.Evidence).Select(Evidence)] },
        _ => throw new ArgumentOutOfRangeException(nameof(context), Section, "Unknown section of a report."),
    };

    private IEnumerable<string> Rows(string list) => Keys(list).Where(key => !IsRemoved(list, key));

    private DateOnly? Day(ReportInput input, string field) => input.Day(field, this[field]);

    private T? Choice<T>(ReportInput input, string field)
        where T : struct, Enum => input.Choice<T>(field, this[field]);

    private PathToGreenStep? Step(ReportInput input, string key)
    {
        var due = Day(input, ReportFields.PathToGreen(key, nameof(PathToGreenStep.Due)));
        return Choice<RagAspect>(input, ReportFields.PathToGreen(key, nameof(PathToGreenStep.Aspect))) is { } aspect
            ? new(key, aspect, this[ReportFields.PathToGreen(key, nameof(PathToGreenStep.Action))], this[ReportFields.PathToGreen(key, nameof(PathToGreenStep.Owner))], due)
            : null;
    }

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

    private MilestoneEntry Milestone(ReportInput input, string key) => new(
        key,
        this[ReportFields.Milestone(key, nameof(MilestoneEntry.Title))],
        Day(input, ReportFields.Milestone(key, nameof(MilestoneEntry.Baseline))),
        Day(input, ReportFields.Milestone(key, nameof(MilestoneEntry.Forecast))),
        Day(input, ReportFields.Milestone(key, nameof(MilestoneEntry.Actual))))
    {
        SlipReason = this[ReportFields.Milestone(key, nameof(MilestoneEntry.SlipReason))],
    };

    private RiskEntry Risk(ReportInput input, string key)
    {
        string Field(string part) => ReportFields.Risk(key, part);
        return new(
            key,
            Choice<RiskKind>(input, Field(nameof(RiskEntry.Kind))) ?? RiskKind.Risk,
            this[Field(nameof(RiskEntry.Impact))],
            Choice<RiskLevel>(input, Field(nameof(RiskEntry.InitialRating))),
            this[Field(nameof(RiskEntry.Controls))],
            Choice<RiskLevel>(input, Field(nameof(RiskEntry.ResidualRating))),
            this[Field(nameof(RiskEntry.FurtherAction))],
            Day(input, Field(nameof(RiskEntry.Reviewed))),
            Choice<EscalationLevel>(input, Field(nameof(RiskEntry.Escalation))))
        {
            Closed = Day(input, Field(nameof(RiskEntry.Closed))),
            ClosedBecause = this[Field(nameof(RiskEntry.ClosedBecause))],
        };
    }

    private EvidenceEntry Evidence(string key)
    {
        string Text(string part) => this[ReportFields.Evidence(key, part)];
        return new(key, Text(nameof(EvidenceEntry.About)), Text(nameof(EvidenceEntry.Title)), Text(nameof(EvidenceEntry.Address)), Text(nameof(EvidenceEntry.Document)));
    }

    private DependencyEntry Dependency(ReportInput input, string key)
    {
        string Field(string part) => ReportFields.Dependency(key, part);
        return new(
            key,
            this[Field(nameof(DependencyEntry.Needs))],
            this[Field(nameof(DependencyEntry.What))],
            Day(input, Field(nameof(DependencyEntry.NeededBy))),
            Choice<Rag>(input, Field(nameof(DependencyEntry.Rag))),
            this[Field(nameof(DependencyEntry.Reason))]);
    }
}
