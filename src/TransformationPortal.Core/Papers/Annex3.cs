using TransformationPortal.Core.Editions;

namespace TransformationPortal.Core.Papers;

/// <summary>Annex 3: the registers of the programme, by themselves or behind the quarterly report.</summary>
public static class Annex3
{
    public const string Title = "Annex 3: Registers of the programme";

    public static AnnexDocument Compose(Edition edition) => new("annex-3", Title, AnnexWords.Subject(edition), [new AnnexPart(null, Sections(edition))]);

    internal static IReadOnlyList<AnnexSection> Sections(Edition edition) =>
    [
        Register(ProgrammeRegisters.Projects(edition)),
        Register(ProgrammeRegisters.RatingsNotGreen(edition)),
        Register(ProgrammeRegisters.Risks(edition)),
        Register(ProgrammeRegisters.Milestones(edition)),
        Register(ProgrammeRegisters.Dependencies(edition)),
        Register(ProgrammeRegisters.Benefits(edition)),
        new("Decisions", [new AnnexBlock.Register(ProgrammeRegisters.Decisions(edition)), new AnnexBlock.Register(ProgrammeRegisters.Reprofiles(edition))]),
        Register(ProgrammeRegisters.Meetings("meetings", "Meetings", edition.Meetings)),
    ];

    private static AnnexSection Register(PaperTable table) => new(table.Title, [new AnnexBlock.Register(table)]);
}
