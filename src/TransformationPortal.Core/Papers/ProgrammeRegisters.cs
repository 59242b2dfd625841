using System.Globalization;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Views;

namespace TransformationPortal.Core.Papers;

/// <summary>The programme's registers as tables.</summary>
public static class ProgrammeRegisters
{
    /// <summary>Every register that a data file holds, in order.</summary>
    public static IReadOnlyList<PaperTable> All(Edition edition) =>
    [
        Projects(edition), Ratings(edition), Risks(edition), Milestones(edition), Dependencies(edition),
        Benefits(edition), Decisions(edition), Reprofiles(edition), Meetings("meetings", "Meetings", edition.Meetings), Plan(edition), Funding(edition), Measures(edition),
        .. edition.Pressures is { Count: > 0 } ? [Pressures(edition)] : Array.Empty<PaperTable>(),
        .. edition.ReconciliationNotes is { Count: > 0 } notes ? [Notes(notes)] : Array.Empty<PaperTable>(),
        .. edition.Reorganisations is { Count: > 0 } reorganisations ? [Reorganisations(reorganisations)] : Array.Empty<PaperTable>(),
    ];

    public static PaperTable Projects(Edition edition)
    {
        var register = new RegisterBuilder<Project>("projects", "Projects with their ratings", edition.Projects, "No project is recorded.")
            .Words("project", "Ref", 15, p => p.Code)
            .Words("name", "Project", 42, p => p.Name)
            .Words("phase", "Phase", 17, p => p.Phase.Name())
            .Words("board", "Workstream board", 30, p => p.Board).DataOnly()
            .Words("workstream", "Workstream", 30, p => p.Workstream).DataOnly()
            .Words("directorate", "Directorate", 30, p => p.Directorate).DataOnly()
            .Words("accountable_officer", "Accountable officer", 34, p => p.AccountableOfficer)
            .Day("start", "Start", p => p.Start).DataOnly()
            .Day("planned_end", "Planned end", p => p.PlannedEnd)
            .Words("summary", "Summary", 50, p => p.Summary).DataOnly()
            .Words("rated_for", "Rated for", 20, p => p.RatedFor?.Name).DataOnly()
            .Rated("overall", "Overall", p => p.Rating(RagAspect.Overall)?.Rating)
            .Words("reason", "Reason for the overall rating", 66, p => p.Rating(RagAspect.Overall)?.Reason);
        foreach (var aspect in Enum.GetValues<RagAspect>().Where(a => a != RagAspect.Overall))
        {
            register.Rated(aspect.ToString().ToLowerInvariant(), aspect.ToString(), p => p.Rating(aspect)?.Rating).DataOnly();
        }

        return register.Basis(p => p.Basis).Build();
    }

    /// <summary>Amounts expected to fall short, by year: beside the savings, in none of their totals.</summary>
    public static PaperTable Pressures(Edition edition) =>
        new RegisterBuilder<Pressure>("pressures", "Pressures: amounts expected to fall short", edition.Pressures ?? [], "No pressure is recorded.")
            .Words("pressure", "Ref", 13, p => p.Ref)
            .Words("financial_year", "Financial year", 20, p => p.Year.ToString())
            .Words("directorate", "Directorate", 34, p => p.Directorate)
            .Words("project", "Project", 17, p => p.Project)
            .Words("why", "Why", 60, p => p.Why)
            .WholePounds("amount", "Amount (£)", 24, p => p.Amount)
            .Day("since", "Expected since", p => p.Since).DataOnly()
            .Words("owner", "Owner", 34, p => p.Owner)
            .Words("cover", "Covered", 22, p => p.Cover.Words())
            .Words("how_covered", "From what", 40, p => p.HowCovered)
            .Note(PressureSums(edition)).Build();

    /// <summary>What is expected to fall short in each year, a sentence each, and that it is no saving.</summary>
    public static IEnumerable<string> PressureSums(Edition edition) =>
    [
        .. (edition.Pressures ?? []).GroupBy(p => p.Year).OrderBy(y => y.Key).Select(year =>
        {
            var (all, open) = (Sum(year), Sum(year.Where(p => p.Cover != PressureCover.Covered)));
            return $"{year.Key}: {MoneyFormat.ExactMillions(all)} is expected to fall short, {(open == Money.Zero ? "all of it covered" : open == all ? "none of it covered in full" : $"{MoneyFormat.ExactMillions(open)} of it not covered in full")}.";
        }),
        "Pressures are no savings and are in no savings figure.",
    ];

    private static Money Sum(IEnumerable<Pressure> pressures) => new(pressures.Sum(p => p.Amount.Pounds));

    /// <summary>What the quarter was published with although it disagrees.</summary>
    public static PaperTable Notes(IEnumerable<ReconciliationNote> notes) =>
        new RegisterBuilder<ReconciliationNote>("reconciliation-notes", "Reconciliation notes", notes, "Nothing disagrees.")
            .Words("disagreement", "What disagrees", 80, n => n.Disagreement)
            .Words("words", "Why it was published so", 80, n => n.Words)
            .Words("signed_by", "Signed by", 30, n => n.SignedBy)
            .Day("signed_on", "Signed on", n => CouncilTime.DayOf(n.SignedAt)).Build();

    /// <summary>The re-organisations in force, each with the projects and savings lines that it put under another name.</summary>
    public static PaperTable Reorganisations(IEnumerable<Reorganisation> reorganisations) =>
        new RegisterBuilder<Reorganisation>("reorganisations", "Re-organisations", reorganisations, "Nothing was re-organised.")
            .Day("on", "From", r => r.On)
            .Words("grouping", "What", 20, r => ReorganisationWords.Name(r.Grouping))
            .Words("from", "Name before", 40, r => r.From)
            .Words("to", "Name since", 40, r => r.To)
            .Words("change", "Change", 20, r => r.Kind.ToString())
            .Words("projects", "Projects that went", 40, r => string.Join(", ", r.Projects))
            .Words("lines", "Savings lines that went", 40, r => string.Join(", ", r.Lines)).Build();

    /// <summary>Every rating with its reason.</summary>
    public static PaperTable Ratings(Edition edition) => Ratings("ratings", "Ratings with their reasons", edition, _ => true);

    /// <summary>The ratings of single aspects that members should know the reason of: all but green ones.</summary>
    public static PaperTable RatingsNotGreen(Edition edition) => Ratings(
        "ratings-not-green", "What is rated amber or red, and why", edition, r => r.Aspect != RagAspect.Overall && r.Rating.Rating != Rag.Green);

    /// <summary>The critical risks, in columns that an upright sheet has room for.</summary>
    public static PaperTable CriticalRisks(Edition edition, IEnumerable<Risk> risks) =>
        new RegisterBuilder<Risk>("critical-risks", "Critical risks", risks,
                edition.Risks.Count == 0 ? "No risk is recorded." : "No risk stays high with its controls in place, and none is marked for members.")
            .Words("risk", "Ref", 13, r => r.Project is null ? r.Ref : $"{r.Ref} ({r.Project})")
            .Words("impact", "What could happen", 42, r => r.Impact)
            .Words("initial_rating", "Initial rating", 16, r => r.InitialRating.ToString())
            .Words("controls", "Controls in place", 42, r => r.Controls)
            .Words("residual_rating", "Residual rating", 18, r => r.ResidualRating.ToString())
            .Words("further_action", "Further action", 42, r => r.FurtherAction)
            .Basis(r => r.Basis).Note(Dashboard.CriticalRiskRule).Build();

    /// <summary>Dependencies that are not green, in columns that an upright sheet has room for.</summary>
    public static PaperTable DependenciesThatMatter(Edition edition, IEnumerable<Dependency> dependencies) =>
        new RegisterBuilder<Dependency>("dependencies-that-matter", "Dependencies that matter", dependencies, WithoutDependencies(edition))
            .Words("project", "Project", 16, d => d.Project)
            .Words("needs", "Needs of", 17, d => d.Needs)
            .Words("what", "What it needs", 42, d => d.What)
            .Day("needed_by", "Needed by", d => d.NeededBy)
            .Rated("rating", "Rating", d => d.Rating.Rating)
            .Words("reason", "Reason", 60, d => d.Rating.Reason)
            .Basis(d => d.Basis).Build();

    public static PaperTable Risks(Edition edition) =>
        new RegisterBuilder<Risk>("risks", "Risks", edition.Risks, "No risk is recorded.")
            .Words("risk", "Ref", 11, r => r.Ref)
            .Words("project", "Project", 17, r => r.Project)
            .Words("impact", "What could happen", 52, r => r.Impact)
            .Words("initial_rating", "Initial rating", 16, r => r.InitialRating.ToString())
            .Words("controls", "Controls in place", 52, r => r.Controls)
            .Words("residual_rating", "Residual rating", 18, r => r.ResidualRating.ToString())
            .Words("further_action", "Further action", 48, Next)
            .Day("reviewed", "Reviewed", r => r.Reviewed)
            .Words("critical", "Shown to members", 16, r => Dashboard.IsForMembers(r) ? "Yes" : "No").DataOnly()
            .Basis(r => r.Basis).Note("No project is named for a risk to the programme as a whole.").Build();

    private static string? Next(Risk risk) => risk.Closed is not { } closed ? risk.FurtherAction
        : $"Closed on {DateFormat.Long(closed)}: {risk.ClosedBecause}";

    public static PaperTable Milestones(Edition edition) =>
        new RegisterBuilder<Milestone>("milestones", "Milestones", edition.Milestones, "No milestone is recorded.")
            .Words("project", "Project", 16, m => m.Project)
            .Words("milestone", "Milestone", 76, m => m.Title)
            .Day("baseline", "Baseline", m => m.Baseline)
            .Day("forecast", "Forecast", m => m.Forecast)
            .Day("actual", "Actual", m => m.Actual)
            .Number("slip_days", "Days of slip", 17, m => m.SlipDays)
            .Words("state", "State", 24, m => State(m, edition.AsAt))
            .Basis(m => m.Basis).Note("Slip is how far the actual or forecast day lies after the baseline; a negative slip is early.").Build();

    public static PaperTable Dependencies(Edition edition) =>
        new RegisterBuilder<Dependency>("dependencies", "Dependencies", edition.Dependencies, "No dependency is recorded.")
            .Words("project", "Project", 38, d => Name(edition, d.Project))
            .Words("needs", "Needs of", 38, d => Name(edition, d.Needs))
            .Words("what", "What it needs", 46, d => d.What)
            .Day("needed_by", "Needed by", d => d.NeededBy)
            .Rated("rating", "Rating", d => d.Rating.Rating)
            .Words("reason", "Reason", 58, d => d.Rating.Reason)
            .Basis(d => d.Basis).Build();

    public static PaperTable Benefits(Edition edition) =>
        new RegisterBuilder<Benefit>("benefits", "Benefits other than savings", edition.Benefits, "No benefit other than savings is recorded.")
            .Words("project", "Project", 60, b => Name(edition, b.Project))
            .Words("benefit", "Benefit", 105, b => b.Text)
            .Basis(b => b.Basis).Build();

    public static PaperTable Decisions(Edition edition) =>
        new RegisterBuilder<Decision>("decisions", "Decisions", edition.Decisions, "No decision is recorded.")
            .Words("decision", "Ref", 14, d => d.Ref)
            .Words("title", "Decision", 56, d => d.Title)
            .Words("body", "Taken by", 26, d => d.Body)
            .Day("due", "Due", d => d.Due)
            .Words("outcome", "Outcome", 20, d => d.Outcome.ToString())
            .Words("note", "Note", 90, d => PendingDecisions.Note(d, edition.Reprofiles)).Build();

    public static PaperTable Reprofiles(Edition edition) =>
        new RegisterBuilder<Reprofile>("reprofiles", "Savings that a decision moves", edition.Reprofiles, "No decision moves a saving.")
            .Words("decision", "Decision", 17, r => r.Decision)
            .Words("line", "Savings line", 18, r => r.Line)
            .Words("label", "What moves", 52, r => r.Label)
            .Pounds("amount_pounds", "Amount", 18, r => r.Amount)
            .Words("from_year", "From", 17, r => r.FromYear.ToString())
            .Words("to_year", "To", 17, r => r.ToYear?.ToString())
            .Words("confidence", "Confidence", 20, r => edition.Programme.Label(r.Confidence))
            .Words("note", "Note", 70, r => r.Note)
            .Note("Where no year is given to move to, the saving is not yet re-homed.").Build();

    public static PaperTable Meetings(string key, string title, IEnumerable<Meeting> meetings) =>
        new RegisterBuilder<Meeting>(key, title, meetings, "No meeting is recorded.")
            .Words("body", "Body", 30, m => m.Body)
            .Day("date", "Date", m => m.Date)
            .Words("time", "Time", 14, m => m.Time?.ToString("HH:mm", CultureInfo.InvariantCulture))
            .Words("item", "Item", 56, m => m.Item)
            .Words("note", "Note", 54, m => m.Note).Build();

    public static PaperTable Plan(Edition edition) =>
        new RegisterBuilder<PlanStage>("plan", "Programme plan", edition.Plan, "No plan is recorded.")
            .Words("name", "What", 80, p => p.Name)
            .Words("stage", "Stage", 26, p => p.Stage)
            .Day("start", "Start", p => p.Start)
            .Day("end", "End", p => p.End)
            .Basis(p => p.Basis).Build();

    public static PaperTable Funding(Edition edition) =>
        new RegisterBuilder<Funding>("funding", "Funding of implementation", edition.Funding, "No funding is recorded.")
            .Words("source", "Source", 70, f => f.Source)
            .Pounds("amount_pounds", "Amount", 24, f => f.Amount)
            .Words("status", "Status", 36, f => f.Status == FundingStatus.Confirmed ? "Confirmed" : "To be identified").Build();

    public static PaperTable Measures(Edition edition) =>
        new RegisterBuilder<Measure>("measures", "Measures entered by hand", edition.Story.Measures, "No measure is recorded for this quarter.")
            .Words("measure", "Measure", 60, m => m.Label)
            .Number("value", "Value", 18, m => m.Value)
            .Words("caption", "Remark", 36, m => m.Caption)
            .Words("source", "Source", 62, m => m.Source).Build();

    /// <summary>What stands where no dependency needs attention: that every one is green, or that none is recorded.</summary>
    public static string WithoutDependencies(Edition edition) => edition.Dependencies.Count == 0 ? "No dependency is recorded." : "Every dependency is rated green.";

    internal static string Name(Edition edition, string code) => edition.FindProject(code) is { } project ? $"{project.Code} {project.Name}" : code;

    private static PaperTable Ratings(string key, string title, Edition edition, Func<AspectRating, bool> which) =>
        new RegisterBuilder<(Project Project, AspectRating Rating)>(
                key, title, [.. edition.Projects.SelectMany(p => p.Ratings.Where(which).Select(r => (p, r)))], edition.Projects.Any(p => p.Ratings.Count > 0) ? "No project is rated amber or red on any aspect." : "No project is rated.")
            .Words("project", "Ref", 15, r => r.Project.Code)
            .Words("name", "Project", 62, r => r.Project.Name)
            .Words("rated_for", "Rated for", 24, r => r.Project.RatedFor?.Name).DataOnly()
            .Words("rated_on", "Rated on", 24, r => r.Rating.Aspect.ToString())
            .Rated("rating", "Rating", r => r.Rating.Rating.Rating)
            .Words("reason", "Reason", 130, r => r.Rating.Rating.Reason).Build();

    private static string State(Milestone milestone, DateOnly asAt) =>
        milestone.Actual is not null ? "Reached" : milestone.IsOverdueOn(asAt) ? "Overdue" : milestone.SlipDays > 0 ? "Later than planned" : "On course";
}
