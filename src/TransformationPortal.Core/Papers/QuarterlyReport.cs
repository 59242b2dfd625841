using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Ledgers;

namespace TransformationPortal.Core.Papers;

/// <summary>The quarterly report: a covering report, both annexes, and the programme's registers.</summary>
public static class QuarterlyReport
{
    public const string Title = "Quarterly report";

    public static AnnexDocument Compose(Edition edition, DecisionBasis basis) => new("quarterly-report", Title, AnnexWords.Subject(edition),
    [
        new AnnexPart(CoveringReport.Title, CoveringReport.Compose(edition, basis)),
        new AnnexPart(Annex1.Title, Annex1.Sections(edition, basis)),
        new AnnexPart(Annex2.Title, Annex2.Sections(edition, basis)),
        new AnnexPart("Annex 3: Registers of the programme", Registers(edition)),
    ])
    {
        NumbersRunOn = CoveringReport.NumbersRunOn(edition),
    };

    private static IReadOnlyList<AnnexSection> Registers(Edition edition) =>
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

    private static AnnexSection Register(RegisterTable table) => new(table.Title, [new AnnexBlock.Register(table)]);
}
