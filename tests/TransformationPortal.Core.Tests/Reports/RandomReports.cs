using FsCheck;
using FsCheck.Fluent;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Reports;
using TransformationPortal.Core.Savings;
using static TransformationPortal.Core.Tests.Reports.Sample;

namespace TransformationPortal.Core.Tests.Reports;

/// <summary>A change of one field of the complete report.</summary>
internal sealed record ReportEdit(string Field, Func<ReportContent, ReportContent> Change);

/// <summary>Reports by lot: the complete one with any number of its fields changed or taken away.</summary>
internal static class RandomReports
{
    private static readonly DateOnly Later = new(2021, 2, 3);

    /// <summary>One change for every value that a report holds.</summary>
    public static IReadOnlyList<ReportEdit> Edits { get; } =
    [
        new("Ratings[Scope].Rag", c => c with { Ratings = [.. c.Ratings.Select(r => r.Aspect == RagAspect.Scope ? r with { Rag = Rag.Red } : r)] }),
        new("Ratings[Scope].Reason", c => c with { Ratings = [.. c.Ratings.Select(r => r.Aspect == RagAspect.Scope ? r with { Reason = "Other" } : r)] }),
        Step("Aspect", s => s with { Aspect = RagAspect.Risks }), Step("Action", s => s with { Action = "Other" }), Step("Owner", s => s with { Owner = null }), Step("Due", s => s with { Due = Later }),
        new("Progress", c => c with { Progress = "Other" }), new("NextSteps", c => c with { NextSteps = null }), new("UnchangedBecause", c => c with { UnchangedBecause = "So" }),
        new("Savings[S-1][2020/21][Medium]", c => c with { Savings = [.. c.Savings.Select(s => s.Year == Next ? s with { Amount = new(600_000.001m) } : s)] }),
        new("Savings[S-1][2021/22][Low]", c => c with { Savings = [.. c.Savings, new("S-1", new(2021), Confidence.Low, Money.Zero)] }),
        new("Variances[S-1][2019/20]", c => c with { Variances = [new("S-1", This, "Other")] }),
        new("Spend[1.2]", c => c with { Spend = [new("1.2", new(1_000.5m))] }),
        Milestone("Title", m => m with { Title = "Other" }), Milestone("Baseline", m => m with { Baseline = Day("2019-07-30") }), Milestone("Forecast", m => m with { Forecast = null }),
        Milestone("Actual", m => m with { Actual = Later }), Milestone("SlipReason", m => m with { SlipReason = "Other" }),
        Risk("Kind", r => r with { Kind = RiskKind.Issue }), Risk("Impact", r => r with { Impact = "Other" }), Risk("InitialRating", r => r with { InitialRating = RiskLevel.Low }),
        Risk("Controls", r => r with { Controls = "Other" }), Risk("ResidualRating", r => r with { ResidualRating = null }), Risk("FurtherAction", r => r with { FurtherAction = "Other" }),
        Risk("Reviewed", r => r with { Reviewed = null }), Risk("Escalation", r => r with { Escalation = EscalationLevel.ManagementTeam }),
        Risk("Closed", r => r with { Closed = Later }), Risk("ClosedBecause", r => r with { ClosedBecause = "Other" }),
        Dependency("Needs", d => d with { Needs = "TP-09" }), Dependency("What", d => d with { What = "Other" }), Dependency("NeededBy", d => d with { NeededBy = Later }),
        Dependency("Rag", d => d with { Rag = Rag.Red }), Dependency("Reason", d => d with { Reason = "Other" }),
        new("Capacity.PostsNeeded", c => c with { Capacity = c.Capacity! with { PostsNeeded = 4.25m } }), new("Capacity.PostsFilled", c => c with { Capacity = c.Capacity! with { PostsFilled = null } }),
        new("Capacity.HoldsUp", c => c with { Capacity = c.Capacity! with { HoldsUp = "Other" } }), new("Capacity.Risk", c => c with { Capacity = c.Capacity! with { Risk = "R5" } }),
        Decision("What", d => d with { What = "Other" }), Decision("Body", d => d with { Body = "Cabinet" }), Decision("NeededBy", d => d with { NeededBy = null }),
        Evidence("About", e => e with { About = "Milestones[M1]" }), Evidence("Title", e => e with { Title = "Other" }), Evidence("Address", e => e with { Address = null }),
        Evidence("Document", e => e with { Document = "0123" }),
    ];

    public static Arbitrary<ReportContent> Any { get; } = Arb.From(
        from edits in Gen.Elements(Edits.AsEnumerable()).ListOf()
        from sections in Gen.Elements(ReportSectionFacts.All.AsEnumerable()).ListOf()
        from isEmptied in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
        select edits.Aggregate(isEmptied ? sections.Aggregate(Complete, (c, s) => c.With(s, ReportContent.Empty with { Capacity = new(null, null, null, null) })) : Complete, (c, edit) => edit.Change(c)));

    private static ReportEdit Step(string part, Func<PathToGreenStep, PathToGreenStep> change) =>
        new($"PathToGreen[P1].{part}", c => c with { PathToGreen = [.. c.PathToGreen.Select(change)] });

    private static ReportEdit Milestone(string part, Func<MilestoneEntry, MilestoneEntry> change) =>
        new($"Milestones[M1].{part}", c => c with { Milestones = [.. c.Milestones.Select(change)] });

    private static ReportEdit Risk(string part, Func<RiskEntry, RiskEntry> change) => new($"Risks[R5].{part}", c => c with { Risks = [.. c.Risks.Select(change)] });

    private static ReportEdit Dependency(string part, Func<DependencyEntry, DependencyEntry> change) =>
        new($"Dependencies[N1].{part}", c => c with { Dependencies = [.. c.Dependencies.Select(change)] });

    private static ReportEdit Evidence(string part, Func<EvidenceEntry, EvidenceEntry> change) => new($"Evidence[E1].{part}", c => c with { Evidence = [.. c.Evidence.Select(change)] });

    private static ReportEdit Decision(string part, Func<DecisionSought, DecisionSought> change) => new($"Decisions[D1].{part}", c => c with { Decisions = [.. c.Decisions.Select(change)] });
}
