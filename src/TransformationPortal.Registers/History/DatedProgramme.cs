using TransformationPortal.Core;
using TransformationPortal.Core.Costs;
using TransformationPortal.Core.Editions;
using TransformationPortal.Core.Periods;
using TransformationPortal.Core.Programmes;
using TransformationPortal.Core.Ratings;
using TransformationPortal.Core.Savings;
using TransformationPortal.Data.History;
using TransformationPortal.Registers.Definitions;

namespace TransformationPortal.Registers.History;

/// <summary>The programme's frame over time: a register of one row.</summary>
internal static class DatedProgramme
{
    public static DeclaredDatedRegister<Programme> Register { get; } = new(
        ProgrammeRegister.Definition, s => [s.Programme], (s, rows) => s with { Programme = rows[0] }, Values, Row);

    private static IReadOnlyList<ColumnValue<Programme>> Values =>
    [
        ProgrammeRegister.Name.Of((Programme p) => p.Name),
        ProgrammeRegister.Council.Of((Programme p) => p.Council),
        ProgrammeRegister.FirstYear.Of((Programme p) => p.FirstYear),
        ProgrammeRegister.LastYear.Of((Programme p) => p.LastYear),
        ProgrammeRegister.Objective.Of((Programme p) => p.Objective),
        ProgrammeRegister.PlannedBenefitLow.Of((Programme p) => p.PlannedBenefitLow),
        ProgrammeRegister.PlannedBenefitHigh.Of((Programme p) => p.PlannedBenefitHigh),
        ProgrammeRegister.RedundancyProvision.Of((Programme p) => p.RedundancyProvision),
        ProgrammeRegister.Provenance.Of((Programme p) => p.Provenance),
        ProgrammeRegister.FinanceSignsAbove.Of((Programme p) => p.FinanceSignsAbove),
        ProgrammeRegister.Licence.Of((Programme p) => p.Licence),
        ProgrammeRegister.ReportsFrom.Of((Programme p) => p.ReportsFrom),
        ProgrammeRegister.EvidenceFor.Of((Programme p) => p.EvidenceFor),
        .. ProgrammeRegister.SavingsAlsoBy.Select((column, i) => column.Of(
            (Programme p) => p.SavingsAlsoBy is { } chosen && i < chosen.Count ? chosen[i] : (SavingsGrouping?)null)),
        .. ProgrammeRegister.Bands.Select(b => b.Label.Of(
            (Programme p) => p.ConfidenceLabels.FirstOrDefault(l => l.Confidence == b.Confidence)?.Label)),
        .. ProgrammeRegister.Bands.Select(b => b.Alias.Of(
            (Programme p) => p.ConfidenceLabels.FirstOrDefault(l => l.Confidence == b.Confidence)?.Alias)),
    ];

    private static Programme Row(RegisterRow r) => new(
        r.Get(ProgrammeRegister.Name), r.Get(ProgrammeRegister.Council), r.Get(ProgrammeRegister.FirstYear), r.Get(ProgrammeRegister.LastYear), r.Get(ProgrammeRegister.Objective),
        r.Find(ProgrammeRegister.PlannedBenefitLow), r.Find(ProgrammeRegister.PlannedBenefitHigh), r.Find(ProgrammeRegister.RedundancyProvision), r.Find(ProgrammeRegister.Provenance),
        [.. ProgrammeRegister.Bands.Select(b => new ConfidenceLabel(b.Confidence, r.Get(b.Label), r.Find(b.Alias)))])
    {
        FinanceSignsAbove = r.Find(ProgrammeRegister.FinanceSignsAbove),
        Licence = r.Find(ProgrammeRegister.Licence),
        ReportsFrom = r.Find(ProgrammeRegister.ReportsFrom),
        EvidenceFor = r.Find(ProgrammeRegister.EvidenceFor),
        SavingsAlsoBy = SavingsGroupingFacts.Chosen([.. ProgrammeRegister.SavingsAlsoBy.Select(c => r.Find(c))]),
    };
}
