using System.Text.Json.Serialization;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions.AsAt;
using TransformationPortal.Core.Ledgers;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Savings;

namespace TransformationPortal.Core.Editions;

/// <summary>
/// A quarter as it stood: every ledger entry and every text that its pages and files are made of. Immutable; all reading is
/// a pure function of one. A correction is a new edition of the same quarter with a higher <see cref="Number"/>.
/// </summary>
public sealed class Edition
{
    /// <summary>The version of this shape that the code of today writes.</summary>
    public const int CurrentSchemaVersion = 4;

    private SavingsLedger? savings;
    private CostLedger? costs;
    private Dictionary<string, Project>? projectsByCode;
    private Dictionary<string, SavingsLine>? linesByRef;
    private QuarterStory story = null!;
    private IReadOnlyList<AnnexSectionWording>? financialAnnex;
    private IReadOnlyList<AnnexSectionWording>? coveringReport;
    private IReadOnlyList<ReconciliationNote>? reconciliationNotes;

    [JsonPropertyOrder(-1)]
    public required int SchemaVersion { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>1 for the first edition of its quarter. A draft bears the number it would be published under.</summary>
    public required int Number { get; init; }

    /// <summary>The day its figures stand for: the quarter's last.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>For a correction, what changed and why.</summary>
    public string? Notice { get; init; }

    public required Programme Programme { get; init; }

    public required IReadOnlyList<Board> Boards { get; init; }

    public required IReadOnlyList<Workstream> Workstreams { get; init; }

    public required IReadOnlyList<Directorate> Directorates { get; init; }

    public required IReadOnlyList<TargetSource> Sources { get; init; }

    public required IReadOnlyList<CoreActivity> Activities { get; init; }

    public required IReadOnlyList<Project> Projects { get; init; }

    public required IReadOnlyList<SavingsLine> SavingsLines { get; init; }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    public required IReadOnlyList<Reprofile> Reprofiles { get; init; }

    public required IReadOnlyList<CostArea> CostAreas { get; init; }

    public required IReadOnlyList<CostLine> CostLines { get; init; }

    public required IReadOnlyList<Funding> Funding { get; init; }

    public required IReadOnlyList<Risk> Risks { get; init; }

    public required IReadOnlyList<Milestone> Milestones { get; init; }

    public required IReadOnlyList<Dependency> Dependencies { get; init; }

    public required IReadOnlyList<Benefit> Benefits { get; init; }

    public required IReadOnlyList<DocumentReference> Documents { get; init; }

    public required IReadOnlyList<Meeting> Meetings { get; init; }

    public required IReadOnlyList<PlanStage> Plan { get; init; }

    /// <summary>The council's own words and former names; none where it has none, and in an edition of schema versions 1 to 3.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CouncilWord>? Words { get; init; }

    /// <summary>Amounts expected to fall short, which are no savings; none where nothing is recorded, and in an edition that was published before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Pressure>? Pressures { get; init; }

    /// <summary>Who sat on which board on the day it stands for; none where nothing is recorded, and in an edition that was published before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BoardMember>? BoardMembers { get; init; }

    /// <summary>What each board may approve; none where nothing is recorded, and in an edition that was published before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BoardLimit>? BoardLimits { get; init; }

    /// <summary>The requests for spending that boards had approved by the day it stands for; none where there were none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SpendApproval>? SpendApprovals { get; init; }

    /// <summary>What the PMO wrote. Figures in its texts read as they did on publishing.</summary>
    public required QuarterStory Story { get => story; init => story = value; }

    /// <summary>The numbered paragraphs of the financial annex; none in an edition of schema version 1, where they are composed as they are read.</summary>
    public IReadOnlyList<AnnexSectionWording>? FinancialAnnex { get => financialAnnex; init => financialAnnex = value; }

    /// <summary>The sections of the covering report that the programme office wrote; none where it wrote none.</summary>
    public IReadOnlyList<AnnexSectionWording>? CoveringReport { get => coveringReport; init => coveringReport = value; }

    /// <summary>What the quarter was published with although it disagrees; none in an edition of schema version 1.</summary>
    public IReadOnlyList<ReconciliationNote>? ReconciliationNotes { get => reconciliationNotes; init => reconciliationNotes = value; }

    /// <summary>The re-organisations in force on the day it stands for, the first first; none in an edition of schema version 1 or 2.</summary>
    public IReadOnlyList<Reorganisation>? Reorganisations { get; init; }

    /// <summary>What the registers were told after the day it stands for, and held by then; none in an edition of schema versions 1 to 3.</summary>
    public IReadOnlyList<LateFact>? RecordedLater { get; init; }

    /// <summary>The savings lines as a ledger.</summary>
    [JsonIgnore]
    public SavingsLedger Savings => LazyInitializer.EnsureInitialized(ref savings, () => new SavingsLedger(SavingsLines, Declared));

    /// <summary>The cost lines as a ledger.</summary>
    [JsonIgnore]
    public CostLedger Costs => LazyInitializer.EnsureInitialized(ref costs, () => new CostLedger(CostLines));

    /// <summary>Decisions that have yet to be taken, the earliest due first.</summary>
    [JsonIgnore]
    public IEnumerable<Decision> PendingDecisions =>
        Decisions.Where(d => d.Outcome == DecisionOutcome.Pending).OrderBy(d => d.Due ?? DateOnly.MaxValue).ThenBy(d => d.Ref, CodeOrder.Instance);

    /// <summary>The project of that code, whatever its case; nothing when there is none.</summary>
    public Project? FindProject(string code) =>
        LazyInitializer.EnsureInitialized(ref projectsByCode, () => FirstBy(Projects, p => p.Code, StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(code);

    /// <summary>The savings line of that reference; nothing when there is none.</summary>
    public SavingsLine? FindSavingsLine(string reference) =>
        LazyInitializer.EnsureInitialized(ref linesByRef, () => FirstBy(SavingsLines, l => l.Ref, StringComparer.Ordinal)).GetValueOrDefault(reference);

    /// <summary>The same entries with other texts: they are fixed last, because they name figures of the entries.</summary>
    internal Edition With(QuarterStory texts, IReadOnlyList<AnnexSectionWording>? annex, IReadOnlyList<AnnexSectionWording>? cover, IReadOnlyList<ReconciliationNote>? notes)
    {
        var other = (Edition)MemberwiseClone();
        (other.story, other.financialAnnex, other.coveringReport, other.reconciliationNotes) = (texts, annex, cover, notes);
        return other;
    }

    /// <summary>The same with what it holds grouped under other names.</summary>
    internal Edition Grouped(
        IReadOnlyList<Board> boards, IReadOnlyList<Workstream> workstreams, IReadOnlyList<Directorate> directorates, IReadOnlyList<TargetSource> sources,
        IReadOnlyList<CoreActivity> activities, IReadOnlyList<Project> projects, IReadOnlyList<SavingsLine> lines) => new()
        {
            SchemaVersion = SchemaVersion,
            Quarter = Quarter,
            Number = Number,
            AsAt = AsAt,
            Notice = Notice,
            Programme = Programme,
            Boards = boards,
            Workstreams = workstreams,
            Directorates = directorates,
            Sources = sources,
            Activities = activities,
            Projects = projects,
            SavingsLines = lines,
            Decisions = Decisions,
            Reprofiles = Reprofiles,
            CostAreas = CostAreas,
            CostLines = CostLines,
            Funding = Funding,
            Risks = Risks,
            Milestones = Milestones,
            Dependencies = Dependencies,
            Benefits = Benefits,
            Documents = Documents,
            Meetings = Meetings,
            Plan = Plan,
            Words = Words,
            Pressures = Pressures,
            BoardMembers = BoardMembers,
            BoardLimits = BoardLimits,
            SpendApprovals = SpendApprovals,
            Story = story,
            FinancialAnnex = financialAnnex,
            CoveringReport = coveringReport,
            ReconciliationNotes = reconciliationNotes,
            Reorganisations = Reorganisations,
            RecordedLater = RecordedLater,
        };

    private static Dictionary<string, T> FirstBy<T>(IReadOnlyList<T> rows, Func<T, string> key, StringComparer comparer)
    {
        var found = new Dictionary<string, T>(rows.Count, comparer);
        foreach (var row in rows)
        {
            found.TryAdd(key(row), row);
        }

        return found;
    }

    private IReadOnlyList<string> Declared(SavingsDimension dimension) => dimension switch
    {
        SavingsDimension.Workstream => [.. Workstreams.Select(w => w.Name)],
        SavingsDimension.Directorate => [.. Directorates.Select(d => d.Name)],
        SavingsDimension.Source => [.. Sources.Select(s => s.Name)],
        SavingsDimension.Board => [.. Boards.Select(b => b.Name)],
        SavingsDimension.Activity => [.. Activities.Select(a => a.Name)],
        _ => [],
    };
}
