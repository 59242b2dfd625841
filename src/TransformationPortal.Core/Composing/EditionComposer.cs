using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Narrative;
using TransformationPortal.Core.Papers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Composing;

/// <summary>
/// Closes a quarter: takes what the write side holds and makes the edition of it. Pure: the same state, quarter and number
/// give the same edition, whatever the order of the rows and whatever the time of day.
/// </summary>
public static class EditionComposer
{
    /// <param name="state">What the write side holds.</param>
    /// <param name="quarter">The quarter to close. Nothing recorded for a later month enters.</param>
    /// <param name="number">The edition's number, from 1.</param>
    /// <param name="notice">What a correction corrects; none for a first edition.</param>
    /// <param name="notes">What the quarter is published with although it disagrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The quarter lies outside the programme's years, a correction has no notice, or a row names a project or decision that is not there.
    /// </exception>
    public static Edition Compose(ProgrammeState state, Quarter quarter, int number, string? notice = null, IReadOnlyList<ReconciliationNote>? notes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (quarter.Year < state.Programme.FirstYear || quarter.Year > state.Programme.LastYear)
        {
            throw new ArgumentException(
                $"{quarter} lies outside the programme, which runs from {state.Programme.FirstYear} to {state.Programme.LastYear}.", nameof(quarter));
        }

        if (number > 1 && string.IsNullOrWhiteSpace(notice))
        {
            throw new ArgumentException("A later edition corrects an earlier one and needs a notice that says what changed.", nameof(notice));
        }

        state = Reorganising.AsOn(InForce(DecidedBy(RegistersAsAt.On(state, quarter.LastDay), quarter.LastDay), quarter), quarter.LastDay);
        var bare = Entries(state, quarter, number, notice);

        // Texts name figures, and figures are read from an edition that has all its entries.
        var figures = new FigureReader(bare);
        return bare.With(
            StoryFixing.Fix(bare.Story, figures), AnnexWording.Fix(bare, figures, state.AnnexEdits.Where(e => e.Quarter == quarter)),
            CoveringReport.Fix(figures, state.AnnexEdits, quarter),
            [.. (notes ?? []).OrderBy(n => n.Finding, StringComparer.Ordinal)]);
    }

    private static Edition Entries(ProgrammeState state, Quarter quarter, int number, string? notice)
    {
        List<SpendApproval> approvals =
            [.. state.SpendApprovals.Select(a => a.AsAt(quarter.LastDay)).OfType<SpendApproval>().OrderBy(a => a.Ref, CodeOrder.Instance)];
        return new()
        {
            SchemaVersion = Edition.CurrentSchemaVersion,
            Quarter = quarter,
            Number = number,
            AsAt = quarter.LastDay,
            Notice = notice,
            Programme = state.Programme with { ConfidenceLabels = [.. state.Programme.ConfidenceLabels.OrderBy(l => l.Confidence)] },
            Boards = [.. state.Boards],
            Workstreams = [.. state.Workstreams],
            Directorates = [.. state.Directorates],
            Sources = [.. state.Sources],
            Activities = [.. state.Activities],
            Projects = Projects(state, quarter),
            SavingsLines = SavingsComposer.Lines(state, quarter),
            Decisions = [.. state.Decisions.OrderBy(d => d.Ref, CodeOrder.Instance)],
            Reprofiles = Reprofiles(state),
            CostAreas = [.. state.CostAreas.OrderBy(a => a.Code, CodeOrder.Instance)],
            CostLines = [.. state.CostLines.OrderBy(l => l.Code, CodeOrder.Instance).Select(l => l with { Amounts = Costs(l, approvals, quarter) })],
            Funding = [.. state.Funding.OrderBy(f => f.Status).ThenByDescending(f => f.Amount).ThenBy(f => f.Source, StringComparer.Ordinal)],
            Risks = [.. state.Risks.OrderBy(r => r.Ref, CodeOrder.Instance)],
            Milestones = Milestones(state, quarter),
            Dependencies = [.. state.Dependencies.OrderBy(d => d.Project, CodeOrder.Instance).ThenBy(d => d.Needs, CodeOrder.Instance).ThenBy(d => d.What, StringComparer.Ordinal).ThenBy(d => d.NeededBy)],
            Benefits = [.. state.Benefits.OrderBy(b => b.Project, CodeOrder.Instance).ThenBy(b => b.Text, StringComparer.Ordinal)],
            Documents = [.. state.Documents.OrderBy(d => d.Key, StringComparer.Ordinal)],
            Meetings = [.. state.Meetings.OrderBy(m => m.Date ?? DateOnly.MaxValue).ThenBy(m => m.Time).ThenBy(m => m.Body, StringComparer.Ordinal).ThenBy(m => m.Item, StringComparer.Ordinal).ThenBy(m => m.Note, StringComparer.Ordinal)],
            Plan = [.. state.Plan.OrderBy(p => p.Start).ThenBy(p => p.End).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Stage, StringComparer.Ordinal)],
            Pressures = state.Pressures.Count == 0 ? null : [.. state.Pressures.OrderBy(p => p.Year).ThenBy(p => p.Ref, CodeOrder.Instance)],
            BoardMembers = OrNone(state.BoardMembers.Where(m => m.IsThereOn(quarter.LastDay))),
            BoardLimits = OrNone(state.BoardLimits),
            SpendApprovals = OrNone(approvals),
            Words = state.Words.Count == 0 ? null : [.. state.Words.OrderBy(w => w.Word, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.Word, StringComparer.Ordinal)],
            Story = Story(state, quarter),
            Reorganisations = [.. state.Reorganisations],
            RecordedLater = [.. state.Changes.Where(c => c.IsLateOn(quarter.LastDay))],
        };
    }

    // What was decided later had yet to be decided on the day the edition stands for, and what was entered later is not known.
    private static ProgrammeState DecidedBy(ProgrammeState state, DateOnly day)
    {
        var registered = state.Decisions.ToLookup(d => d.Ref, StringComparer.Ordinal);
        return state with
        {
            Decisions = [.. state.Decisions.Select(d => d.AsAt(day)).OfType<Decision>()],

            // One without a decision is left for the check that names it.
            Reprofiles = [.. state.Reprofiles.Select(r => registered[r.Decision].FirstOrDefault() is { } decision ? r.AsAt(day, decision)?.Closing(decision, day) : r).OfType<Reprofile>()],
        };
    }

    // A project's last approved report by the quarter's end takes the place of what the registers say of the project, but for
    // what they were told since. A report of a later month is not known yet. The report's savings are positions of its month: earlier ones are superseded
    // even where it holds nothing for a line.
    private static ProgrammeState InForce(ProgrammeState state, Quarter quarter)
    {
        var last = state.Reported.Where(r => r.Month <= quarter.LastMonth).GroupBy(r => r.Project, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => ReportOrRegister.Believed(g.MaxBy(r => r.Month)!, state.RegisterWords, quarter.LastDay), StringComparer.Ordinal);
        if (last.Count == 0)
        {
            return state;
        }

        var projects = state.SavingsLines.ToDictionary(l => l.Ref, l => l.Project, StringComparer.Ordinal);
        return state with
        {
            Positions = [.. state.Positions.Where(p => !projects.TryGetValue(p.Line, out var project) || !last.TryGetValue(project, out var report) || p.AsAt >= report.Month)],
            Milestones = [.. state.Milestones.Where(m => !last.ContainsKey(m.Project)), .. last.Values.SelectMany(r => r.Milestones)],
            Risks = [.. state.Risks.Where(r => r.Project is null || !last.ContainsKey(r.Project)), .. last.Values.SelectMany(r => r.Risks)],
            Dependencies = [.. state.Dependencies.Where(d => !last.ContainsKey(d.Project)), .. last.Values.SelectMany(r => r.Dependencies)],
        };
    }

    // Ratings are those of the last month rated by the quarter's end; a later month's are not known yet.
    private static List<Project> Projects(ProgrammeState state, Quarter quarter)
    {
        var ratings = state.Ratings.Where(r => r.Month <= quarter.LastMonth).ToLookup(r => r.Project, StringComparer.Ordinal);
        var actions = state.Actions.ToLookup(a => (a.Project, a.Month), a => a.Action);
        return [.. state.Projects.OrderBy(p => p.Code, CodeOrder.Instance).Select(project =>
        {
            var known = ratings[project.Code].ToList();
            if (known.Count == 0)
            {
                return project with { RatedFor = null, Ratings = [] };
            }

            var month = known.Max(r => r.Month);
            return project with
            {
                RatedFor = month,
                Ratings = [.. known.Where(r => r.Month == month).Select(r => r.Rating).OrderBy(r => r.Aspect).ThenBy(r => r.Rating.Rating).ThenBy(r => r.Rating.Reason, StringComparer.Ordinal)],
                Actions = actions.Contains((project.Code, month))
                    ? [.. actions[(project.Code, month)].OrderBy(a => a.Aspect).ThenBy(a => a.Due ?? DateOnly.MaxValue).ThenBy(a => a.Action, StringComparer.Ordinal).ThenBy(a => a.Owner, StringComparer.Ordinal)]
                    : null,
            };
        })];
    }

    // One decision may move several parts of a line, so the order goes down to the wording.
    private static List<Reprofile> Reprofiles(ProgrammeState state) =>
    [
        .. state.Reprofiles.OrderBy(r => r.Decision, CodeOrder.Instance).ThenBy(r => r.Line, CodeOrder.Instance)
            .ThenBy(r => r.FromYear).ThenBy(r => r.ToYear ?? FinancialYear.Last).ThenBy(r => r.Confidence).ThenBy(r => r.Amount)
            .ThenBy(r => r.Label, StringComparer.Ordinal).ThenBy(r => r.Note, StringComparer.Ordinal),
    ];

    // A milestone reached after the quarter's end had not been reached on the day the edition stands for.
    private static List<Milestone> Milestones(ProgrammeState state, Quarter quarter) =>
    [
        .. state.Milestones.Select(m => m.Actual > quarter.LastDay ? m with { Actual = null } : m)
            .OrderBy(m => m.Project, CodeOrder.Instance).ThenBy(m => m.Baseline).ThenBy(m => m.Title, StringComparer.Ordinal)
            .ThenBy(m => m.Forecast).ThenBy(m => m.Actual),
    ];

    private static List<T>? OrNone<T>(IEnumerable<T> rows) => rows.ToList() is { Count: > 0 } some ? some : null;

    // Spending adds up month by month. A commitment is a balance: only the line's latest one by the quarter's end counts, and
    // what is left of approved requests then.
    private static List<CostAmount> Costs(CostLine line, List<SpendApproval> approvals, Quarter quarter)
    {
        var known = line.Amounts.Where(a => a.Month is not { } month || month <= quarter.LastMonth).ToList();
        var latestCommitment = known.Where(a => a.Kind == CostKind.Committed).Select(a => a.Month).Max();
        return [.. known.Where(a => a.Kind != CostKind.Committed || a.Month == latestCommitment)
            .Concat(Commitments.Of(line, approvals, quarter.LastMonth))
            .OrderBy(a => a.Kind).ThenBy(a => a.Year).ThenBy(a => a.Month).ThenBy(a => a.Amount).ThenBy(a => a.Note, StringComparer.Ordinal)
            .ThenBy(a => a.Request, StringComparer.Ordinal)];
    }

    private static QuarterStory Story(ProgrammeState state, Quarter quarter)
    {
        var stories = state.Stories.Where(s => s.Quarter == quarter).ToList();
        return new QuarterStory(
            quarter,
            [.. stories.SelectMany(s => s.Items).OrderBy(i => i.Kind).ThenBy(i => i.Order).ThenBy(i => i.Text, StringComparer.Ordinal).ThenBy(i => i.Link, StringComparer.Ordinal)],
            [.. stories.SelectMany(s => s.Measures)],
            [.. stories.SelectMany(s => s.Spotlights).OrderBy(s => s.Project, CodeOrder.Instance)]);
    }
}
