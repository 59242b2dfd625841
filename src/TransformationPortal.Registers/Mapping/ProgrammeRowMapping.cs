using TransformationPortal.Data.Entities;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.Mapping;

/// <summary>A checked programme as the rows that are kept, reports apart.</summary>
internal static class ProgrammeRowMapping
{
    public static IReadOnlyList<object> Of(ProgrammeData data) => Of(data, out _);

    public static IReadOnlyList<object> Of(ProgrammeData data, out ProjectRowMapping projects)
    {
        var frame = new FrameRowMapping(data);
        var made = projects = new ProjectRowMapping(data, frame);
        var costs = CostRowMapping.From(data).ToList();
        var costLines = costs.OfType<CostLineEntity>().ToDictionary(l => l.Code, StringComparer.Ordinal);
        return
        [
            .. frame.All, .. projects.All, .. SavingsRowMapping.From(data, frame, projects), .. costs, .. Pressures(data, frame, projects), .. StoryRowMapping.From(data, projects),
            .. data[ReportCostLinesRegister.Definition].Select(row => new ReportedCostLineEntity
            {
                Line = costLines[row.Get(ReportCostLinesRegister.Line)],
                Project = made.ByCode[row.Get(ReportCostLinesRegister.Project)],
            }),
        ];
    }

    private static IEnumerable<PressureEntity> Pressures(ProgrammeData data, FrameRowMapping frame, ProjectRowMapping projects) =>
        data[PressuresRegister.Definition].Select(row => new PressureEntity
        {
            Ref = row.Get(PressuresRegister.Ref),
            Why = row.Get(PressuresRegister.Why),
            Directorate = frame.Directorates[row.Get(PressuresRegister.Directorate)],
            Project = row.Find(PressuresRegister.Project) is { } code ? projects.ByCode[code] : null,
            Year = row.Get(PressuresRegister.Year),
            Amount = row.Get(PressuresRegister.Amount),
            Since = row.Find(PressuresRegister.Since),
            Owner = row.Get(PressuresRegister.Owner),
            Cover = row.Get(PressuresRegister.Cover),
            HowCovered = row.Find(PressuresRegister.HowCovered),
        });
}
