using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Editions;

/// <summary>
/// Everything the write side holds that an edition can be composed from, over all months: what
/// <see cref="EditionComposer"/> reads. Rows come in any order, except where readers are to see them in a given one: boards,
/// workstreams, directorates, sources, activities and the measures of a story come in that order.
/// </summary>
public sealed record ProgrammeState
{
    public required Programme Programme { get; init; }

    public required IReadOnlyList<Board> Boards { get; init; }

    public required IReadOnlyList<Workstream> Workstreams { get; init; }

    public required IReadOnlyList<Directorate> Directorates { get; init; }

    public required IReadOnlyList<TargetSource> Sources { get; init; }

    public required IReadOnlyList<CoreActivity> Activities { get; init; }

    /// <summary>The projects; their ratings are in <see cref="Ratings"/>.</summary>
    public required IReadOnlyList<Project> Projects { get; init; }

    public required IReadOnlyList<MonthlyRating> Ratings { get; init; }

    /// <summary>The steps on projects' paths to green, over all months.</summary>
    public IReadOnlyList<MonthlyAction> Actions { get; init; } = [];

    /// <summary>The savings lines; their amounts are in <see cref="Targets"/> and <see cref="Positions"/>.</summary>
    public required IReadOnlyList<SavingsLine> SavingsLines { get; init; }

    public required IReadOnlyList<SavingsTarget> Targets { get; init; }

    public required IReadOnlyList<SavingsPosition> Positions { get; init; }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    public required IReadOnlyList<Reprofile> Reprofiles { get; init; }

    public required IReadOnlyList<CostArea> CostAreas { get; init; }

    /// <summary>The cost lines with every budget, actual and commitment ever recorded.</summary>
    public required IReadOnlyList<CostLine> CostLines { get; init; }

    public required IReadOnlyList<Funding> Funding { get; init; }

    public required IReadOnlyList<Risk> Risks { get; init; }

    public required IReadOnlyList<Milestone> Milestones { get; init; }

    public required IReadOnlyList<Dependency> Dependencies { get; init; }

    public required IReadOnlyList<Benefit> Benefits { get; init; }

    public required IReadOnlyList<DocumentReference> Documents { get; init; }

    public required IReadOnlyList<Meeting> Meetings { get; init; }

    public required IReadOnlyList<PlanStage> Plan { get; init; }

    /// <summary>Amounts expected to fall short, which are no savings.</summary>
    public IReadOnlyList<Pressure> Pressures { get; init; } = [];

    /// <summary>Who sits on which board, over all time.</summary>
    public IReadOnlyList<BoardMember> BoardMembers { get; init; } = [];

    /// <summary>What each board may approve.</summary>
    public IReadOnlyList<BoardLimit> BoardLimits { get; init; } = [];

    /// <summary>Every request for spending that a board approved.</summary>
    public IReadOnlyList<SpendApproval> SpendApprovals { get; init; } = [];

    /// <summary>The council's own words and former names.</summary>
    public IReadOnlyList<CouncilWord> Words { get; init; } = [];

    public required IReadOnlyList<QuarterStory> Stories { get; init; }

    /// <summary>The sections of the financial annex that the PMO words itself, over all quarters.</summary>
    public IReadOnlyList<AnnexEdit> AnnexEdits { get; init; } = [];

    /// <summary>
    /// Re-organisations, the first first; of one day in the order in which they were recorded. The lists above are as all of
    /// them leave the programme; a quarter that ends before one of them is composed without it.
    /// </summary>
    public IReadOnlyList<Reorganisation> Reorganisations { get; init; } = [];

    /// <summary>What went into another grouping and is in none of the lists above.</summary>
    public FormerGroupings Former { get; init; } = FormerGroupings.None;

    /// <summary>
    /// The months for which projects have an approved report. From such a month on, until the next, the report alone says what
    /// the project's positions, milestones, risks and dependencies are; the lists above hold those of the registers.
    /// </summary>
    public IReadOnlyList<ReportedMonth> Reported { get; init; } = [];

    /// <summary>
    /// The registers over time, owners before what belongs to them. The lists above are as they are now; a quarter is composed
    /// from what held on its last day.
    /// </summary>
    public IReadOnlyList<RegisterVersions> Versions { get; init; } = [];

    /// <summary>What the registers were told of rows that reports speak of too.</summary>
    public RegisterWords RegisterWords { get; init; } = RegisterWords.None;

    /// <summary>What was changed in the registers, in the order in which it was recorded.</summary>
    public IReadOnlyList<LateFact> Changes { get; init; } = [];
}

/// <summary>What a project's approved report of a month says of its milestones, risks and dependencies.</summary>
/// <param name="WrittenAt">When what was approved was handed in, UTC: what was said to the registers later its author did not know.</param>
public sealed record ReportedMonth(
    string Project, ReportingMonth Month, DateTime WrittenAt, IReadOnlyList<Milestone> Milestones, IReadOnlyList<Risk> Risks, IReadOnlyList<Dependency> Dependencies);

/// <summary>A project's rating for a month.</summary>
public sealed record MonthlyRating(string Project, ReportingMonth Month, AspectRating Rating);

/// <summary>A step on a project's path to green, as approved for a month.</summary>
public sealed record MonthlyAction(string Project, ReportingMonth Month, RecoveryAction Action);

/// <summary>A line's target for a year, in pounds; an empty amount is one that was never set.</summary>
/// <param name="CarriedOut">
/// Pounds of the revised target that the year did not deliver and that another line's target of a later year holds now.
/// </param>
public sealed record SavingsTarget(string Line, FinancialYear Year, Money? Original, Money? Revised, Money? CarriedOut = null);

/// <summary>How much of a line's target for a year stood at a confidence, as at the end of a month, in pounds.</summary>
public sealed record SavingsPosition(string Line, ReportingMonth AsAt, FinancialYear Year, Confidence Confidence, Money Amount);
