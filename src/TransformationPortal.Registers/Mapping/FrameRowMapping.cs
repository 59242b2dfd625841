using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Mapping;

/// <summary>The programme's frame and what projects and savings are grouped by.</summary>
internal sealed class FrameRowMapping
{
    private readonly List<object> all = [];

    public FrameRowMapping(ProgrammeData data)
    {
        var programme = data[ProgrammeRegister.Definition].Single();
        all.Add(new ProgrammeSettingsEntity
        {
            Name = programme.Get(ProgrammeRegister.Name),
            Council = programme.Get(ProgrammeRegister.Council),
            FirstYear = programme.Get(ProgrammeRegister.FirstYear),
            LastYear = programme.Get(ProgrammeRegister.LastYear),
            Objective = programme.Get(ProgrammeRegister.Objective),
            PlannedBenefitLow = programme.Find(ProgrammeRegister.PlannedBenefitLow),
            PlannedBenefitHigh = programme.Find(ProgrammeRegister.PlannedBenefitHigh),
            RedundancyProvision = programme.Find(ProgrammeRegister.RedundancyProvision),
            Provenance = programme.Find(ProgrammeRegister.Provenance),
            FinanceSignsAbove = programme.Find(ProgrammeRegister.FinanceSignsAbove),
            Licence = programme.Find(ProgrammeRegister.Licence),
            ReportsFrom = programme.Find(ProgrammeRegister.ReportsFrom),
            EvidenceFor = programme.Find(ProgrammeRegister.EvidenceFor),
            SavingsAlsoBy = programme.Find(ProgrammeRegister.SavingsAlsoBy[0]),
            SavingsAlsoBySecond = programme.Find(ProgrammeRegister.SavingsAlsoBy[1]),
            SavingsAlsoByThird = programme.Find(ProgrammeRegister.SavingsAlsoBy[2]),
        });
        all.AddRange(ProgrammeRegister.Bands.Select(band => new ConfidenceLabelEntity
        {
            Confidence = band.Confidence,
            Label = programme.Get(band.Label),
            Alias = programme.Find(band.Alias),
        }));
        Boards = ReadBoards(data);
        Workstreams = Index(data[WorkstreamsRegister.Definition], WorkstreamsRegister.Name, (row, order) => new WorkstreamEntity
        {
            Name = row.Get(WorkstreamsRegister.Name),
            ShortName = row.Get(WorkstreamsRegister.ShortName),
            IsComponent = row.Get(WorkstreamsRegister.IsComponent),
            Basis = row.Find(WorkstreamsRegister.Basis),
            DisplayOrder = order,
        });
        Directorates = Index(data[DirectoratesRegister.Definition], DirectoratesRegister.Name, (row, order) => new DirectorateEntity
        {
            Name = row.Get(DirectoratesRegister.Name),
            ShortName = row.Get(DirectoratesRegister.ShortName),
            DisplayOrder = order,
        });
        Sources = Index(data[SourcesRegister.Definition], SourcesRegister.Name, (row, order) => new TargetSourceEntity
        {
            Name = row.Get(SourcesRegister.Name),
            ShortName = row.Get(SourcesRegister.ShortName),
            IsCore = row.Get(SourcesRegister.IsCore),
            DisplayOrder = order,
        });
        Activities = Index(data[ActivitiesRegister.Definition], ActivitiesRegister.Name, (row, order) => new CoreActivityEntity
        {
            Name = row.Get(ActivitiesRegister.Name),
            Group = row.Find(ActivitiesRegister.Group),
            FirstTarget = row.Find(ActivitiesRegister.FirstTarget),
            DisplayOrder = order,
        });
    }

    public IReadOnlyDictionary<string, BoardEntity> Boards { get; }

    public IReadOnlyDictionary<string, WorkstreamEntity> Workstreams { get; }

    public IReadOnlyDictionary<string, DirectorateEntity> Directorates { get; }

    public IReadOnlyDictionary<string, TargetSourceEntity> Sources { get; }

    public IReadOnlyDictionary<string, CoreActivityEntity> Activities { get; }

    public IEnumerable<object> All => all.Concat(Boards.Values).Concat(Workstreams.Values).Concat(Directorates.Values).Concat(Sources.Values).Concat(Activities.Values);

    private static Dictionary<string, BoardEntity> ReadBoards(ProgrammeData data)
    {
        var boards = Index(data[BoardsRegister.Definition], BoardsRegister.Name, (row, order) => new BoardEntity
        {
            Name = row.Get(BoardsRegister.Name),
            Kind = row.Get(BoardsRegister.Kind),
            Role = row.Get(BoardsRegister.Role),
            Basis = row.Find(BoardsRegister.Basis),
            DisplayOrder = order,
        });
        foreach (var row in data[BoardsRegister.Definition])
        {
            boards[row.Get(BoardsRegister.Name)].ReportsTo = row.Find(BoardsRegister.ReportsTo) is { } above ? boards[above] : null;
        }

        return boards;
    }

    // The order of rows is the order in which readers meet them.
    private static Dictionary<string, T> Index<T>(IReadOnlyList<RegisterRow> rows, Column<string> key, Func<RegisterRow, int, T> entity) =>
        rows.Select((row, index) => (Key: row.Get(key), Entity: entity(row, index + 1))).ToDictionary(p => p.Key, p => p.Entity, StringComparer.Ordinal);
}
